import type { Action } from '#domain/wish/lifecycle.ts'

/** The words for an act in each place where a person meets it. */
export type ActWords = {
  /** On its button, and in the table of docs/lifecycle.md. */
  readonly name: string
  /** In the history of a wish, once it has happened. */
  readonly happened: string
  /** On the page, to the person who has just done it. */
  readonly thanks: string
  /** To the people who are informed of it. */
  readonly notification: string
}

/** One kind of words of every act. */
export const actWords = (acts: Readonly<Record<Action, ActWords>>, word: keyof ActWords): Record<Action, string> =>
  Object.fromEntries(Object.entries(acts).map(([action, words]) => [action, words[word]])) as Record<Action, string>
