import { and, asc, count, eq, gte, isNotNull, isNull, lt, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { areas, claims, wishDetails, wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import { titleOrWords, type WishTitle } from '#db/wishes/shown-title.ts'
import type { Period } from '#domain/month/figures.ts'
import { type OpenGroup, openGroups } from '#domain/month/still-open.ts'
import type { State } from '#domain/vocabulary.ts'

/** A wish left over from a month. There is no field for a person. Only the secretary reads this, so it may be called by the words as typed. */
export type StillOpen = WishTitle & {
  readonly code: string
  readonly gridName: string
  readonly postedAt: Date
  readonly publishedAt: Date | null
  readonly endedAt: Date | null
  readonly dueAt: Date | null
  readonly deliveredAt: Date | null
}
export type StillOpenList = { readonly count: number; readonly rows: readonly StillOpen[] }

const shown = 20
const wholeList = 500

/**
 * Unfinished wishes of a finished month and of those before it: waiting for the check, returned, with an office that
 * has not answered, on the board, claimed, delivered and not yet called about, or called about in vain. Longest waiting
 * first; the lists are cut unless `whole`, the counts never.
 */
export async function stillOpenOf(
  db: Db,
  communityId: string,
  { from, until }: Period,
  whole: OpenGroup | null = null,
): Promise<Readonly<Record<OpenGroup, StillOpenList>>> {
  const inState = (state: State, since: SQLiteColumn): Asked => ({
    table: wishes,
    where: and(eq(wishes.communityId, communityId), eq(wishes.state, state), lt(since, until)),
    order: since,
  })
  const uncalled = (within: SQL | undefined): Asked => ({
    table: claims,
    where: and(eq(claims.communityId, communityId), isUncalled, within),
    order: claims.deliveredAt,
  })
  const asked: Readonly<Record<OpenGroup, Asked>> = {
    submitted: inState('submitted', wishes.postedAt),
    draft: inState('draft', wishes.postedAt),
    referred: inState('referred', wishes.endedAt),
    open: inState('open', wishes.publishedAt),
    claimed: inState('claimed', wishes.publishedAt),
    uncalled: uncalled(and(gte(claims.deliveredAt, from), lt(claims.deliveredAt, until))),
    earlier: uncalled(lt(claims.deliveredAt, from)),
    unconfirmed: inState('unconfirmed', wishes.deliveredAt),
  }
  const listed = await Promise.all(
    openGroups.map(async (group) => [group, await listOf(db, asked[group], group === whole ? wholeList : shown)]),
  )
  return Object.fromEntries(listed)
}

/** The condition of the index `claims_uncalled`: a call-back is still due. */
export const isUncalled = and(
  isNull(claims.calledAt),
  isNull(claims.triesSpentAt),
  isNotNull(claims.callbackDueAt),
  // Said on the page instead of to a caller.
  isNull(claims.sparedAt),
)

type Asked = {
  readonly table: typeof wishes | typeof claims
  readonly where: SQL | undefined
  readonly order: SQLiteColumn
}

async function listOf(db: Db, { table, where, order }: Asked, limit: number): Promise<StillOpenList> {
  const [counted] = await db.select({ count: count() }).from(table).where(where)
  if (!counted?.count) return { count: 0, rows: [] }
  const query =
    table === claims
      ? db
          .select({ ...columns, deliveredAt: claims.deliveredAt })
          .from(claims)
          .innerJoin(wishes, eq(wishes.id, claims.wishId))
      : db.select({ ...columns, deliveredAt: wishes.deliveredAt }).from(wishes)
  const rows = await query
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(areas, eq(areas.id, table.gridId))
    .where(where)
    .orderBy(asc(order))
    .limit(limit)
  return { count: counted.count, rows: rows as readonly StillOpen[] }
}

const columns = {
  code: wishes.code,
  ...titleOrWords,
  gridName: areas.name,
  postedAt: wishes.postedAt,
  publishedAt: wishes.publishedAt,
  endedAt: wishes.endedAt,
  dueAt: wishes.dueAt,
}
