import type { LetterPassage } from '#db/letters/letter-rows.ts'
import { satisfactions } from '#domain/vocabulary.ts'
import type { Text } from '#text/text.ts'

/** What happened at this step, with the rating where one was given. */
export function passageWords({ act, data }: Pick<LetterPassage, 'act' | 'data'>, { letters, words }: Text): string {
  const level = satisfactions.find((one) => one === data.level)
  const said = level ? words.satisfaction[level] : null
  if (act === 'call') return said ? letters.callReached(said) : letters.callMissed
  return act === 'rate' && said ? letters.rated(said) : letters.done[act]
}
