import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sequenceLog } from '#actions/log/sequence-log.ts'
import { latestBackupRuns } from '#db/backups/backup-runs.ts'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import { backupStateOf } from '#domain/backups/backup-state.ts'
import { unpack } from '#src/commands/backup/packed-backup.ts'
import { restoreCommand } from '#src/commands/restore/run-restore.ts'
import { s3Stub } from '#test/commands/backup/s3-stub.ts'
import { migrationsFolder } from '#test/support/stores.ts'
import { type Community, community, secret } from './cast.ts'

// Real processes with real files: npm run backup while a server goes on writing.

const root = join(import.meta.dirname, '../..')
const now = new Date('2026-11-02T03:00:00Z')
let data = ''
let target = ''
let store: SqliteStore
let place: Community
const begun: ChildProcess[] = []
const folders: string[] = []
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'micro-wish-data-'))
  target = mkdtempSync(join(tmpdir(), 'micro-wish-backups-'))
  store = openSqlite(join(data, 'micro-wish.db'))
  store.migrate(migrationsFolder)
  place = await community(store, now)
  settings = {}
  writeFileSync(join(data, 'secret'), secret, { mode: 0o600 })
  writeFileSync(join(data, 'log-seed'), secret, { mode: 0o600 })
  mkdirSync(join(data, 'photos'))
  writeFileSync(join(data, 'photos', 'photo-one'), 'the bytes of a photo')
  writeFileSync(join(data, 'photos', 'photo-two.half'), 'half a photo')
})
afterEach(() => {
  for (const child of begun.splice(0)) child.kill('SIGKILL')
  store.close()
  for (const folder of [data, target, ...folders.splice(0)]) rmSync(folder, { recursive: true, force: true })
})

const { DEMO: _, ...machine } = process.env
let settings: Record<string, string> = {}
const environment = () => ({ ...machine, DATA_DIR: data, LANG: 'en_GB.UTF-8', ...settings })

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

const finished = () => readdirSync(target).filter((name) => /^micro-wish-\d{8}T\d{6}Z\.tar\.zst$/.test(name))
const halves = () => [...readdirSync(target), ...readdirSync(data)].filter((name) => name.includes('unfinished'))
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

/** A folder with what is in a backup. */
async function opened(name: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'micro-wish-opened-'))
  folders.push(folder)
  expect(await unpack(join(target, name), folder, [])).toEqual({ ok: true })
  return folder
}
async function within<T>(name: string, look: (raw: Database.Database) => T): Promise<T> {
  const raw = new Database(join(await opened(name), 'micro-wish.db'), { readonly: true })
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

  expect([code, told.split('\n')[0]]).toEqual([0, `Backed up and checked: ${join(target, name)}`])
  expect(readdirSync(target)).toEqual([name])
  expect(mode(join(target, name))).toBe('600')
  const folder = await opened(name)
  expect(readdirSync(join(folder, 'photos'))).toEqual(['photo-one'])
  expect(readFileSync(join(folder, 'photos/photo-one'), 'utf8')).toBe('the bytes of a photo')
  expect(await isWhole(name)).toBe(true)
  expect(halves()).toEqual([])
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
  expect(await isWhole(name)).toBe(true)
  const copied = await within(name, (raw) => raw.prepare(rows).pluck().all())
  expect(before.filter((id) => !copied.includes(id))).toEqual([])
  // Nothing but what was written, and in its order: a moment, and not a mixture of two.
  expect(copied).toEqual(written.slice(0, copied.length))
})

test('killed twenty times in the middle it leaves nothing under a final name, and the next one clears away what it left', async () => {
  fill(20_000)
  let left = 0
  for (let n = 0; n < 20; n++) {
    const { child, ended } = start(target)
    while (!halves().length && child.exitCode === null) await wait(1)
    await wait(n * 10)
    child.kill('SIGKILL')
    await ended
    left += halves().length
    for (const name of finished()) expect(await isWhole(name)).toBe(true)
  }
  expect(left).toBeGreaterThan(0)

  expect((await backUp(target)).code).toBe(0)
  expect(readdirSync(target)).toEqual(finished())
  expect(halves()).toEqual([])
})

test('--keep keeps the newest, and touches nothing else in the folder', async () => {
  for (const day of ['01', '02', '03']) mkdirSync(join(target, `micro-wish-202611${day}T000000Z`))
  writeFileSync(join(target, 'micro-wish-notes.txt'), 'mine')

  const { code, told } = await backUp(target, '--keep', '2')
  expect([code, told.split('\n').at(-1)]).toEqual([0, 'Older backups removed: 2.'])
  expect(readdirSync(target).sort()).toEqual(['micro-wish-20261103T000000Z', ...finished(), 'micro-wish-notes.txt'])
  expect(finished()).toHaveLength(1)
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
  expect(halves()).toEqual([])
})

test('a record that was changed after the log took it in makes the backup fail, and earlier backups stay', async () => {
  const { services } = place
  store.raw.exec(`insert into events (stream, seq, action, actor_id, at, community_id, data)
    values ('s', 1, 'hours-stated', 'p', 1793588400, 'c', '{}'), ('s', 2, 'hours-stated', 'p', 1793588400, 'c', '{}')`)
  await sequenceLog(services)
  expect((await backUp(target)).code).toBe(0)
  store.raw.exec("drop trigger events_no_update; update events set actor_id = 'q' where seq = 2")
  await wait(1100)

  expect(await backUp(target)).toEqual({
    code: 1,
    told: 'The records do not match the log (2). No backup was made; keep the earlier ones, and run npm run verify to see which record differs.',
  })
  expect(finished()).toHaveLength(1)
})

test('the backup of the day is encrypted, restored as a drill, stored outside, and known to the desk', async () => {
  const outside = await s3Stub()
  const key = await generateX25519Identity()
  const { url, key: id, secret: password, region } = outside.offSite
  Object.assign(settings, {
    BACKUP_DIR: target,
    BACKUP_RECIPIENTS: await identityToRecipient(key),
    BACKUP_S3_URL: url,
    BACKUP_S3_KEY: id,
    BACKUP_S3_SECRET: password,
    BACKUP_S3_REGION: region,
  })
  const outdated = 'micro-wish-20200101T000000Z.tar.zst.age'
  writeFileSync(join(target, outdated), 'an old backup')
  outside.objects.set(`micro-wish/${outdated}`, Buffer.from('an old backup'))
  outside.objects.set('micro-wish/notes', Buffer.from('not a backup'))
  const { code, told } = await backUp('--drill')
  const [name = ''] = readdirSync(target)

  expect([code, told]).toEqual([
    0,
    [
      `Backed up and checked: ${join(target, name)}`,
      'Restored into a temporary folder and checked: 0 records match the log.',
      'Older backups removed: 1.',
    ].join('\n'),
  ])
  expect([...outside.objects.keys()].sort()).toEqual([`micro-wish/${name}`, 'micro-wish/notes'])
  expect(readdirSync(target)).toEqual([name])
  expect(outside.objects.get(`micro-wish/${name}`)?.equals(readFileSync(join(target, name)))).toBe(true)
  expect(await unpack(join(target, name), join(target, 'out'), [key])).toEqual({ ok: true })
  expect(backupStateOf(true, await latestBackupRuns(store.db), new Date())).toMatchObject({
    fault: null,
    isOnlyHere: false,
    isAlarming: false,
    lastDrill: expect.any(Date),
  })

  outside.goesDown()
  store.raw.exec('update backup_runs set at = at - 60')
  await wait(1100)
  const again = await backUp()
  expect([again.code, again.told.split('\n').at(-1)]).toEqual([
    1,
    'The backup is on this machine, but not in the outside storage. Check BACKUP_S3_URL, its keys and the network.',
  ])
  expect((await latestBackupRuns(store.db))[0]).toMatchObject({ fault: null, isOffSite: false })
  await outside.close()
})

test('the server makes the first backup at once and says how old it is; restored, it serves what was in it', async () => {
  store.raw.exec("update areas set name = 'Hongqi of the copy' where id = 'c'")
  settings.BACKUP_DIR = target
  const first = await server()
  const health = async (address: string) =>
    (await (await fetch(`${address}/healthz`)).json()) as { readonly backup: { readonly age: number | null } }
  while ((await health(first.address)).backup.age === null) await wait(50)
  expect(await health(first.address)).toMatchObject({
    ok: true,
    backup: { isAlarming: false, drill: expect.any(Number) },
  })
  const ended = new Promise((resolve) => first.child.once('exit', resolve))
  first.child.kill('SIGTERM')
  await ended

  store.raw.exec("update areas set name = 'Hongqi of today' where id = 'c'")
  store.close()
  const told: string[] = []
  const terminal = { out: (line: string) => told.push(line), error: (line: string) => told.push(line), now: new Date() }
  expect(await restoreCommand([join(target, finished()[0] ?? '')], environment(), terminal)).toBe(0)
  folders.push(...told.flatMap((line) => /kept: (\S+)\./.exec(line)?.[1] ?? []))
  const second = await server()
  expect(await (await fetch(`${second.address}/c/hongqi`)).text()).toContain('Hongqi of the copy')
})

async function server(): Promise<{ child: ChildProcess; address: string }> {
  const env = { ...environment(), PUBLIC_URL: 'http://127.0.0.1', HOST: '127.0.0.1', PORT: '0' }
  const child = spawn(process.execPath, ['bin/start.mjs'], { cwd: root, env })
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
  return { child, address }
}
