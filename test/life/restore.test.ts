import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkWordsNow } from '#actions/log/words-for-sheet.ts'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import { backUp } from '#src/commands/backup/back-up.ts'
import { unpack } from '#src/commands/backup/packed-backup.ts'
import { restoreCommand } from '#src/commands/restore/run-restore.ts'
import { migrationsFolder } from '#test/support/stores.ts'
import { community, secret } from './cast.ts'

const now = new Date('2026-11-02T03:00:00Z')
let place = ''
let data = ''
let backup = ''
let sheet: { readonly records: number; readonly letters: string }
beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'micro-wish-restore-'))
  data = join(place, 'data')
  mkdirSync(join(data, 'photos'), { recursive: true })
  mkdirSync(join(place, 'backups'))
  writeFileSync(join(data, 'photos', 'photo-one'), 'the bytes of a photo')
  writeFileSync(join(data, 'secret'), secret, { mode: 0o600 })
  writeFileSync(join(data, 'log-seed'), secret, { mode: 0o600 })
  await using(async (store) => {
    store.migrate(migrationsFolder)
    const { services } = await community(store, now)
    write(store, 5)
    sheet = (await checkWordsNow(services)) as typeof sheet
  })
  backup = await backedUp([])
  // What happened after the backup.
  await using(async (store) => write(store, 3, 'later'))
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

async function backedUp(recipients: readonly string[], at = now): Promise<string> {
  const order = { dataDir: data, folder: join(place, 'backups'), at, logSeed: secret, recipients, isDrill: false }
  const made = await backUp(order)
  if (!made.ok) throw new Error(made.why)
  return made.path
}

async function using(act: (store: SqliteStore) => Promise<unknown>): Promise<void> {
  const store = openSqlite(join(data, 'micro-wish.db'))
  await act(store).finally(() => store.close())
}
const write = ({ raw }: SqliteStore, count: number, stream = 's') => {
  for (let n = 1; n <= count; n++)
    raw.exec(`insert into events (stream, seq, action, actor_id, at, community_id, data)
      values ('${stream}', ${n}, 'hours-stated', 'p', 1793588400, 'c', '{}')`)
}
const streams = () => {
  const raw = new Database(join(data, 'micro-wish.db'), { readonly: true })
  const found = raw.prepare('select distinct stream from events order by stream').pluck().all()
  raw.close()
  return found
}
async function restore(...args: readonly string[]) {
  const told: string[] = []
  const tell = (line: string) => told.push(line)
  const terminal = { out: tell, error: tell, now: new Date('2026-11-03T03:00:00Z') }
  const code = await restoreCommand(args, { DATA_DIR: data, LANG: 'en_GB.UTF-8' }, terminal)
  return { code, told: told.join('\n') }
}
const words = () => ['--records', String(sheet.records), '--letters', sheet.letters]

test('a backup is checked against the log and a sheet, and replaces the data folder, which is not deleted', async () => {
  const { code, told } = await restore(backup, ...words())

  expect([code, told]).toEqual([
    0,
    [
      `Every record matches the log: 5 records, check words ${sheet.letters}.`,
      'It begins with the 5 records of the sheet.',
      `Restored: ${data}. You can start the server.`,
      `The earlier folder is still there: ${data}.before-20261103T030000Z. Remove it once you have checked the pages.`,
    ].join('\n'),
  ])
  expect(streams()).toEqual(['s'])
  expect(readFileSync(join(data, 'photos/photo-one'), 'utf8')).toBe('the bytes of a photo')
  for (const name of ['secret', 'log-seed']) expect(readFileSync(join(data, name), 'utf8')).toBe(secret)
  expect((statSync(data).mode & 0o777).toString(8)).toBe('700')
  expect(readdirSync(place).sort()).toEqual(['backups', 'data', 'data.before-20261103T030000Z'])
})

test('on a new machine there is no folder from before, and the seed comes from the safe', async () => {
  rmSync(data, { recursive: true })
  expect((await restore(backup)).told).toContain('There is no seed of the log')
  mkdirSync(data)
  writeFileSync(join(data, 'log-seed'), secret)

  expect((await restore(backup)).code).toBe(0)
  expect(streams()).toEqual(['s'])
})

test('a newer sheet says how much has happened since the backup', async () => {
  const { code, told } = await restore(backup, '--records', '8', '--letters', sheet.letters)

  expect(code).toBe(0)
  expect(told).toContain('3 records of the sheet came after this backup and are not in it.')
})

test('what is not whole is not restored, and nothing is changed', async () => {
  const refused = async (sentence: RegExp, ...args: readonly string[]) => {
    const { code, told } = await restore(...args)
    expect(told).toMatch(sentence)
    expect([code, streams(), readdirSync(place).sort()]).toEqual([1, ['later', 's'], ['backups', 'data']])
  }
  await refused(/^Usage: npm run restore/)
  await refused(/^Usage: npm run restore/, backup, '--records', '5')
  await refused(/ is not a backup\. Nothing was changed/, join(place, 'nowhere'))
  const other = `${sheet.letters.startsWith('A') ? 'B' : 'A'}${sheet.letters.slice(1)}`
  await refused(/not the ones of the sheet/, backup, '--records', '5', '--letters', other)

  // A folder, as earlier versions made them.
  const older = join(place, 'backups/micro-wish-20261101T000000Z')
  expect(await unpack(backup, older, [])).toEqual({ ok: true })
  const raw = new Database(join(older, 'micro-wish.db'))
  raw.exec("drop trigger events_no_update; update events set actor_id = 'q' where pos = 4")
  raw.close()
  await refused(/^Record 4 of this backup does not match the log/, older)

  writeFileSync(join(older, 'micro-wish.db'), 'x'.repeat(8192))
  await refused(/^The database of this backup is damaged \(SQLITE_NOTADB\)/, older)
  truncateSync(backup, statSync(backup).size - 100)
  await refused(/^The database of this backup is damaged/, backup)
})

test('an encrypted backup needs its key, and is restored with it; so is a folder of an earlier version', async () => {
  const key = await generateX25519Identity()
  const file = join(place, 'key')
  const encrypted = await backedUp([await identityToRecipient(key)], new Date('2026-11-02T04:00:00Z'))
  expect(encrypted).toMatch(/\.tar\.zst\.age$/)

  expect((await restore(encrypted)).told).toMatch(/^This backup is encrypted/)
  expect((await restore(encrypted, '--identity', file)).told).toMatch(/ contains no secret age key/)
  writeFileSync(file, `# public key: age1…\n${await generateX25519Identity()}\n`)
  expect((await restore(encrypted, '--identity', file)).told).toMatch(/^This backup is encrypted/)
  writeFileSync(file, `# public key: age1…\n${key}\n`)
  expect(await restore(encrypted, '--identity', file)).toMatchObject({ code: 0 })
  expect(streams()).toEqual(['later', 's'])

  const older = join(place, 'backups/micro-wish-20261101T000000Z')
  await unpack(backup, older, [])
  rmSync(`${data}.before-20261103T030000Z`, { recursive: true })
  expect((await restore(older, ...words())).code).toBe(0)
  expect(streams()).toEqual(['s'])
})

test('while the server still has the database open nothing is restored', async () => {
  await using(async (store) => {
    write(store, 1, 'now')
    const { code, told } = await restore(backup)
    expect([code, told]).toEqual([
      1,
      'The server is still running on this data folder. Stop it first. Nothing was changed.',
    ])
  })
  expect(existsSync(`${data}.before-20261103T030000Z`)).toBe(false)
})
