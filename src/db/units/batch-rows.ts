import { and, desc, eq, gte, sql } from 'drizzle-orm'
import { areas, batches, batchWishes, claims, people, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { shownTitle } from '#db/wishes/shown-title.ts'
import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import { type PartState, partStateOf } from '#domain/units/batch.ts'
import type { State } from '#domain/vocabulary.ts'

export type Batch = typeof batches.$inferSelect

export async function batchById(db: Db, id: string): Promise<Batch | null> {
  const [row] = await db.select().from(batches).where(eq(batches.id, id))
  return row ?? null
}

/** The latest batches of a unit, newest first. */
export const batchesOf = async (db: Db, unitId: string, limit = 20): Promise<readonly Batch[]> =>
  db.select().from(batches).where(eq(batches.unitId, unitId)).orderBy(desc(batches.at)).limit(limit)

/** Those of these communities since a time, newest first. */
export const batchesSince = async (db: Db, communityIds: readonly string[], since: Date): Promise<readonly Batch[]> =>
  latestSince(db, { communityIds, since })

const latestSince = prepared((db, { communityIds, since }: Blanks<'communityIds' | 'since'>) =>
  db
    .select()
    .from(batches)
    .where(and(isOneOf(batches.communityId, communityIds), gte(batches.at, since)))
    .orderBy(desc(batches.at))
    .limit(20),
)

/** A wish of a batch, with what the board and the ledger show of it. The name is for the contact and for staff. */
export type BatchPart = {
  readonly batchId: string
  readonly wishId: string
  readonly code: string
  readonly itemId: string | null
  readonly isUntitled: boolean
  readonly publicText: string
  readonly category: Category
  readonly quantity: number
  readonly measure: string
  readonly gridName: string
  readonly personId: string | null
  readonly personName: string | null
  readonly dueAt: Date | null
  readonly part: PartState
}

/** The wishes of these batches, in the order of their numbers. */
export async function partsOf(db: Db, batchIds: readonly string[]): Promise<readonly BatchPart[]> {
  if (!batchIds.length) return []
  const rows = await db
    .select({
      batchId: batchWishes.batchId,
      wishId: wishes.id,
      code: wishes.code,
      ...shownTitle,
      category: sql<Category>`${wishes.category}`,
      quantity: wishes.quantity,
      measure: wishes.measure,
      gridName: areas.name,
      personId: batchWishes.personId,
      personName: people.name,
      dueAt: wishes.dueAt,
      state: sql<State>`${wishes.state}`,
      claimantId: wishes.claimantId,
      isOver: sql<number>`exists (select 1 from ${claims} where ${claims.wishId} = ${wishes.id}
        and ${claims.personId} = ${batchWishes.personId} and ${claims.claimedAt} >= ${batches.at})`,
    })
    .from(batchWishes)
    .innerJoin(batches, eq(batches.id, batchWishes.batchId))
    .innerJoin(wishes, eq(wishes.id, batchWishes.wishId))
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(areas, eq(areas.id, wishes.gridId))
    .leftJoin(people, eq(people.id, batchWishes.personId))
    .where(isOneOf(batchWishes.batchId, batchIds))
    .orderBy(wishes.code)
  return rows.map(({ state, claimantId, isOver, ...row }) => {
    const part = partStateOf({ state, claimantId, personId: row.personId, isOver: isOver === 1 })
    const has = part === 'open' || part === 'left-out' ? { personId: null, personName: null } : {}
    return { ...row, ...has, part }
  })
}
