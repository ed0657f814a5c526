import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { asc } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { rootOfSize } from '#actions/log/log-reads.ts'
import { verifyLog } from '#actions/log/verify-log.ts'
import { sessionsOf } from '#auth/sessions.ts'
import { events, notes, notifications, wishes } from '#db/schema/tables.ts'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import { toHex } from '#domain/log/byte-strings.ts'
import { type Checkpoint, readCheckpoint } from '#domain/log/signed-note.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Hashes, WishEvent } from '#domain/wish/wish-events.ts'
import { walkSteps } from '#jobs/walk-steps.ts'
import { unpack } from '#src/commands/backup/packed-backup.ts'
import { seedIn } from '#src/commands/running/machine.ts'
import { migrationsFolder } from '#test/support/stores.ts'
import { type Community, community, secret } from './cast.ts'
import { isWhole } from './whole.ts'

// Real processes over a real file, ended by SIGKILL: nothing of theirs is told that it is over.

const root = join(import.meta.dirname, '../..')
const publicUrl = 'http://127.0.0.1'
const begun: ChildProcess[] = []
const folders: string[] = []
afterEach(() => {
  for (const child of begun.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const fileIn = (folder: string) => join(folder, 'micro-wish.db')

/** Looks into the file and closes it again: while a process lives or after its end no one else holds the database. */
async function within<T>(folder: string, look: (store: SqliteStore) => T | Promise<T>): Promise<T> {
  const store = openSqlite(fileIn(folder))
  try {
    return await look(store)
  } finally {
    store.close()
  }
}

/** A community in a folder of its own, as the processes will find it. */
async function settled<T>(now: Date, fill: (place: Community, open: () => Promise<Wish>) => Promise<T>) {
  const folder = mkdtempSync(join(tmpdir(), 'micro-wish-kill-'))
  folders.push(folder)
  const filled = await within(folder, async (store) => {
    store.migrate(migrationsFolder)
    // Only what this test writes itself, before anything is killed.
    store.raw.pragma('synchronous = OFF')
    const place = await community(store, now)
    const anna = await place.staff('anna', 'gridWorker')
    const dora = await place.staff('dora', 'secretary')
    return fill(place, async () => {
      const wish = await place.post(anna)
      await place.move(dora, wish, { action: 'publish', publicText: '', approvesValue: false })
      return wish
    })
  })
  return { folder, ...filled }
}

const names = (count: number) => Array.from({ length: count }, (_, n) => `v${n}`)
const { DEMO: _, ...machine } = process.env

function run(
  entry: string,
  folder: string,
  ...args: readonly string[]
): ChildProcess & { readonly gone: Promise<NodeJS.Signals | number> } {
  const env = { ...machine, DATA_DIR: folder, PUBLIC_URL: publicUrl, SECRET: secret, HOST: '127.0.0.1', PORT: '0' }
  const child = spawn(process.execPath, [join(root, 'dist', entry), ...args], {
    cwd: root,
    env: { ...env, LANG: 'en_GB.UTF-8' },
  })
  begun.push(child)
  const gone = new Promise<NodeJS.Signals | number>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code ?? -1)),
  )
  return Object.assign(child, { gone })
}

async function server(folder: string) {
  const child = run('node.js', folder)
  const address = await new Promise<string>((resolve, reject) => {
    let out = ''
    child.stdout?.on('data', (chunk) => {
      out += chunk
      const found = /http:\/\/[\d.:]+/.exec(out)
      if (found) resolve(found[0])
    })
    child.stderr?.on('data', (chunk) => reject(new Error(String(chunk))))
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
  })
  return { child, address }
}

const eventsOf = async (store: SqliteStore): Promise<readonly (WishEvent & { readonly pos: number })[]> =>
  (await store.db.select().from(events).orderBy(asc(events.pos))) as never

/** Nothing is half done: rows and events agree, each event has its words, and each telling is there once. */
async function isWholeToTheLast(store: SqliteStore) {
  const all = await eventsOf(store)
  await isWhole(store, all)
  const kept = new Set((await store.db.select().from(notes)).map(({ stream, seq, kind }) => `${stream} ${seq} ${kind}`))
  const promised = all.flatMap(({ stream, seq, data }) =>
    Object.keys((data.notes as Hashes | undefined) ?? {}).map((kind) => `${stream} ${seq} ${kind}`),
  )
  expect([...kept].sort()).toEqual(promised.sort())
  const told = (await store.db.select().from(notifications)).map((one) => `${one.stream} ${one.seq} ${one.personId}`)
  expect(new Set(told).size).toBe(told.length)
  expect(store.raw.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
  return all
}

type Answered = { readonly action: 'claim' | 'release'; readonly code: string }
type Volunteer = { readonly id: string; readonly cookie: string; holds: string | null; answered: Answered[] }

/** One person's afternoon: claims what is free, gives it back, and so on until the server does not answer any more. */
async function lives(person: Volunteer, address: string, codes: readonly string[], onAnswer: () => void) {
  const send = (code: string, action: Answered['action']) =>
    fetch(`${address}/wishes/${code}/${action}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: person.cookie,
        origin: publicUrl,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(action === 'release' ? { handover: 'the door was closed' } : {}),
    })
  try {
    for (let n = Number(person.id.slice(1)); ; n++) {
      const action = person.holds ? 'release' : 'claim'
      const code = person.holds ?? (codes[n % codes.length] as string)
      const answer = await send(code, action)
      if (answer.status === 409) {
        // Someone else was quicker: the next one.
        await answer.arrayBuffer()
        continue
      }
      if (answer.status !== 303) throw new Error(`${action} ${code} was answered ${answer.status}`)
      person.answered.push({ action, code })
      person.holds = action === 'claim' ? code : null
      onAnswer()
    }
  } catch (error) {
    // The connection broke: the one way in which an afternoon ends here.
    if (!(error instanceof TypeError)) throw error
  }
}

test('a server killed twice in the middle of 500 answered claims and releases loses none of them, not even in part', async () => {
  const now = new Date(Math.floor(Date.now() / 1000) * 1000)
  const { folder, codeOf, volunteers } = await settled(now, async (place, open) => {
    const codeOf = new Map<string, string>()
    for (let n = 0; n < 50; n++) {
      const { id, code } = await open()
      codeOf.set(id, code)
    }
    const volunteers: Volunteer[] = []
    for (const { id } of await place.volunteers(names(40))) {
      const cookie = (await sessionsOf(place.services).begin(id)).split(';')[0] ?? ''
      volunteers.push({ id, cookie, holds: null, answered: [] })
    }
    return { codeOf, volunteers }
  })

  /** Every answered act is there in its order; beyond them at most the one whose answer was on its way. */
  const nothingIsLost = (since: readonly WishEvent[]) => {
    for (const person of volunteers) {
      const done = since
        .filter(({ actorId }) => actorId === person.id)
        .map(({ action, stream }) => ({ action, code: codeOf.get(stream) ?? '' }))
      expect(done.slice(0, person.answered.length)).toEqual(person.answered)
      expect(done.length - person.answered.length).toBeLessThanOrEqual(1)
      const newest = done.at(-1)
      if (newest) person.holds = newest.action === 'claim' ? newest.code : null
      person.answered = []
    }
  }

  let last = (await within(folder, eventsOf)).at(-1)?.pos ?? 0
  for (const _life of ['first', 'second']) {
    const { child, address } = await server(folder)
    let answers = 0
    const countOne = () => {
      if (++answers === 250) child.kill('SIGKILL')
    }
    await Promise.all(volunteers.map((person) => lives(person, address, [...codeOf.values()], countOne)))
    expect(await child.gone).toBe('SIGKILL')
    expect(answers).toBeGreaterThanOrEqual(250)

    const next = await server(folder)
    expect((await fetch(`${next.address}/healthz`)).status).toBe(200)
    const all = await within(folder, isWholeToTheLast)
    nothingIsLost(all.filter(({ pos }) => pos > last))
    last = all.at(-1)?.pos ?? 0
    next.child.kill('SIGTERM')
    expect(await next.child.gone).toBe(0)
  }
})

test('a clock killed in the middle of a lapse leaves that one undone, and goes on from there, each lapse once', async () => {
  const longAgo = new Date(Math.floor(Date.now() / 1000 - 60 * 24 * 3600) * 1000)
  const { folder, ids } = await settled(longAgo, async (place, open) => {
    const ids: string[] = []
    for (const volunteer of await place.volunteers(names(40)))
      for (const wish of [await open(), await open()]) {
        await place.claim(volunteer, wish, volunteer.id)
        ids.push(wish.id)
      }
    // Each was reminded in time, and no clock has run since.
    for (let day = 0; day < 14; day++) {
      const made = await walkSteps(place.services)
      if (made.overdue) break
      place.clock.now = new Date(place.clock.now.getTime() + 24 * 3600 * 1000)
    }
    return { ids }
  })
  const lapsed = async () =>
    (await within(folder, eventsOf)).filter(({ action }) => action === 'lapse').map(({ stream }) => stream)

  // The 31st lapse never comes to an end: its event is written, its claim is being ended. That is where the clock is killed.
  const stuck = `create trigger stuck after update on claims when new.end_reason = 'lapse'
    and (select count(*) from claims where end_reason = 'lapse') > 30
    begin select sum(n) from (with recursive r(n) as (select 1 union all select n + 1 from r) select n from r); end`
  await within(folder, ({ raw }) => void raw.exec(stuck))
  const first = run('commands/tick.js', folder)
  while ((await lapsed()).length < 30) await wait(20)
  first.kill('SIGKILL')
  expect(await first.gone).toBe('SIGKILL')
  await within(folder, ({ raw }) => void raw.exec('drop trigger stuck'))

  expect(await lapsed()).toHaveLength(30)
  await within(folder, isWholeToTheLast)

  for (const _again of ['the rest', 'nothing more']) {
    expect(await run('commands/tick.js', folder).gone).toBe(0)
    expect((await lapsed()).sort()).toEqual([...ids].sort())
  }
  await within(folder, isWholeToTheLast)
})

/** A few in every run of the tests; more with `KILLS=1000 npm run kills`. */
const kills = Number(process.env.KILLS ?? 8)

test(`after ${kills} kills under load, of claims, postings, sequencing and backups, no answer is lost and the log continues`, async () => {
  const now = new Date(Math.floor(Date.now() / 1000) * 1000)
  const { folder, codeOf, volunteers, poster } = await settled(now, async (place, open) => {
    const codeOf = new Map<string, string>()
    for (let n = 0; n < 20; n++) {
      const { id, code } = await open()
      codeOf.set(id, code)
    }
    const cookieOf = async (id: string) => (await sessionsOf(place.services).begin(id)).split(';')[0] ?? ''
    const volunteers: Volunteer[] = []
    for (const { id } of await place.volunteers(names(12)))
      volunteers.push({ id, cookie: await cookieOf(id), holds: null, answered: [] })
    return { codeOf, volunteers, poster: await cookieOf('anna') }
  })
  const target = mkdtempSync(join(tmpdir(), 'micro-wish-kill-backups-'))
  folders.push(target)
  const totals = { answers: 0, posted: 0, states: 0, backups: 0 }
  let checkpoint: Checkpoint | null = null
  let last = (await within(folder, eventsOf)).at(-1)?.pos ?? 0

  for (let n = 0; n < kills; n++) {
    const { child, address } = await server(folder)
    const backup = run('commands/backup.js', folder, target, '--keep', '3')
    const posted: string[] = []
    let answers = 0
    const killAfter = 5 + ((n * 7919) % 60)
    const countOne = () => {
      if (++answers !== killAfter) return
      child.kill('SIGKILL')
      backup.kill('SIGKILL')
    }
    const untilItBreaks = async (act: () => Promise<void>) => {
      try {
        for (;;) await act()
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
      }
    }
    await Promise.all([
      ...volunteers.map((person) => lives(person, address, [...codeOf.values()], countOne)),
      untilItBreaks(async () => {
        const key = randomBytes(12).toString('hex')
        const body = new URLSearchParams({ ...milkForm, key })
        const answer = await fetch(`${address}/wishes/new`, {
          method: 'POST',
          redirect: 'manual',
          headers: { cookie: poster, origin: publicUrl },
          body,
        })
        if (answer.status !== 303) throw new Error(`a posting was answered ${answer.status}`)
        posted.push(/\/wishes\/([\d-]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '')
        countOne()
      }),
      untilItBreaks(async () => {
        const text = await (await fetch(`${address}/log/checkpoint`)).text()
        const seen = readCheckpoint(text)
        if (seen) checkpoint = seen
        totals.states++
        await wait(5)
      }),
    ])
    await child.gone
    await backup.gone
    totals.answers += answers
    totals.posted += posted.length

    const all = await within(folder, eventsOf)
    const since = all.filter(({ pos }) => pos > last)
    for (const person of volunteers) {
      const done = since
        .filter(({ actorId, stream }) => actorId === person.id && codeOf.has(stream))
        .map(({ action, stream }) => ({ action, code: codeOf.get(stream) ?? '' }))
      expect(done.slice(0, person.answered.length)).toEqual(person.answered)
      expect(done.length - person.answered.length).toBeLessThanOrEqual(1)
      const newest = done.at(-1)
      if (newest) person.holds = newest.action === 'claim' ? newest.code : null
      person.answered = []
    }
    const codes = await within(folder, async (store) => (await store.db.select().from(wishes)).map(({ code }) => code))
    expect(posted.filter((code) => !codes.includes(code))).toEqual([])
    last = all.at(-1)?.pos ?? 0
  }

  await within(folder, async (store) => {
    const logSeed = seedIn(folder) ?? ''
    const log = await verifyLog({ store, config: { logSeed } })
    expect(log).toMatchObject({ ok: true })
    const seen = checkpoint as Checkpoint | null
    if (!seen) throw new Error('no signed state was read')
    expect(toHex(await rootOfSize({ store }, seen.size))).toBe(toHex(seen.root))
    await isWholeToTheLast(store)
  })
  for (const name of readdirSync(target).filter((one) => /Z\.tar\.zst$/.test(one))) {
    const opened = join(target, `opened-${name}`)
    expect(await unpack(join(target, name), opened, [])).toEqual({ ok: true })
    totals.backups++
  }
  console.log(`${kills} kills: ${JSON.stringify(totals)}`)
}, 3_600_000)

const milkForm = {
  item: 'milk',
  words: '',
  quantity: '2',
  specification: '',
  urgency: 'yellow',
  source: 'visit',
  value: '',
  note: '',
  repeat: 'as agreed',
  odd: 'as agreed',
  resident: 'r',
}
