import { existsSync, readFileSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { rootOfSize } from '#actions/log/log-reads.ts'
import { verifyLog } from '#actions/log/verify-log.ts'
import { faultsOf, openSqlite } from '#db/store/sqlite.ts'
import { fromHex } from '#domain/log/byte-strings.ts'
import { checkLetters, readCheckLetters } from '#domain/log/check-letters.ts'
import { commandWords } from '#src/commands/running/command-words.ts'
import { databaseFile, dataFolder, logSeedFile } from '#src/commands/running/machine.ts'
import { migrationsFolder } from '#src/commands/running/root.ts'
import { isInUse, makeFolder, swap } from './restored-folder.ts'

type Terminal = {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
  readonly now: Date
}

/**
 * npm run restore -- BACKUP [--records N --letters WORDS]: checks a backup in a new folder and puts that in the place of the
 * data folder, which is kept. Exits with 1 and a sentence where the backup is not whole; then nothing is changed.
 */
export async function restoreCommand(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { out, error, now }: Terminal,
): Promise<number> {
  const asked = askedOf(args)
  const say = commandWords(asked?.lang, env).restore
  const refuse = (sentence: string): 1 => {
    error(sentence)
    return 1
  }
  if (!asked) return refuse(say.usage)
  const dataDir = dataFolder(env).replace(/[\\/]+$/, '')
  const logSeed = env.LOG_SEED ?? seedIn(dataDir)
  if (!existsSync(databaseFile(asked.backup))) return refuse(say.noBackup(asked.backup))
  if (!logSeed) return refuse(say.noSeed(logSeedFile(dataDir)))
  if (isInUse(dataDir)) return refuse(say.inUse)

  const folder = makeFolder(asked.backup, dataDir)
  try {
    const checked = await check(folder, logSeed, asked.sheet, say)
    if (!checked.ok) return refuse(checked.sentence)
    const older = swap(folder, dataDir, now)
    for (const sentence of checked.sentences) out(sentence)
    out(say.done(dataDir))
    if (older) out(say.kept(older))
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Words = ReturnType<typeof commandWords>['restore']
/** What a sheet or a witness outside says of the ledger. */
type Sheet = { readonly records: number; readonly letters: string }
type Checked =
  | { readonly ok: true; readonly sentences: readonly string[] }
  | { readonly ok: false; readonly sentence: string }

async function check(folder: string, logSeed: string, sheet: Sheet | null, say: Words): Promise<Checked> {
  const faults = faultsIn(folder)
  if (faults.length) return { ok: false, sentence: say.damaged(faults.join('; ')) }
  const store = openSqlite(databaseFile(folder))
  try {
    store.migrate(migrationsFolder)
    const config = { publicUrl: 'http://127.0.0.1', secret: '', logSeed, isDemo: false }
    const log = await verifyLog({ store, config })
    if (!log.ok) return { ok: false, sentence: log.why === 'event' ? say.event(log.record) : say.log }
    const whole = log.records ? [say.whole(log.records, checkLetters(fromHex(log.root)))] : []
    if (!sheet) return { ok: true, sentences: whole }
    if (sheet.records > log.records) return { ok: true, sentences: [...whole, say.older(sheet.records - log.records)] }
    const isSame = checkLetters(await rootOfSize({ store }, sheet.records)) === sheet.letters
    return isSame
      ? { ok: true, sentences: [...whole, say.sameAsSheet(sheet.records)] }
      : { ok: false, sentence: say.otherThanSheet(sheet.records) }
  } finally {
    store.close()
  }
}

function faultsIn(folder: string): readonly string[] {
  try {
    return faultsOf(databaseFile(folder))
  } catch (error) {
    return [(error as { code?: string }).code ?? 'unreadable']
  }
}

const seedIn = (dataDir: string): string | null =>
  existsSync(logSeedFile(dataDir)) ? readFileSync(logSeedFile(dataDir), 'utf8').trim() : null

function askedOf(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    const options = { records: text, letters: text, lang: text }
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [backup] = positionals
    const { records, letters, lang } = values
    const sheet = sheetOf(records, letters)
    if (!backup || positionals.length > 1 || sheet === 'wrong') return null
    return { backup, sheet, lang }
  } catch {
    return null
  }
}

function sheetOf(records: string | undefined, typed: string | undefined): Sheet | null | 'wrong' {
  if (records === undefined && typed === undefined) return null
  const letters = readCheckLetters(typed ?? '')
  return letters && /^[1-9]\d{0,14}$/.test(records ?? '') ? { records: Number(records), letters } : 'wrong'
}
