import { privateNoteIn } from '#domain/wish/notes/note-words.ts'
import { privateWordIn, type Whose } from '#domain/wish/notes/public-text.ts'

/** What a volunteer needs to judge a wish before claiming it: a size or a fault, and what it may cost. It names no person. */
export type Wanted = { readonly specification: string; readonly valueFen: number | null }

type Related = { readonly relative: string }

/**
 * The specification as a volunteer may read it on the board; empty if it reveals whose wish it is or has a word about a
 * person, even one that staff confirmed as needed by the claimant.
 */
export function shownSpecification(specification: string, { relative, ...whose }: Whose & Related): string {
  const text = specification.trim()
  if (text === '') return ''
  const isPersonal =
    privateWordIn(text, whose) !== null ||
    privateWordIn(text, { ...whose, name: relative }) !== null ||
    privateNoteIn([{ kind: 'specification', text }], []) !== null
  return isPersonal ? '' : text
}
