import { existsSync, realpathSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { beginBackup, endBackup } from '#actions/backups/record-backup.ts'
import { backupDaysNow } from '#db/backups/backup-days.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import { commandWords } from '#src/commands/running/command-words.ts'
import { databaseFile, dataFolder, logSeedFile, seedIn } from '#src/commands/running/machine.ts'
import { migrationsFolder } from '#src/commands/running/root.ts'
import { noPhotos, type Services, wholeSeconds } from '#src/services.ts'
import { type BackupOrder, backUp } from './back-up.ts'
import { removeAllButNewest } from './backup-copies.ts'
import { readBackupSettings } from './backup-settings.ts'
import { type DailyMade, type DailyOrder, makeBackup } from './make-backup.ts'

type Terminal = {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
  readonly now: Date
}

/**
 * npm run backup [-- FOLDER [--keep N]] [--drill]: exits with 0 if a checked backup is in the folder, otherwise with 1 and a
 * sentence. Without FOLDER it is the backup of the day: in BACKUP_DIR, outside, and removing what is no longer kept.
 */
export async function backupCommand(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { out, error, now }: Terminal,
): Promise<number> {
  const asked = flagsOf(args)
  const say = commandWords(asked?.lang, env).backup
  const refuse = (...sentences: readonly string[]): 1 => {
    for (const sentence of sentences) error(sentence)
    return 1
  }
  const keep = asked?.keep === undefined ? null : Number(asked.keep)
  const isKeepRight = keep === null || (Number.isInteger(keep) && keep >= 1 && asked?.folder !== undefined)
  if (!asked || !isKeepRight || !(asked.folder ?? env.BACKUP_DIR)) return refuse(say.usage)
  const dataDir = dataFolder(env)
  if (!existsSync(databaseFile(dataDir))) return refuse(say.noDatabase(dataDir))
  const { settings, faults } = readBackupSettings(env, dataDir)
  if (faults.length) return refuse(...faults)
  const logSeed = env.LOG_SEED ?? seedIn(dataDir)
  if (!logSeed) return refuse(say.noSeed(logSeedFile(dataDir)))
  const folder = asked.folder ?? settings.folder ?? ''
  if (isFolder(folder) && realpathSync(folder) === realpathSync(dataDir)) return refuse(say.sameFolder(folder))

  const { recipients, offSite } = settings
  const order = { dataDir, folder, at: now, logSeed, recipients, isDrill: asked.drill ?? false }
  const daily: DailyMade = asked.folder ? await once(order, keep) : await recorded({ ...order, offSite })
  const { made, path, removed } = daily
  if (!made.ok) return refuse(say.fault[made.why](made.what ?? '', folder))
  out(say.made(path ?? ''))
  if (!recipients.length) out(say.notEncrypted)
  if (order.isDrill) out(say.drilled(made.records))
  if (removed) out(say.removed(removed))
  return made.isOffSite === false ? refuse(say.notOffSite) : 0
}

/** A backup in any folder, of which only the newest are kept where that is asked. */
async function once(order: BackupOrder, keep: number | null): Promise<DailyMade> {
  const made = await backUp(order)
  if (!made.ok) return { made, path: null, removed: 0 }
  const removed = keep === null ? [] : removeAllButNewest(order.folder, keep)
  return { made: { ...made, isOffSite: null }, path: made.path, removed: removed.length }
}

/** The backup of the day, which the administrator's desk then knows of. */
async function recorded(order: Omit<DailyOrder, 'mostDays'>): Promise<DailyMade> {
  const store = openSqlite(databaseFile(order.dataDir))
  try {
    store.migrate(migrationsFolder)
    const config = { publicUrl: 'http://127.0.0.1', secret: '', logSeed: order.logSeed, isDemo: false }
    const services: Services = { store, config, photos: noPhotos, now: () => wholeSeconds(order.at.getTime()) }
    const id = await beginBackup(services, order.isDrill)
    if (id === null) return { made: { ok: false, why: 'there-already', what: order.folder }, path: null, removed: 0 }
    const daily = await makeBackup({ ...order, mostDays: await backupDaysNow(store.db, order.at) })
    await endBackup(services, id, daily.made)
    return daily
  } finally {
    store.close()
  }
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

function flagsOf(args: readonly string[]) {
  try {
    const options = { keep: { type: 'string' }, drill: { type: 'boolean' }, lang: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return positionals.length <= 1 ? { ...values, folder: positionals[0] } : null
  } catch {
    return null
  }
}
