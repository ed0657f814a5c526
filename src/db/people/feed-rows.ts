import { and, asc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import { areas, claims, events, feeds, wishDetails, wishes } from '#db/schema/tables.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { shownTitle, type WishTitle } from '#db/wishes/shown-title.ts'
import { day } from '#domain/time/durations.ts'
import { instantOf } from '#domain/wish/wish-events.ts'

export type Feed = typeof feeds.$inferSelect

export async function feedOf(db: Db, personId: string): Promise<Feed | null> {
  const [row] = await feedFor(db, { personId })
  return row ?? null
}

const feedFor = prepared((db, { personId }: Blanks<'personId'>) =>
  db.select().from(feeds).where(eq(feeds.personId, personId)),
)

export async function feedByHash(db: Db, hash: string): Promise<Feed | null> {
  const [row] = await db.select().from(feeds).where(eq(feeds.id, hash))
  return row ?? null
}

/** What a calendar may know of a visit: public title and grid, nothing about the resident. */
export type VisitEntry = WishTitle & {
  readonly isUntitled: boolean
  readonly code: string
  readonly round: number
  readonly seq: number
  readonly visitAt: Date
  readonly zone: string
  readonly gridName: string
  readonly isCancelled: boolean
}

const shown = {
  wishId: wishes.id,
  code: wishes.code,
  round: claims.round,
  seq: wishes.seq,
  visitAt: wishes.visitAt,
  communityId: wishes.communityId,
  gridName: areas.name,
  ...shownTitle,
  quantity: wishes.quantity,
  measure: wishes.measure,
}
const atOnce = 40

/** The visits a person has agreed, and those of the last 30 days that were cancelled because the claim ended. */
export async function visitsOf(db: Db, personId: string, now: Date): Promise<readonly VisitEntry[]> {
  const since = new Date(now.getTime() - 30 * day)
  const rowsWhere = (mine: ReturnType<typeof and>) =>
    db
      .select(shown)
      .from(claims)
      .innerJoin(wishes, eq(wishes.id, claims.wishId))
      .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
      .innerJoin(areas, eq(areas.id, wishes.gridId))
      .where(and(eq(claims.personId, personId), mine))
      .orderBy(asc(claims.claimedAt))
      .limit(atOnce)
  const open = await rowsWhere(and(isNull(claims.endedAt), isNotNull(wishes.visitAt)))
  const over = await rowsWhere(and(gt(claims.endedAt, since), inArray(claims.endReason, [...calledOff])))
  const ended = await endedVisits(db, over)
  const zones = await zonesOf(db, [...open, ...over])
  return [...open.map((row) => ({ ...row, isCancelled: false })), ...ended].flatMap(
    ({ visitAt, communityId, ...row }) =>
      visitAt ? [{ ...row, visitAt, zone: zones.get(communityId) ?? 'Asia/Shanghai' }] : [],
  )
}

const calledOff = ['release', 'lapse', 'withdraw'] as const

type Row = { readonly wishId: string; readonly round: number }

/** When the visit of an ended round had been agreed, and which event ended it, both from the wish's stream. */
async function endedVisits<R extends Row>(db: Db, rows: readonly R[]) {
  if (!rows.length) return []
  const moves = await db
    .select({ wishId: events.stream, seq: events.seq, action: events.action, round: events.round, data: events.data })
    .from(events)
    .where(
      and(
        inArray(
          events.stream,
          rows.map((row) => row.wishId),
        ),
        inArray(events.action, ['schedule', ...calledOff]),
      ),
    )
    .orderBy(asc(events.seq))
  return rows.map((row) => {
    const own = moves.filter((event) => event.wishId === row.wishId && event.round === row.round)
    const agreed = own.findLast((event) => event.action === 'schedule')
    return { ...row, seq: own.at(-1)?.seq ?? 0, visitAt: instantOf(agreed?.data.visitAt), isCancelled: true }
  })
}

async function zonesOf(db: Db, rows: readonly { readonly communityId: string }[]) {
  const ids = [...new Set(rows.map((row) => row.communityId))]
  if (!ids.length) return new Map<string, string>()
  const found = await db.select({ id: areas.id, zone: areas.zone }).from(areas).where(inArray(areas.id, ids))
  return new Map(found.map(({ id, zone }) => [id, zone ?? 'Asia/Shanghai']))
}
