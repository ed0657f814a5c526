import { and, asc, count, desc, eq, gt, isNull, lt, lte, max, ne, type SQL, sql } from 'drizzle-orm'
import { claims, editions, editionWishes, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { cardsById, type PublicCard } from '#db/wishes/board-rows.ts'
import type { PublishingDoor } from '#domain/doors/door.ts'
import { availabilityOf, type Edition } from '#domain/doors/edition.ts'
import type { State } from '#domain/vocabulary.ts'

/** A community, with the grids in which the reader works; null: all. */
export type DoorPlace = { readonly communityId: string; readonly gridIds: readonly string[] | null }

const openIn = ({ communityId, gridIds }: DoorPlace): SQL | undefined =>
  and(
    eq(wishes.communityId, communityId),
    eq(wishes.state, 'open'),
    gridIds ? isOneOf(wishes.gridId, gridIds) : undefined,
  )

/**
 * In a message since it was last put on the board, or on a sheet that is still up. A wish that was given back counts as
 * new for the group, where people believe it is claimed; on a sheet that is up it can still be read.
 */
const isAtDoor = (door: PublishingDoor): SQL => {
  const since = door === 'group' ? sql`and ${editions.madeAt} >= ${wishes.since}` : sql``
  return sql`exists (select 1 from ${editionWishes} join ${editions} on ${editions.id} = ${editionWishes.editionId} where ${editionWishes.wishId} = ${wishes.id} and ${editions.door} = ${door} and ${editions.endedAt} is null ${since})`
}

/** The open wishes of the place that the door does not show yet, the most urgent first. */
export async function newAtDoor(db: Db, place: DoorPlace, door: PublishingDoor, limit: number) {
  const rows = await db
    .select({ id: wishes.id })
    .from(wishes)
    .where(and(openIn(place), sql`not ${isAtDoor(door)}`))
    .orderBy(asc(wishes.weighsFrom), asc(wishes.id))
    .limit(limit)
  return cardsById(
    db,
    rows.map(({ id }) => id),
  )
}

/** All open wishes of the place, the most urgent first. */
export async function openCards(db: Db, place: DoorPlace, limit: number): Promise<readonly PublicCard[]> {
  const rows = await db
    .select({ id: wishes.id })
    .from(wishes)
    .where(openIn(place))
    .orderBy(asc(wishes.weighsFrom), asc(wishes.id))
    .limit(limit)
  return cardsById(
    db,
    rows.map(({ id }) => id),
  )
}

/** The number of wishes that are new at the door. */
export async function newCount(db: Db, place: DoorPlace, door: PublishingDoor): Promise<number> {
  const { communityId, gridIds } = place
  const [row] = await newIn(db, { door, hasGrids: gridIds !== null }, { communityId, gridIds })
  return row?.n ?? 0
}

type NewIn = { readonly door: PublishingDoor; readonly hasGrids: boolean }
const newIn = preparedFor(
  (db, { door, hasGrids }: NewIn, { communityId, gridIds }: Blanks<'communityId' | 'gridIds'>) =>
    db
      .select({ n: count() })
      .from(wishes)
      .where(
        and(
          eq(wishes.communityId, communityId),
          eq(wishes.state, 'open'),
          hasGrids ? isOneOf(wishes.gridId, gridIds) : undefined,
          sql`not ${isAtDoor(door)}`,
        ),
      ),
)

const edition = {
  id: editions.id,
  communityId: editions.communityId,
  door: editions.door,
  number: editions.number,
  paper: editions.paper,
  madeAt: editions.madeAt,
  endedAt: editions.endedAt,
}

export async function editionByNumber(db: Db, communityId: string, door: PublishingDoor, number: number) {
  const [row] = await db
    .select(edition)
    .from(editions)
    .where(and(eq(editions.communityId, communityId), eq(editions.door, door), eq(editions.number, number)))
  return (row as Edition | undefined) ?? null
}

export async function latestEditions(db: Db, communityId: string, door: PublishingDoor, limit: number) {
  const rows = await db
    .select(edition)
    .from(editions)
    .where(and(eq(editions.communityId, communityId), eq(editions.door, door)))
    .orderBy(desc(editions.number))
    .limit(limit)
  return rows as readonly Edition[]
}

/** Sheets that have not been taken down, the oldest first. */
export async function hangingSheets(db: Db, communityId: string): Promise<readonly Edition[]> {
  const rows = await hanging(db, { communityId })
  return rows as readonly Edition[]
}

const hanging = prepared((db, { communityId }: Blanks<'communityId'>) =>
  db
    .select(edition)
    .from(editions)
    .where(and(eq(editions.communityId, communityId), eq(editions.door, 'board'), isNull(editions.endedAt)))
    .orderBy(asc(editions.madeAt)),
)

export async function nextNumber(db: Db, communityId: string, door: PublishingDoor): Promise<number> {
  const [row] = await lastNumber(db, { communityId, door })
  return (row?.last ?? 0) + 1
}

const lastNumber = prepared((db, { communityId, door }: Blanks<'communityId' | 'door'>) =>
  db
    .select({ last: max(editions.number) })
    .from(editions)
    .where(and(eq(editions.communityId, communityId), eq(editions.door, door))),
)

/** The wishes of an edition in their printed order, as anyone may see them now. */
export async function wishesOfEdition(db: Db, editionId: string): Promise<readonly PublicCard[]> {
  const rows = await db
    .select({ id: editionWishes.wishId })
    .from(editionWishes)
    .where(eq(editionWishes.editionId, editionId))
    .orderBy(asc(editionWishes.position))
  return cardsById(
    db,
    rows.map(({ id }) => id),
  )
}

/** For wishes on sheets that are up: how many have been claimed, and how many are no longer wanted. */
export async function oldOnSheets(
  db: Db,
  communityId: string,
): Promise<{ readonly taken: number; readonly gone: number }> {
  const rows = await noLongerOpen(db, { communityId })
  const availabilities = rows.map(({ state }) => availabilityOf(state as State))
  return {
    taken: availabilities.filter((availability) => availability === 'taken').length,
    gone: availabilities.filter((availability) => availability === 'gone').length,
  }
}

const noLongerOpen = prepared((db, { communityId }: Blanks<'communityId'>) =>
  db
    .selectDistinct({ id: wishes.id, state: wishes.state })
    .from(editions)
    .innerJoin(editionWishes, eq(editionWishes.editionId, editions.id))
    .innerJoin(wishes, eq(wishes.id, editionWishes.wishId))
    .where(
      and(
        eq(editions.communityId, communityId),
        eq(editions.door, 'board'),
        isNull(editions.endedAt),
        ne(wishes.state, 'open'),
      ),
    ),
)

/** When the message before this one was sent; null for the first. */
export async function sentBefore(db: Db, { communityId, number }: Edition): Promise<Date | null> {
  const [row] = await db
    .select({ madeAt: editions.madeAt })
    .from(editions)
    .where(
      and(
        eq(editions.communityId, communityId),
        eq(editions.door, 'group'),
        lt(editions.number, number),
        isNull(editions.endedAt),
      ),
    )
    .orderBy(desc(editions.number))
    .limit(1)
  return row?.madeAt ?? null
}

/** Claims in the community after `from`, up to and including `until`. */
export async function claimedBetween(db: Db, communityId: string, from: Date, until: Date): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(claims)
    .where(and(eq(claims.communityId, communityId), gt(claims.claimedAt, from), lte(claims.claimedAt, until)))
  return row?.n ?? 0
}

/** Whether the community has used the door at all. */
export const isUsed = async (db: Db, communityId: string, door: PublishingDoor): Promise<boolean> =>
  (await nextNumber(db, communityId, door)) > 1
