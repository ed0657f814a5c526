import type { Move } from '#actions/wishes/move-wish.ts'

/** The fields of a form as sent. */
export type Typed = Readonly<Record<string, string>>
/** A form as a move of the wish, or the sentence that refuses it and the field that it is about. */
export type Read =
  | { readonly ok: true; readonly move: Omit<Move, 'code'> }
  | { readonly ok: false; readonly sentence: string; readonly field?: string }
