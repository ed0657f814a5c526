import { commandsEn } from '#text/en/site/commands-text.ts'
import { wordsEn } from '#text/en/site/words-text.ts'
import { commandsZh } from '#text/zh/site/commands-text.ts'
import { wordsZh } from '#text/zh/site/words-text.ts'

const isEnglish = (asked: string | undefined, env: NodeJS.ProcessEnv): boolean =>
  /^en/i.test(asked ?? env.LC_ALL ?? env.LANG ?? '')

/** The words of the commands in the language given by --lang, otherwise by the machine's LANG, otherwise Chinese. */
export const commandWords = (asked: string | undefined, env: NodeJS.ProcessEnv): typeof commandsZh =>
  isEnglish(asked, env) ? commandsEn : commandsZh

/** The name of each step of the clock. */
export const stepWords = (env: NodeJS.ProcessEnv): typeof wordsZh.step =>
  isEnglish(undefined, env) ? wordsEn.step : wordsZh.step
