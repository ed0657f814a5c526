import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyLog } from '#actions/log/verify-log.ts'
import { sha256 } from '#auth/hashing.ts'
import { sessionsOf } from '#auth/sessions.ts'
import { consents, imports, notes, people, residents, wishDetails } from '#db/schema/tables.ts'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import { toHex, utf8 } from '#domain/log/byte-strings.ts'
import { tick } from '#jobs/run-clock.ts'
import { migrationsFolder } from '#test/support/stores.ts'
import { community } from './cast.ts'

// What is erased is looked for in the bytes of the files, as someone who steals the disk would.

let folder = ''
let store: SqliteStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'micro-wish-erased-'))
  store = openSqlite(join(folder, 'micro-wish.db'))
  store.migrate(migrationsFolder)
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The marks that stand in the database, its journal or a backup. */
function marksLeft(marks: readonly string[]): readonly string[] {
  const copy = join(folder, 'copy.db')
  rmSync(copy, { force: true })
  store.raw.prepare('vacuum into ?').run(copy)
  return marksIn(['micro-wish.db', 'micro-wish.db-wal', 'copy.db'], marks)
}
const marksInFile = (marks: readonly string[]) => marksIn(['micro-wish.db'], marks)

function marksIn(names: readonly string[], marks: readonly string[]): readonly string[] {
  const files = names.map((name) => join(folder, name)).filter(existsSync)
  const bytes = Buffer.concat(files.map((file) => readFileSync(file)))
  return marks.filter((mark) => bytes.includes(mark))
}

const monday = new Date('2026-11-02T03:00:00Z')
const day = 24 * 3600 * 1000
const said = [{ kind: 'words', text: 'thank you' }] as const
const call = { action: 'confirm', how: 'call', speaker: 'resident', satisfaction: 'satisfied', notes: said } as const
const publish = { action: 'publish', publicText: '', approvesValue: false } as const

describe('after the run of the clock that erases it, no byte is left of', () => {
  test('what was said about a wish, and a file that has ended', async () => {
    const { services, clock, staff, volunteers, post, move, claim } = await community(store, monday)
    const { db } = store
    const anna = await staff('anna', 'gridWorker')
    const dora = await staff('dora', 'secretary')
    const [ben] = await volunteers(['ben'])
    if (!ben) throw new Error('the cast is incomplete')
    const wish = await post(anna)
    await move(dora, wish, publish)
    await claim(ben, wish, 'ben')
    await move(ben, wish, { action: 'deliver' })
    await move(dora, wish, call)
    const file = {
      ...{ name: 'mark-of-a-name', pinyin: 'mark-of-a-sound', initials: 'mark-of-initials' },
      ...{ building: 'mark-of-a-building', unit: 'mark-of-a-unit', door: 'mark-of-a-door' },
      ...{ phones: ['mark-of-a-phone'], relativeName: 'mark-of-a-relative', relativePhone: 'mark-of-their-phone' },
      hearing: 'mark-of-hearing',
    }
    await store.commit([
      db.update(notes).set({ text: 'mark-of-a-note' }),
      db.update(wishDetails).set({ words: 'mark-of-words', specification: 'mark-of-a-specification' }),
      db.update(residents).set({ ...file, endedAt: monday, endReason: 'moved' }),
      db.update(consents).set({ day: 'mark-of-a-consent' }),
    ])
    const marks = [
      ...['mark-of-a-note', 'mark-of-words', 'mark-of-a-specification', 'mark-of-a-consent'],
      ...Object.values(file).flat(),
    ]
    store.raw.pragma('wal_checkpoint(PASSIVE)')
    expect(marksLeft(marks)).toEqual(marks)

    clock.now = new Date(monday.getTime() + 120 * day)
    for (let run = 0; run < 3; run++) await tick(services)

    expect((await db.select().from(residents))[0]).toMatchObject({ name: '', endReason: 'erased' })
    expect(marksLeft(marks)).toEqual([])
    expect(statSync(join(folder, 'micro-wish.db-wal')).size).toBe(0)
  })

  test('a preview of a list that has run out, and a session', async () => {
    const { services, clock, staff } = await community(store, monday)
    const { db } = store
    await staff('dora', 'secretary')
    // Long enough for pages of its own.
    const content = Array.from({ length: 2000 }, (_, n) => `mark-of-row-${n}`).join()
    const preview = {
      id: 'list',
      communityId: 'c',
      personId: 'dora',
      kind: 'needs',
      fileName: 'mark-of-a-file',
    } as const
    await store.commit([
      db.insert(imports).values({ ...preview, content, at: monday, expiresAt: new Date(monday.getTime() + day) }),
    ])
    const cookie = (await sessionsOf(services).begin('dora')).split(';')[0] ?? ''
    const session = sha256(cookie.split('=')[1] ?? '')
    const marks = ['mark-of-a-file', 'mark-of-row-1', 'mark-of-row-1999', session]
    expect(marksLeft(marks)).toEqual(marks)

    clock.now = new Date(monday.getTime() + 91 * day)
    await tick(services)
    expect(await db.select().from(imports)).toEqual([])
    expect(marksLeft(marks)).toEqual([])
  })

  test('rows that SQLite has moved from page to page before they were deleted', async () => {
    const { services, clock } = await community(store, monday)
    const { raw } = store
    raw.exec('create table churn (id text primary key, words text) without rowid; create index words on churn (words)')
    const insert = raw.prepare('insert or replace into churn values (?, ?)')
    const update = raw.prepare('update churn set words = ? where id = ?')
    let seed = 7919
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff
      return seed % below
    }
    const erased: (readonly [id: string, mark: string])[] = []
    raw.transaction(() => {
      for (let n = 0; n < 4000; n++) {
        const isErased = random(3) === 0
        const id = `${random(1e9)}-${n}`
        const mark = `${isErased ? 'mark' : 'stay'}-${n}-`
        insert.run(id, mark.repeat(1 + random(60)).slice(0, 20 + random(900)))
        if (isErased) erased.push([id, mark])
        const again = erased[random(10 * (erased.length + 1))]
        if (again) update.run(again[1].repeat(1 + random(30)), again[0])
      }
    })()
    raw.exec("delete from churn where words like 'mark%'")
    raw.pragma('wal_checkpoint(TRUNCATE)')
    // Overwriting what is deleted is not enough: these are copies that moving left behind.
    expect(marksInFile(['mark-'])).toEqual(['mark-'])

    clock.now = new Date(monday.getTime() + 2 * day)
    await tick(services)
    expect(marksLeft(['mark-'])).toEqual([])
  })
})

describe('a database that was written before erased texts were overwritten', () => {
  function writtenByAnOlderVersion(): void {
    store.close()
    const older = new Database(join(folder, 'micro-wish.db'))
    older.pragma('secure_delete = OFF')
    const insert = older.prepare('insert into ticks (id, at, changed) values (?, 1, 1)')
    older.transaction(() => marks.forEach((mark) => void insert.run(mark)))()
    older.exec("delete from ticks where id like 'older-mark-%'")
    older.close()
    store = openSqlite(join(folder, 'micro-wish.db'))
  }
  const marks = Array.from({ length: 900 }, (_, n) => `older-mark-${n + 1}-`)

  test('is rewritten once, when it is first opened for serving; rows keep their order', () => {
    writtenByAnOlderVersion()
    const person = "insert into people (id, phone, name, created_at) values ('p', '1', 'p', 1)"
    store.raw.exec(`${person}; insert into residents (id, community_id, grid_id, name, building, unit, door, phones, created_by, created_at)
      values ('r', 'c', 'g', 'r', '', '', '', '[]', 'p', 1)`)
    const consent = store.raw.prepare("insert into consents values (?, 'r', 'card', 1, 'phone', 'p', '2026-11-02', 1)")
    for (const id of ['c', 'a', 'd', 'b']) consent.run(id)
    store.raw.exec("delete from consents where id = 'a'")
    expect(marksInFile(marks).length).toBeGreaterThan(0)

    expect(store.migrate(migrationsFolder)).toBe(true)
    expect(marksLeft(marks)).toEqual([])
    expect(store.raw.prepare('select id from consents order by at, rowid').pluck().all()).toEqual(['c', 'd', 'b'])

    // The mark of the first time is kept: a start does not rewrite the whole file again.
    writtenByAnOlderVersion()
    expect(store.migrate(migrationsFolder)).toBe(true)
    expect(marksInFile(marks).length).toBeGreaterThan(0)
  })

  test('waits where another process is writing, and says so', () => {
    writtenByAnOlderVersion()
    store.raw.pragma('busy_timeout = 0')
    const other = new Database(join(folder, 'micro-wish.db'))
    other.exec('begin immediate')
    expect(store.migrate(migrationsFolder)).toBe(false)
    other.exec('commit')
    other.close()
    expect(store.migrate(migrationsFolder)).toBe(true)
    expect(marksLeft(marks)).toEqual([])
  })
})

test('a reader at that moment makes no one wait; the next run empties the journal', async () => {
  const { services, clock } = await community(store, monday)
  const reader = new Database(join(folder, 'micro-wish.db'), { readonly: true })
  reader.exec('begin')
  reader.prepare('select count(*) from people').get()
  await tick(services)
  expect(store.raw.pragma('busy_timeout', { simple: true })).toBe(5000)
  reader.close()
  clock.now = new Date(monday.getTime() + 60_000)
  await tick(services)
  expect(statSync(join(folder, 'micro-wish.db-wal')).size).toBe(0)
})

test('the folder, the file and its journal are for their owner alone; an older file is closed to everybody else', () => {
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
  const made = openSqlite(join(folder, 'new', 'micro-wish.db'))
  made.migrate(migrationsFolder)
  expect(mode(join(folder, 'new'))).toBe('700')
  for (const end of ['', '-wal', '-shm']) expect(mode(join(folder, 'new', `micro-wish.db${end}`))).toBe('600')
  made.close()

  writeFileSync(join(folder, 'older.db'), '', { mode: 0o644 })
  openSqlite(join(folder, 'older.db')).close()
  expect(mode(join(folder, 'older.db'))).toBe('640')
})

test('nothing else is left out: a person who is gone, and what they signed in with', async () => {
  const { services, clock, staff } = await community(store, monday)
  const { db } = store
  await staff('dora', 'secretary')
  await store.commit([db.update(people).set({ name: 'mark-of-a-person' }).where(eq(people.id, 'dora'))])
  store.raw.exec("update roles set until_day = '2026-11-03' where person_id = 'dora'")
  clock.now = new Date(monday.getTime() + 60 * day)
  for (let run = 0; run < 2; run++) await tick(services)
  expect((await db.select().from(people).where(eq(people.id, 'dora')))[0]?.name).toBe('')
  expect(marksLeft(['mark-of-a-person'])).toEqual([])
})

test('the log stays whole when a person is erased, and never had an id of theirs', async () => {
  const { services, clock, staff, volunteers, post, move, claim } = await community(store, monday)
  const [anna, dora] = [await staff('anna', 'gridWorker'), await staff('dora-of-hongqi', 'secretary')]
  const [ben] = await volunteers(['ben-of-the-log'])
  if (!ben) throw new Error('the cast is incomplete')
  const wish = await post(anna)
  await move(dora, wish, publish)
  await claim(ben, wish, 'ben-of-the-log')
  await tick(services)
  const before = await verifyLog(services)
  store.raw.exec("update roles set until_day = '2026-11-03' where person_id = 'dora-of-hongqi'")
  clock.now = new Date(monday.getTime() + 60 * day)
  for (let run = 0; run < 2; run++) await tick(services)
  const after = await verifyLog(services)

  expect((await store.db.select().from(people).where(eq(people.id, 'dora-of-hongqi')))[0]?.name).toBe('')
  expect([before.ok, after.ok]).toEqual([true, true])
  expect(after.ok && before.ok && after.records).toBeGreaterThanOrEqual(before.ok ? before.records : 0)
  const log = store.raw.prepare('select lower(hex(bytes)) from log_tiles').pluck().all().join()
  const notes = store.raw.prepare('select note from log_heads').pluck().all().join()
  const ids = [anna, dora, ben].map(({ id }) => id)
  expect(store.raw.prepare('select distinct actor_id from events').pluck().all()).toEqual(expect.arrayContaining(ids))
  for (const id of ids) expect([id, log.includes(toHex(utf8(id))), notes.includes(id)]).toEqual([id, false, false])
})
