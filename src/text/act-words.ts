import { type FormAction, isFormAction } from '#domain/wish/acts.ts'
import { type Action, actions } from '#domain/wish/lifecycle.ts'

/** The words for an act in each place where a person meets it. */
type ActWords = {
  /** On its button, and in the table of docs/lifecycle.md. */
  readonly name: string
  /** In the history of a wish, once it has happened. */
  readonly happened: string
  /** On the page, to the person who has just done it. */
  readonly thanks: string
  /** To the people who are informed of it. */
  readonly notification: string
}

/** The words of an ordinary form; `reasons` by their codes and `fields` by their names, where the act asks for them. */
type FormWords = {
  readonly title: string
  readonly button: string
  readonly note?: string
  readonly reason?: string
  readonly reasons?: Readonly<Record<string, string>>
  /** The labels of the act's own fields. */
  readonly fields?: Readonly<Record<string, string>>
}

/** Every act with its words, and with those of its form if it declares one. */
export type AllActWords = Readonly<
  Record<Exclude<Action, FormAction>, ActWords> & Record<FormAction, ActWords & { readonly form: FormWords }>
>

/** The words of the ordinary forms. */
export const formWords = (acts: AllActWords): Readonly<Record<FormAction, FormWords>> =>
  Object.fromEntries(actions.filter(isFormAction).map((action) => [action, acts[action].form])) as Record<
    FormAction,
    FormWords
  >

/** One kind of words of every act. */
export const actWords = (acts: AllActWords, word: keyof ActWords): Record<Action, string> =>
  Object.fromEntries(Object.entries(acts).map(([action, words]) => [action, words[word]])) as Record<Action, string>
