import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import { migrationsFolder } from '#test/support/stores.ts'
import { community, secret } from './cast.ts'

// Real processes with real files: npm run backup while a server goes on writing.

const root = join(import.meta.dirname, '../..')
const now = new Date('2026-11-02T03:00:00Z')
let data = ''
let target = ''
let store: SqliteStore
const begun: ChildProcess[] = []
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'micro-wish-data-'))
  target = mkdtempSync(join(tmpdir(), 'micro-wish-backups-'))
  store = openSqlite(join(data, 'micro-wish.db'))
  store.migrate(migrationsFolder)
  await community(store, now)
  mkdirSync(join(data, 'photos'))
  writeFileSync(join(data, 'photos', 'photo-one'), 'the bytes of a photo')
  writeFileSync(join(data, 'photos', 'photo-two.half'), 'half a photo')
})
afterEach(() => {
  for (const child of begun.splice(0)) child.kill('SIGKILL')
  store.close()
  for (const folder of [data, target]) rmSync(folder, { recursive: true, force: true })
})

const { DEMO: _, ...machine } = process.env
const environment = () => ({ ...machine, DATA_DIR: data, LANG: 'en_GB.UTF-8' })

function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [join(root, 'dist/commands/backup.js'), ...args], { env: environment() })
  begun.push(child)
  let told = ''
  child.stdout.on('data', (chunk) => (told += chunk))
  child.stderr.on('data', (chunk) => (told += chunk))
  const ended = new Promise<{ code: number | null; told: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, told: told.trim() })),
  )
  return { child, ended }
}
const backUp = (...args: readonly string[]) => start(...args).ended

const finished = () => readdirSync(target).filter((name) => /^micro-wish-\d{8}T\d{6}Z$/.test(name))
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

function within<T>(name: string, look: (raw: Database.Database) => T): T {
  const raw = new Database(join(target, name, 'micro-wish.db'), { readonly: true })
  try {
    return look(raw)
  } finally {
    raw.close()
  }
}
const isWhole = (name: string) => within(name, (raw) => raw.pragma('integrity_check', { simple: true }) === 'ok')

/** Rows that make a copy take longer than a moment. */
function fill(rows: number): void {
  const insert = store.raw.prepare('insert into ticks (id, at, changed) values (?, 1, 1)')
  store.raw.transaction(() => {
    for (let n = 0; n < rows; n++) insert.run(`${n}-`.padEnd(900, 'x'))
  })()
}

test('database and photos are copied, checked and for their owner alone', async () => {
  const { code, told } = await backUp(target)
  const [name = ''] = finished()

  expect([code, told]).toEqual([0, `Backed up and checked: ${join(target, name)}`])
  expect(readdirSync(target)).toEqual([name])
  expect(readdirSync(join(target, name)).sort()).toEqual(['micro-wish.db', 'photos'])
  expect(readdirSync(join(target, name, 'photos'))).toEqual(['photo-one'])
  expect(readFileSync(join(target, name, 'photos/photo-one'), 'utf8')).toBe('the bytes of a photo')
  expect(isWhole(name)).toBe(true)
  for (const path of ['.', 'photos']) expect(mode(join(target, name, path))).toBe('700')
  for (const path of ['micro-wish.db', 'photos/photo-one']) expect(mode(join(target, name, path))).toBe('600')
})

test('while fifty rows a second are written none is refused, and all that were answered before are in the copy', async () => {
  fill(20_000)
  const written: string[] = []
  let isOver = false
  const refused: unknown[] = []
  const writer = (async () => {
    const insert = store.raw.prepare('insert into ticks (id, at, changed) values (?, 2, 2)')
    for (let n = 0; !isOver; n++) {
      try {
        insert.run(`row-${n}`)
        written.push(`row-${n}`)
      } catch (error) {
        refused.push(error)
      }
      await wait(20)
    }
  })()
  while (written.length < 10) await wait(20)
  const before = [...written]
  const { code } = await backUp(target)
  const during = written.length - before.length
  isOver = true
  await writer

  expect(code).toBe(0)
  expect(during).toBeGreaterThan(0)
  expect(refused).toEqual([])
  const rows = 'select id from ticks where at = 2'
  expect(new Set(store.raw.prepare(rows).pluck().all())).toEqual(new Set(written))
  const [name = ''] = finished()
  expect(isWhole(name)).toBe(true)
  const copied = within(name, (raw) => raw.prepare(rows).pluck().all())
  expect(before.filter((id) => !copied.includes(id))).toEqual([])
  // Nothing but what was written, and in its order: a moment, and not a mixture of two.
  expect(copied).toEqual(written.slice(0, copied.length))
})

test('killed in the middle it leaves nothing under a final name, and the next one clears away what it left', async () => {
  fill(60_000)
  let halves = 0
  for (let n = 0; n < 6; n++) {
    const { child, ended } = start(target)
    while (!readdirSync(target).some((name) => name.includes('unfinished')) && child.exitCode === null) await wait(1)
    await wait(n * 5)
    child.kill('SIGKILL')
    await ended
    halves += readdirSync(target).filter((name) => name.includes('unfinished')).length
    for (const name of finished()) expect(isWhole(name)).toBe(true)
  }
  expect(halves).toBeGreaterThan(0)

  expect((await backUp(target)).code).toBe(0)
  expect(readdirSync(target)).toEqual(finished())
  expect(finished().every(isWhole)).toBe(true)
})

test('--keep keeps the newest, and touches nothing else in the folder', async () => {
  for (const day of ['01', '02', '03']) mkdirSync(join(target, `micro-wish-202611${day}T000000Z`))
  writeFileSync(join(target, 'micro-wish-notes.txt'), 'mine')

  const { code, told } = await backUp(target, '--keep', '2')
  expect([code, told.split('\n').at(-1)]).toEqual([0, 'Older backups removed: 2.'])
  expect(finished()).toHaveLength(2)
  expect(finished()[0]).toBe('micro-wish-20261103T000000Z')
  expect(existsSync(join(target, 'micro-wish-notes.txt'))).toBe(true)
})

test('a backup that fails says why, ends with 1 and removes no earlier one', async () => {
  mkdirSync(join(target, 'micro-wish-20261101T000000Z'))
  const usage = expect.stringMatching(/^Usage: npm run backup/)
  const missing = join(target, 'no-disk')

  expect(await backUp()).toEqual({ code: 1, told: usage })
  expect(await backUp(target, '--keep', '0')).toEqual({ code: 1, told: usage })
  expect(await backUp(missing)).toEqual({
    code: 1,
    told: `There is no folder ${missing}. Make it first, or mount its disk. No backup was made.`,
  })
  expect((await backUp(data)).told).toContain('is the data folder itself')
  expect((await backUp(data)).code).toBe(1)

  // A file of the right size with nothing of a database in it.
  store.close()
  for (const end of ['-wal', '-shm']) rmSync(join(data, `micro-wish.db${end}`), { force: true })
  writeFileSync(join(data, 'micro-wish.db'), 'x'.repeat(8192))
  expect(await backUp(target, '--keep', '1')).toEqual({
    code: 1,
    told: 'The database is damaged (SQLITE_NOTADB). No backup was made; keep the earlier ones.',
  })
  rmSync(join(data, 'micro-wish.db'))
  expect((await backUp(target)).told).toContain(`There is no database in ${data}.`)
  expect(readdirSync(target)).toEqual(['micro-wish-20261101T000000Z'])
})

test('a disk that fills up in the middle leaves nothing, and the command says so', async () => {
  fill(5000)
  const command = `ulimit -f 2000; exec "$0" "$1" "$2"`
  const child = spawn('sh', ['-c', command, process.execPath, join(root, 'dist/commands/backup.js'), target], {
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  begun.push(child)
  let told = ''
  child.stderr.on('data', (chunk) => (told += chunk))
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect(code).toBe(1)
  expect(told).toContain('No backup was made.')
  expect(readdirSync(target)).toEqual([])
})

test('the server starts on a copy, with the secret next to it, and serves what was in it', async () => {
  store.raw.exec("update areas set name = 'Hongqi of the copy' where id = 'c'")
  expect((await backUp(target)).code).toBe(0)
  const restored = join(target, finished()[0] ?? '')
  writeFileSync(join(restored, 'secret'), secret, { mode: 0o600 })
  chmodSync(restored, 0o700)

  const child = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: root,
    env: { ...machine, DATA_DIR: restored, PUBLIC_URL: 'http://127.0.0.1', HOST: '127.0.0.1', PORT: '0' },
  })
  begun.push(child)
  const address = await new Promise<string>((resolve, reject) => {
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
      const found = /http:\/\/[\d.:]+/.exec(out)
      if (found) resolve(found[0])
    })
    child.stderr.on('data', (chunk) => reject(new Error(String(chunk))))
  })
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  expect(await (await fetch(`${address}/c/hongqi`)).text()).toContain('Hongqi of the copy')
})
