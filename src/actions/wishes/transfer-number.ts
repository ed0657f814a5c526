import { transfers } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'
import type { Came } from '#domain/wish/arrival.ts'
import type { Wish } from '#domain/wish/wish.ts'

/** The work order's number is stored outside the events, because in the other system it leads to a person. */
export const transferOf = (
  { db }: Store,
  { id, communityId }: Pick<Wish, 'id' | 'communityId'>,
  came: Came | undefined,
): readonly Statement[] =>
  came?.workOrder ? [db.insert(transfers).values({ wishId: id, communityId, number: came.workOrder })] : []
