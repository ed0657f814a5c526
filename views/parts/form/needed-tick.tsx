import { wordsConfirmed } from '#domain/wish/notes/note-words.ts'
import type { Page } from '#views/page.ts'
import { Checkbox } from './field.tsx'

type Props = {
  readonly page: Page
  /** The words for which the form was refused; undefined if it was not. */
  readonly words: readonly string[] | undefined
  /** The field `needed` as it was sent. */
  readonly typed: string | undefined
  readonly prefix?: string
  /** In a form that is about no wish: the words are about a policy, not needed for the work. */
  readonly isGeneral?: boolean
}

/**
 * Below a note that was refused because of private words: a tick box that names them, to confirm that the next person
 * needs them.
 */
export const NeededTick = ({ page, words, typed, prefix, isGeneral = false }: Props) => {
  const confirmed = wordsConfirmed(typed)
  const asked = words ?? confirmed
  if (asked.length === 0) return null
  const { needed } = page.text.form
  return (
    <Checkbox
      name="needed"
      value={asked.join(' ')}
      label={isGeneral ? needed.general(asked) : needed.label(asked)}
      hint={isGeneral ? needed.generalHint : needed.hint}
      checked={asked.every((word) => confirmed.includes(word))}
      {...(prefix ? { prefix } : {})}
    />
  )
}
