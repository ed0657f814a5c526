import { commandsEn } from '#text/en/commands.ts'
import { commandsZh } from '#text/zh/commands.ts'

/** The commands' words: as asked by --lang, else by the machine's LANG, else Chinese. */
export function commandWords(asked: string | undefined, env: NodeJS.ProcessEnv): typeof commandsZh {
  const lang = asked ?? env.LC_ALL ?? env.LANG ?? ''
  return /^en/i.test(lang) ? commandsEn : commandsZh
}
