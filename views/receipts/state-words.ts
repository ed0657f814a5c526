import type { State } from '#domain/vocabulary.ts'
import type { Text } from '#text/text.ts'

/** How far a wish is, as it is said to the resident, or to a relative about the resident. */
export const stateWords = ({ receipts }: Text, state: State, isOwn: boolean): string => {
  const words: Readonly<Record<State, string>> = isOwn
    ? receipts.state
    : { ...receipts.state, ...receipts.family.state }
  return words[state]
}
