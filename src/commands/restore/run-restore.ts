import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readCheckLetters } from '#domain/log/check-letters.ts'
import { commandWords } from '#src/commands/running/command-words.ts'
import { databaseFile, dataFolder, logSeedFile, seedIn } from '#src/commands/running/machine.ts'
import { checkRestored, type Sheet } from './check-restored.ts'
import { isInUse, makeFolder, swap } from './restored-folder.ts'

type Terminal = {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
  readonly now: Date
}

/**
 * npm run restore -- BACKUP [--identity FILE] [--records N --letters WORDS]: checks a backup in a new folder and puts that in the place of the
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
  if (!isBackup(asked.backup)) return refuse(say.noBackup(asked.backup))
  if (!logSeed) return refuse(say.noSeed(logSeedFile(dataDir)))
  const identities = identitiesIn(asked.identity)
  if (!identities) return refuse(say.noIdentity(asked.identity ?? ''))
  if (isInUse(dataDir)) return refuse(say.inUse)

  const made = await makeFolder(asked.backup, dataDir, identities)
  if (!made.ok) return refuse(made.why === 'locked' ? say.locked : say.damaged(made.what))
  const { folder } = made
  try {
    const checked = await checkRestored(folder, logSeed, asked.sheet)
    if (!checked.ok) return refuse(sentenceOf(checked, say))
    const older = swap(folder, dataDir, now)
    const { records, letters, missing } = checked
    if (records) out(say.whole(records, letters))
    if (missing) out(say.older(missing))
    if (missing === 0 && asked.sheet) out(say.sameAsSheet(asked.sheet.records))
    out(say.done(dataDir))
    if (older) out(say.kept(older))
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Words = ReturnType<typeof commandWords>['restore']
type Refused = Exclude<Awaited<ReturnType<typeof checkRestored>>, { readonly ok: true }>

function sentenceOf(refused: Refused, say: Words): string {
  if (refused.why === 'damaged') return say.damaged(refused.what)
  if (refused.why === 'event') return say.event(refused.record)
  return refused.why === 'sheet' ? say.otherThanSheet(refused.records) : say.log
}

const isBackup = (path: string): boolean =>
  existsSync(path) && (statSync(path).isFile() || existsSync(databaseFile(path)))

/** The secret keys in a file of `age-keygen`; null where there are none in it. */
function identitiesIn(file: string | undefined): readonly string[] | null {
  if (file === undefined) return []
  if (!existsSync(file)) return null
  const found = readFileSync(file, 'utf8').match(/^AGE-SECRET-KEY-1[0-9A-Z]+$/gm)
  return found ? [...found] : null
}

function askedOf(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    const options = { records: text, letters: text, identity: text, lang: text }
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [backup] = positionals
    const { records, letters, identity, lang } = values
    const sheet = sheetOf(records, letters)
    if (!backup || positionals.length > 1 || sheet === 'wrong') return null
    return { backup, sheet, identity, lang }
  } catch {
    return null
  }
}

function sheetOf(records: string | undefined, typed: string | undefined): Sheet | null | 'wrong' {
  if (records === undefined && typed === undefined) return null
  const letters = readCheckLetters(typed ?? '')
  return letters && /^[1-9]\d{0,14}$/.test(records ?? '') ? { records: Number(records), letters } : 'wrong'
}
