import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { residents } from '#db/schema/tables.ts'
import { storageFaultOf } from '#db/store/fault-of.ts'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import { watchStorage } from '#db/store/watch-storage.ts'
import type { StorageFault } from '#domain/storage-fault.ts'
import { tick } from '#jobs/run-clock.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { places } from '#test/support/cast.ts'
import { migrationsFolder } from '#test/support/stores.ts'
import { zh } from '#text/zh.ts'

// Real faults of a database in a file. Each is named on the page, in the log of the process and on /healthz; nothing that
// was answered is lost, nothing that was refused is half there, and the program works again when the fault is over.

/** In milliseconds; five seconds on a server. */
const patience = 200
let folder = ''
let raw: SqliteStore
let app: TestApp
let log: string[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'micro-wish-faults-'))
  raw = openSqlite(join(folder, 'micro-wish.db'), patience)
  raw.migrate(migrationsFolder)
  log = []
  const watched = watchStorage(
    raw,
    () => app.services.now(),
    (line) => log.push(line),
  )
  app = await testApp({ store: watched.store })
  Object.assign(app.services, { storage: watched.watch })
})
afterEach(() => {
  raw.close()
  rmSync(folder, { recursive: true, force: true })
})

type Fault = { readonly begins: () => void; readonly ends: () => void }
const faults: Readonly<Record<Exclude<StorageFault, 'disk' | 'damaged'>, () => Fault>> = {
  // No page may be added to the file, as when the disk has no room for one.
  full: () => ({
    begins: () => {
      // What is free inside the file is used up first.
      raw.raw.exec('vacuum')
      raw.raw.pragma(`max_page_count = ${raw.raw.pragma('page_count', { simple: true })}`)
      raw.raw.pragma('wal_checkpoint(TRUNCATE)')
    },
    ends: () => raw.raw.pragma('max_page_count = 1073741823'),
  }),
  'read-only': () => ({
    begins: () => raw.raw.pragma('query_only = ON'),
    ends: () => raw.raw.pragma('query_only = OFF'),
  }),
  locked: () => {
    const other = new Database(join(folder, 'micro-wish.db'))
    return {
      begins: () => other.exec('begin exclusive'),
      ends: () => {
        other.exec('rollback')
        other.close()
      },
    }
  },
}

const typed = {
  ...{ sex: 'female', ageBand: '80+', gridId: places.grid1, building: '3', unit: '1', relativeName: '' },
  ...{ phone1: '13912345678', phone2: '', phone3: '', callFrom: '', callUntil: '', relativePhone: '', hearing: '' },
  ...{ agreed: ['kept', 'posting', 'card'], method: 'in-person', day: '2026-11-02' },
}
let doors = 100
/** Fills in the form of a new resident and sends it. */
async function send(name: string, headers: Record<string, string> = {}) {
  const form = await app.as('ana').get('/residents/new')
  const marks = { key: form.hidden('key'), filledBy: form.hidden('filledBy') }
  return app.as('ana').post('/residents', { ...typed, ...marks, name, door: String(doors++) }, headers)
}
const namesStored = async () => (await app.services.store.db.select().from(residents)).map(({ name }) => name)

describe.each(Object.keys(faults) as (keyof typeof faults)[])('while the database is %s', (kind) => {
  test('the page says so and gives the form back; the log and /healthz name it; then all goes on by itself', async () => {
    for (const who of ['ana', 'dora', 'finn'] as const) await app.as(who).get('/desk')
    const fault = faults[kind]()
    fault.begins()

    // What still found room in the file was answered as saved, and is.
    const saved: string[] = []
    let name = 'Zhang A'
    let refused = await send(name)
    for (let n = 1; refused.status === 303 && n < 100; n++) {
      saved.push(name)
      name = `Zhang ${'A'.repeat(n % 26)}${String.fromCharCode(66 + (n % 24))}`
      refused = await send(name)
    }
    const said = zh.errors.storage[kind]
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60'])
    for (const sentence of [said.title, said.body, zh.unsent.back]) expect(refused.words).toContain(sentence)
    expect(refused.html).toContain(`value="${name}"`)
    expect(refused.html).not.toMatch(/SQLITE|SqliteError|at .*\.ts:\d/)
    expect(await namesStored()).toEqual(expect.arrayContaining(saved))
    expect(await namesStored()).not.toContain(name)

    // Pages are read as before.
    expect((await app.anyone.get('/c/hongqi')).status).toBe(200)
    expect((await app.as('dora').get('/desk')).status).toBe(200)
    await tick(app.services).catch((error: Error) => expect(storageFaultOf(error)).toBe(kind))
    const health = await app.anyone.get('/healthz')
    expect([health.status, JSON.parse(health.html)]).toEqual([503, { ok: false, storage: { fault: kind, for: 0 } }])
    expect((await app.as('finn').get('/status')).words).toContain(said.title)
    expect(log).toEqual([expect.stringMatching(/^storage: /)])
    expect(log.join()).not.toMatch(/Zhang|139/)

    fault.ends()
    // The clock is the first to notice, without a visitor.
    app.at('2026-11-02T11:01:00+08:00')
    await tick(app.services)
    expect((await app.anyone.get('/healthz')).status).toBe(200)
    expect(log.slice(1)).toEqual([expect.stringMatching(/^storage: works again; \d+ attempts? w/)])
    expect((await send(name)).status).toBe(303)
    expect((await namesStored()).filter((one) => one === name)).toHaveLength(1)
    expect(raw.raw.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
  })
})

test('while another process has the database locked, pages are read meanwhile, and a write waits for a short lock', async () => {
  await app.as('ana').get('/desk')
  const other = new Database(join(folder, 'micro-wish.db'))
  other.exec('begin exclusive')
  const order: string[] = []
  const written = send('Zhang A').then(({ status }) => order.push(`written ${status}`))
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect((await app.anyone.get('/c/hongqi')).status).toBe(200)
  order.push('read')
  other.exec('rollback')
  other.close()
  await written

  expect(order).toEqual(['read', 'written 303'])
  expect(log).toEqual([])
})

test('a form that htmx has sent gets the sentence in a header, and no page in its place', async () => {
  await app.as('ana').get('/desk')
  faults['read-only']().begins()
  const answer = await send('Zhang A', { 'hx-request': 'true' })
  const { title, body } = zh.errors.storage['read-only']

  expect([answer.status, decodeURIComponent(answer.headers.get('x-not-saved') ?? '')]).toEqual([503, title + body])
  expect(answer.html).not.toContain('<!doctype')
})

test('a session that should be extended is not lost while nothing can be written', async () => {
  await app.as('dora').get('/desk')
  app.at('2026-11-20T11:00:00+08:00')
  faults['read-only']().begins()

  expect((await app.as('dora').get('/people')).status).toBe(200)
})

test('errors of both drivers are classified through every wrapping, and what a person typed is never searched', () => {
  const coded = (code: string) => Object.assign(new Error('said'), { code })
  const d1 = (text: string) => new Error('Failed query: insert …', { cause: new Error(`D1_ERROR: ${text}`) })
  const cases: readonly (readonly [unknown, StorageFault | null])[] = [
    [coded('SQLITE_FULL'), 'full'],
    [new Error('outer', { cause: coded('ENOSPC') }), 'full'],
    [coded('SQLITE_READONLY_DBMOVED'), 'read-only'],
    [coded('EROFS'), 'read-only'],
    [coded('SQLITE_BUSY_SNAPSHOT'), 'locked'],
    [coded('SQLITE_IOERR_WRITE'), 'disk'],
    [coded('SQLITE_CORRUPT_VTAB'), 'damaged'],
    [d1('database or disk is full: SQLITE_FULL'), 'full'],
    [d1('Exceeded maximum DB size'), 'full'],
    [d1('database is locked: SQLITE_BUSY'), 'locked'],
    [d1('UNIQUE constraint failed: people.phone: SQLITE_CONSTRAINT'), null],
    [new Error("Failed query: insert …\nparams: D1_ERROR: 'all: SQLITE_FULL'"), null],
    [new TypeError('SQLITE_FULL'), null],
    [null, null],
  ]
  expect(cases.map(([error]) => storageFaultOf(error))).toEqual(cases.map(([, fault]) => fault))
})
