import { privateFieldsIn, wordsConfirmed } from '#domain/wish/notes/note-words.ts'
import type { C } from '#http/context.ts'
import { one } from './fields.ts'
import type { Typed } from './read-form.ts'

export type PrivateAsked = {
  /** Sentences by field. */
  readonly errors: Readonly<Record<string, string>>
  /** What the tick of the form confirms; undefined where nothing is asked. */
  readonly needed: readonly string[] | undefined
}

/**
 * Words about someone's illness, hardship, belief or the law in a form that is about no wish. They may be about a policy or
 * about many, so the form asks: taken out, or confirmed word by word with its field `needed`. What the form was made on
 * (`recorded`) has been confirmed before.
 */
export function privateIn(
  c: C,
  form: Typed,
  names: readonly string[],
  recorded: Readonly<Record<string, string>> = {},
): PrivateAsked {
  const { refusals } = c.get('text')
  const textsOf = (from: Typed) => Object.fromEntries(names.map((name) => [name, one(from, name)]))
  const before = privateFieldsIn(textsOf(recorded), []).words
  const { fields, words } = privateFieldsIn(textsOf(form), [...before, ...wordsConfirmed(one(form, 'needed'))])
  const errors = Object.fromEntries(
    Object.entries(fields).map(([name, { word, about }]) => [name, refusals.aboutNobody(word, about)]),
  )
  return { errors, needed: Object.keys(errors).length ? words : undefined }
}
