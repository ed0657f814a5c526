import { catalogue } from '#domain/catalogue/catalogue.ts'
import { itemIn } from '#domain/reading/items.ts'
import { privateWordsIn } from '#domain/reading/private-words.ts'
import type { NoteKind } from '#domain/wish/wish-events.ts'
import { kindOf, type PrivateKind, squeeze } from './public-text.ts'

/** Every kind of text that people type about a wish: the notes of its events, the wish itself and its size. */
export type TextKind = NoteKind | 'wish' | 'specification'
export type Written = { readonly kind: TextKind; readonly text: string }

/**
 * Whether the next person may need a word about illness, hardship, belief or the law to do their part: "hard of
 * hearing, knock loudly" helps with the delivery. Such words are never needed to judge why an item is wanted again, why
 * so many are wanted, or why a wish was withdrawn.
 */
export const needFor = {
  wish: 'sometimes',
  specification: 'sometimes',
  claimer: 'sometimes',
  handover: 'sometimes',
  delivery: 'sometimes',
  words: 'sometimes',
  office: 'sometimes',
  street: 'sometimes',
  repeat: 'never',
  odd: 'never',
  // The office's answer as everyone reads it.
  answer: 'never',
  reason: 'never',
} as const satisfies Record<TextKind, 'sometimes' | 'never'>

export type PrivateNote = {
  readonly kind: TextKind
  /** The first word that is not confirmed yet, and what it reveals. */
  readonly word: string
  readonly about: PrivateKind
  /** All private words of the form. A confirmation names exactly these words and covers no others. */
  readonly words: readonly string[]
  readonly mayConfirm: boolean
}

/** What has to be removed or confirmed before these texts are stored; null if nothing. */
export function privateNoteIn(texts: readonly Written[], confirmed: readonly string[]): PrivateNote | null {
  const found = texts.flatMap(({ kind, text }) => wordsIn(text).map((one) => ({ kind, ...one })))
  const never = found.find(({ kind }) => needFor[kind] === 'never')
  const open = never ?? found.find(({ word }) => !confirmed.includes(word))
  if (!open) return null
  const words = [...new Set(found.filter(({ kind }) => needFor[kind] !== 'never').map(({ word }) => word))]
  return { kind: open.kind, word: open.word, about: open.about, words, mayConfirm: !never }
}

type PrivateFind = { readonly word: string; readonly about: PrivateKind }

/**
 * The same reading for texts that are about no wish: why a rule changes, what an answer for everyone says. In each field the
 * first word that is not confirmed, and all words of the form, which a confirmation names.
 */
export function privateFieldsIn(texts: Readonly<Record<string, string>>, confirmed: readonly string[]) {
  const found = Object.entries(texts).flatMap(([field, text]) => wordsIn(text).map((one) => ({ field, ...one })))
  const fields: Record<string, PrivateFind> = {}
  for (const { field, ...told } of found) if (!confirmed.includes(told.word)) fields[field] ??= told
  return { fields, words: [...new Set(found.map(({ word }) => word))] }
}

/** The catalogue's own name of an item says nothing about a person, so it is left out. */
function wordsIn(text: string): readonly PrivateFind[] {
  const plain = squeeze(text)
  return privateWordsIn(plain, itemIn(plain, catalogue)?.name).map(({ code, word }) => ({ word, about: kindOf[code] }))
}

/** Reads the form field `needed`: the confirmed words, separated by blanks. No private word contains a blank. */
export const wordsConfirmed = (typed = ''): readonly string[] => typed.split(' ').filter(Boolean)
