import { catalogue } from '#domain/catalogue/catalogue.ts'
import { itemIn } from '#domain/reading/items.ts'
import { privateWordsIn } from '#domain/reading/private-words.ts'
import { kindOf, type PrivateKind, squeeze } from './public-text.ts'
import type { NoteKind } from './wish-events.ts'

/** Whatever a person types about somebody's wish: the notes beside its events, the wish itself and its size. */
export type TextKind = NoteKind | 'wish' | 'specification'
export type Written = { readonly kind: TextKind; readonly text: string }

/**
 * Whether the next person may need a word about illness, hardship, belief or the law to do their part: "hard of hearing,
 * knock loudly" helps whoever delivers. Nobody needs one to judge why a thing is asked for again or why a wish was taken back.
 */
export const needFor = {
  wish: 'sometimes',
  specification: 'sometimes',
  claimer: 'sometimes',
  handover: 'sometimes',
  delivery: 'sometimes',
  words: 'sometimes',
  office: 'sometimes',
  repeat: 'never',
  reason: 'never',
} as const satisfies Record<TextKind, 'sometimes' | 'never'>

export type PrivateNote = {
  readonly kind: TextKind
  /** The first word that is not confirmed, and what it tells. */
  readonly word: string
  readonly about: PrivateKind
  /** All of them in the form; a confirmation names these words and holds for no others. */
  readonly words: readonly string[]
  readonly mayConfirm: boolean
}

/** What has to be taken out or confirmed before these texts are stored; null where there is nothing. */
export function privateNoteIn(texts: readonly Written[], confirmed: readonly string[]): PrivateNote | null {
  const found = texts.flatMap(({ kind, text }) => wordsIn(text).map((one) => ({ kind, ...one })))
  const never = found.find(({ kind }) => needFor[kind] === 'never')
  const open = never ?? found.find(({ word }) => !confirmed.includes(word))
  if (!open) return null
  const words = [...new Set(found.filter(({ kind }) => needFor[kind] !== 'never').map(({ word }) => word))]
  return { kind: open.kind, word: open.word, about: open.about, words, mayConfirm: !never }
}

/** The catalogue's own name of a thing betrays nobody. */
function wordsIn(text: string): readonly { readonly word: string; readonly about: PrivateKind }[] {
  const plain = squeeze(text)
  return privateWordsIn(plain, itemIn(plain, catalogue)?.name).map(({ code, word }) => ({ word, about: kindOf[code] }))
}

/** The field `needed` of a form: the marked words, as the tick beside them names them. None of them has a blank in it. */
export const wordsConfirmed = (typed = ''): readonly string[] => typed.split(' ').filter(Boolean)
