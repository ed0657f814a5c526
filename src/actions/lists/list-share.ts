import type { Taken } from '#db/lists/list-rows.ts'
import type { Statement } from '#db/store/store.ts'
import type { Refusal } from '#domain/wish/refusals.ts'

/**
 * `changed`: the rows are not those the user saw, because someone else imported one meanwhile or it was chosen in
 * another window. `refused`: the rules refuse one row, and therefore all. `done`: this preview has already been
 * imported.
 */
export type TakeRefusal =
  | { readonly ok: false; readonly why: 'changed' | 'nothing' | 'done' | 'gone' }
  | { readonly ok: false; readonly why: 'refused'; readonly line: number; readonly refusal: Refusal }

/** What one list adds to the commit. `marks` are in the order of the rows. */
export type Share = {
  readonly ok: true
  readonly statements: readonly Statement[]
  readonly owners: readonly { readonly wishId: string | null; readonly personId: string | null }[]
  readonly taken: Omit<Taken, 'left'>
}
