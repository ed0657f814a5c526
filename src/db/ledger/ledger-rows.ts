import { and, asc, desc, eq, gte, isNotNull, lt, max, sql } from 'drizzle-orm'
import { areas, claims, events, people, units, wishDetails, wishes } from '#db/schema/tables.ts'
import { afterCursor, type Cursor, paginate } from '#db/store/paginate.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { shownAmount, shownTitle } from '#db/wishes/shown-title.ts'
import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import type { Period } from '#domain/month/figures.ts'
import type { State, Urgency } from '#domain/vocabulary.ts'

/**
 * What the public ledger says about a wish: an allow-list. It has no field for the resident, a reason or the poster,
 * and the query reads a volunteer's name only where that volunteer agreed.
 */
export type LedgerEntry = {
  readonly code: string
  readonly itemId: string | null
  readonly category: Category
  /** The consent to show it was withdrawn: neither the item nor its quantity is named. */
  readonly isUntitled: boolean
  readonly quantity: number | null
  readonly measure: string | null
  readonly publicText: string
  readonly gridName: string
  readonly urgency: Urgency
  readonly state: State
  readonly publishedAt: Date
  readonly firstClaimedAt: Date | null
  /** Of the claim in force or fulfilled, whose unit is named; null while it waits for one. */
  readonly claimedAt: Date | null
  readonly promiseAt: Date | null
  readonly deliveredAt: Date | null
  readonly confirmedAt: Date | null
  readonly endedAt: Date | null
  readonly unitName: string | null
  readonly volunteerName: string | null
  /** Claims that were given back or lapsed. */
  readonly handedBack: number
  readonly reopened: number
}

type LedgerPage = { readonly entries: readonly LedgerEntry[]; readonly next: Cursor | null }

/** The wishes first published in the period, oldest first. `next` is null on the last page. */
export async function ledgerOf(
  db: Db,
  communityId: string,
  period: Pick<Period, 'from' | 'until'>,
  after: Cursor | null,
  atOnce = 50,
): Promise<LedgerPage> {
  const query = db
    .select({ id: wishes.id, ...entryColumns })
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(areas, eq(areas.id, wishes.gridId))
    .leftJoin(units, eq(units.id, wishes.unitId))
    .leftJoin(people, and(eq(people.id, wishes.claimantId), eq(people.nameIsPublic, true)))
    .where(
      and(
        eq(wishes.communityId, communityId),
        gte(wishes.publishedAt, period.from),
        lt(wishes.publishedAt, period.until),
        afterCursor(wishes.publishedAt, wishes.id, after),
      ),
    )
    .orderBy(asc(wishes.publishedAt), asc(wishes.id))
  const { rows, last } = await paginate(query, atOnce)
  return {
    entries: rows.map(({ id, ...entry }) => entry as LedgerEntry),
    next: last && { at: last.publishedAt as Date, id: last.id },
  }
}

/**
 * All pages of the same list, one after the other. A wish keeps its position by first publication, so each comes
 * exactly once whatever is claimed during the reading.
 */
export async function* ledgerPages(
  db: Db,
  communityId: string,
  period: Pick<Period, 'from' | 'until'>,
  atOnce: number,
) {
  let after: Cursor | null = null
  do {
    const page: LedgerPage = await ledgerOf(db, communityId, period, after, atOnce)
    yield page.entries
    after = page.next
  } while (after)
}

export const entryColumns = {
  code: wishes.code,
  ...shownTitle,
  ...shownAmount,
  category: wishes.category,
  gridName: areas.name,
  urgency: wishes.urgency,
  state: wishes.state,
  publishedAt: wishes.publishedAt,
  firstClaimedAt: wishes.firstClaimedAt,
  claimedAt: wishes.claimedAt,
  promiseAt: wishes.promiseAt,
  deliveredAt: wishes.deliveredAt,
  confirmedAt: wishes.confirmedAt,
  endedAt: wishes.endedAt,
  unitName: units.name,
  volunteerName: people.name,
  handedBack: sql<number>`(select count(*) from ${claims} where ${claims.wishId} = ${wishes.id}
    and ${claims.endReason} in ('release', 'lapse'))`,
  reopened: wishes.reopened,
}

/**
 * A fulfilled wish for a feed, which may be copied anywhere: without the volunteer, even where the ledger names one.
 */
export type Fulfilment = Pick<
  LedgerEntry,
  'code' | 'itemId' | 'isUntitled' | 'quantity' | 'measure' | 'publicText' | 'category' | 'gridName' | 'unitName'
> & { readonly publishedAt: Date; readonly confirmedAt: Date }

const fulfilmentColumns = {
  code: wishes.code,
  ...shownTitle,
  ...shownAmount,
  category: wishes.category,
  gridName: areas.name,
  unitName: units.name,
  publishedAt: wishes.publishedAt,
  confirmedAt: wishes.confirmedAt,
}

/** The wishes most recently confirmed by the receiving side, newest first. */
export async function fulfilmentsOf(db: Db, communityId: string, atOnce = 50): Promise<readonly Fulfilment[]> {
  const rows = await db
    .select(fulfilmentColumns)
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(areas, eq(areas.id, wishes.gridId))
    .leftJoin(units, eq(units.id, wishes.unitId))
    .where(and(eq(wishes.communityId, communityId), eq(wishes.state, 'fulfilled'), isNotNull(wishes.confirmedAt)))
    .orderBy(desc(wishes.confirmedAt), desc(wishes.id))
    .limit(atOnce)
  return rows as readonly Fulfilment[]
}

/** The position of the last event; 0 before the first one. */
export async function lastPosition(db: Db): Promise<number> {
  const [row] = await last(db, {})
  return row?.pos ?? 0
}
const last = prepared((db) => db.select({ pos: max(events.pos) }).from(events))

/** The position of the community's last event; 0 before the first one. */
export async function lastPositionOf(db: Db, communityId: string): Promise<number> {
  const [row] = await lastOf(db, { communityId })
  return row?.pos ?? 0
}
const lastOf = prepared((db, { communityId }: Blanks<'communityId'>) =>
  db
    .select({ pos: max(events.pos) })
    .from(events)
    .where(eq(events.communityId, communityId)),
)

/** When the community published its first wish; null before that. No month before it has anything to show. */
export async function firstPublishedAt(db: Db, communityId: string): Promise<Date | null> {
  const [row] = await firstOf(db, { communityId })
  return row?.at ?? null
}
const firstOf = prepared((db, { communityId }: Blanks<'communityId'>) =>
  db
    .select({ at: wishes.publishedAt })
    .from(wishes)
    .where(and(eq(wishes.communityId, communityId), isNotNull(wishes.publishedAt)))
    .orderBy(asc(wishes.publishedAt))
    .limit(1),
)
