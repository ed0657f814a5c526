import { existsSync, realpathSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { commandWords } from '#src/commands/running/command-words.ts'
import { databaseFile, dataFolder } from '#src/commands/running/machine.ts'
import { backUp, type NoBackup } from './back-up.ts'
import { removeAllButNewest } from './backup-copies.ts'

type Terminal = {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
  readonly now: Date
}

/**
 * npm run backup -- FOLDER [--keep N]: exits with 0 if a checked copy is in the folder, otherwise with 1 and a
 * sentence.
 */
export async function backupCommand(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { out, error, now }: Terminal,
): Promise<number> {
  const asked = flagsOf(args)
  const say = commandWords(asked?.lang, env).backup
  const keep = asked?.keep === undefined ? null : Number(asked.keep)
  if (!asked || (keep !== null && !(Number.isInteger(keep) && keep >= 1))) {
    error(say.usage)
    return 1
  }
  const dataDir = dataFolder(env)
  const { folder } = asked
  const refused = !existsSync(databaseFile(dataDir))
    ? say.noDatabase(dataDir)
    : !isFolder(folder)
      ? say.noFolder(folder)
      : realpathSync(folder) === realpathSync(dataDir)
        ? say.sameFolder(folder)
        : null
  if (refused) {
    error(refused)
    return 1
  }
  const made = backUp(dataDir, folder, now)
  if (!made.ok) {
    error(sentence(say, made, folder))
    return 1
  }
  out(say.made(made.path))
  const removed = keep === null ? [] : removeAllButNewest(folder, keep)
  if (removed.length) out(say.removed(removed.length))
  return 0
}

type Words = ReturnType<typeof commandWords>['backup']

function sentence(say: Words, refused: NoBackup, folder: string): string {
  if (refused.why === 'no-room') return say.noRoom(folder)
  if (refused.why === 'not-allowed') return say.notAllowed(folder)
  if (refused.why === 'there-already') return say.thereAlready(refused.path)
  if (refused.why === 'damaged') return say.damaged(refused.what)
  return say.failed(refused.code)
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

function flagsOf(args: readonly string[]) {
  try {
    const options = { keep: { type: 'string' }, lang: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [folder] = positionals
    return folder && positionals.length === 1 ? { ...values, folder } : null
  } catch {
    return null
  }
}
