import type { Taken } from '#db/lists/list-rows.ts'
import type { Statement } from '#db/store/store.ts'
import type { Refusal } from '#domain/wish/refusals.ts'

/**
 * `changed`: what would be taken is not what the person saw (a row was imported by somebody else in between, or chosen in
 * another window). `refused`: the rules refuse one row, and with it all. `done`: this preview has been taken already.
 */
export type TakeRefusal =
  | { readonly ok: false; readonly why: 'changed' | 'nothing' | 'done' | 'gone' }
  | { readonly ok: false; readonly why: 'refused'; readonly line: number; readonly refusal: Refusal }

/** What each kind of list adds to the commit. `marks` are in the order of the rows. */
export type Share = {
  readonly ok: true
  readonly statements: readonly Statement[]
  readonly owners: readonly { readonly wishId: string | null; readonly personId: string | null }[]
  readonly taken: Omit<Taken, 'left'>
}
