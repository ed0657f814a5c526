import { and, asc, count, eq, exists, inArray, isNull, lt, lte, not, type SQL, sql } from 'drizzle-orm'
import { areas, events, residents, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { WishException } from '#domain/overdue.ts'
import type { State } from '#domain/vocabulary.ts'
import type { ClockStep } from '#domain/wish/clock/clock-steps.ts'
import { isSlipped } from './overdue-rows.ts'

/** What a supervisor sees of a wish behind a number: nothing about the resident, and no typed words. */
export type StreetWish = {
  readonly code: string
  readonly state: State
  readonly stepsDone: readonly ClockStep[]
  readonly publishedAt: Date | null
  readonly dueAt: Date | null
  readonly since: Date
}

const columns = {
  code: wishes.code,
  state: sql<State>`${wishes.state}`,
  stepsDone: wishes.stepsDone,
  publishedAt: wishes.publishedAt,
  dueAt: wishes.dueAt,
  since: wishes.since,
}
const live = ['submitted', 'open', 'claimed', 'delivered', 'unconfirmed', 'referred'] as const
/** More than this is not read one by one; the number says how many there are. */
const mostRows = 200

/** The wishes that are counted under this name, those that have waited longest first. */
export async function slippedWishes(db: Db, communityId: string, name: WishException, now: Date) {
  const rows = await db
    .select(columns)
    .from(wishes)
    // With a single table drizzle omits table names, but the conditions also refer to the events.
    .innerJoin(areas, eq(areas.id, wishes.gridId))
    .where(and(eq(wishes.communityId, communityId), inArray(wishes.state, [...live]), isSlipped(db, name, now)))
    .orderBy(asc(wishes.since), asc(wishes.id))
    .limit(mostRows)
  return rows as readonly StreetWish[]
}

/** Open wishes that the clock has reported to the street and that it has not answered since. */
export async function askedOfStreet(db: Db, communityIds: readonly string[]) {
  if (!communityIds.length) return []
  const rows = await askedOf(db, { communityIds })
  return rows as readonly (StreetWish & { readonly communityName: string })[]
}

const askedOf = prepared((db, { communityIds }: Blanks<'communityIds'>) =>
  db
    .select({ ...columns, communityName: areas.name })
    .from(wishes)
    .innerJoin(areas, eq(areas.id, wishes.communityId))
    .where(
      and(
        isOneOf(wishes.communityId, communityIds),
        eq(wishes.state, 'open'),
        sql`instr(${wishes.stepsDone}, '"street"') > 0`,
        not(isAdvised(db)),
      ),
    )
    .orderBy(asc(wishes.since), asc(wishes.id))
    .limit(mostRows),
)

/** Whether the street has answered this wish since it was last opened. */
export const isAdvised = (db: Db): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(events)
      .where(and(eq(events.stream, wishes.id), eq(events.action, 'advise'), sql`${events.at} >= ${wishes.since}`)),
  )

/** How many residents of each grid have not been asked since `before`. */
export const unaskedByGrid = (db: Db, communityId: string, before: Date) =>
  residentsByGrid(db, communityId, lte(residents.askedAt, before))

/** How many residents of each grid have been on the desk since before then, to be asked whether they stay on the list. */
export const unrenewedByGrid = (db: Db, communityId: string, before: Date) =>
  residentsByGrid(db, communityId, lt(residents.renewalDueAt, before))

const residentsByGrid = (db: Db, communityId: string, where: SQL) =>
  db
    .select({ gridName: areas.name, count: count() })
    .from(residents)
    .innerJoin(areas, eq(areas.id, residents.gridId))
    .where(and(eq(residents.communityId, communityId), where, isNull(residents.endedAt)))
    .groupBy(areas.id)
    .orderBy(asc(areas.position))
