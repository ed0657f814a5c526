import { and, asc, count, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import {
  areas,
  claims,
  events,
  notes,
  notifications,
  people,
  residents,
  roles,
  units,
  wishDetails,
  wishes,
} from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { acts } from '#domain/wish/acts.ts'
import type { ClockStep } from '#domain/wish/clock/clock-steps.ts'
import { type HandoverCheck, handoverChecks } from '#domain/wish/handover.ts'
import { type Action, actions } from '#domain/wish/lifecycle.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { instantOf } from '#domain/wish/wish-events.ts'

const publicActions = actions.filter((action) => acts[action].isPublic)

export type Passage = {
  readonly seq: number
  readonly action: Action
  readonly at: Date
  readonly unitName: string | null
  readonly reason: string | null
  /** The phone's own time at which a posting was typed without signal. */
  readonly typedAt: Date | null
  /** When a letter or work order arrived, where that was earlier than its posting. */
  readonly receivedAt: Date | null
  /** Which step of the clock it was. */
  readonly step: ClockStep | null
  /** The day to which it was postponed. */
  readonly until: Date | null
  /** Names of the recipients of a step, and the number of volunteers invited; only for staff and the claimant. */
  readonly told: readonly string[]
  readonly invited: number
}

/** The events of a wish, oldest first; those before publication and the small steps only for `isInside`. */
export async function historyOf(db: Db, wish: Wish, isInside: boolean): Promise<readonly Passage[]> {
  const rows = await db
    .select({ seq: events.seq, action: events.action, at: events.at, unitName: units.name, data: events.data })
    .from(events)
    .leftJoin(units, eq(units.id, events.unitId))
    .where(and(eq(events.stream, wish.id), isInside ? undefined : inArray(events.action, publicActions)))
    .orderBy(asc(events.seq))
  const notified = isInside ? await notifiedIn(db, wish.id) : []
  // Older wishes have recalculation events that moved nothing; these are left out.
  const passed = rows.filter(({ action, data }) => action !== 'replan' || (data.moved as readonly string[])?.length)
  const claimed = passed.findLast(({ action }) => action === 'claim')
  return passed.map(({ seq, data, action, unitName, ...row }) => ({
    ...row,
    seq,
    // By whom a claim was given back is not public: the unit is named of the claim in force alone.
    unitName: isInside || (wish.claimId !== null && seq === claimed?.seq) ? unitName : null,
    action: action as Action,
    reason: typeof data.reason === 'string' ? data.reason : null,
    typedAt: isInside ? instantOf(data.typedAt) : null,
    receivedAt: isInside ? instantOf(data.receivedAt) : null,
    step: (data.step ?? null) as ClockStep | null,
    until: instantOf(data.until),
    told: notified.flatMap((one) => (one.seq === seq && one.kind !== 'fits' && data.step ? [one.name] : [])),
    invited: notified.filter((one) => one.seq === seq && one.kind === 'fits').length,
  }))
}

const notifiedIn = (db: Db, stream: string) =>
  db
    .select({ seq: notifications.seq, kind: notifications.kind, name: people.name })
    .from(notifications)
    .innerJoin(people, eq(people.id, notifications.personId))
    .where(eq(notifications.stream, stream))
    .limit(400)

/** The number of volunteers invited by the event with that seq. */
export async function invitedBy(db: Db, stream: string, seq: number): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(notifications)
    .where(and(eq(notifications.stream, stream), eq(notifications.seq, seq), eq(notifications.kind, 'fits')))
  return row?.count ?? 0
}

export async function codeOfWish(db: Db, wishId: string): Promise<string | null> {
  const [row] = await db.select({ code: wishes.code }).from(wishes).where(eq(wishes.id, wishId))
  return row?.code ?? null
}

/** Name and telephone, for volunteers who help with the same wish. */
export async function reachOf(db: Db, ids: readonly string[]) {
  const rows = await db
    .select({ id: people.id, name: people.name, phone: people.phone })
    .from(people)
    .where(isOneOf(people.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * The round in which this person may see the contact: their own claim, from the claim until its end or 24 h after
 * delivery.
 */
export async function ownRoundOf(db: Db, wishId: string, personId: string, now: Date) {
  const [row] = await ownRounds(db, { wishId, personId, now })
  return row ?? null
}

const ownRounds = prepared((db, { wishId, personId, now }: Blanks<'wishId' | 'personId' | 'now'>) =>
  db
    .select({ id: claims.id, round: claims.round, contactUntil: claims.contactUntil, endedAt: claims.endedAt })
    .from(claims)
    .where(
      and(
        eq(claims.wishId, wishId),
        eq(claims.personId, personId),
        or(isNull(claims.endedAt), gt(claims.contactUntil, now)),
      ),
    )
    .orderBy(desc(claims.round))
    .limit(1),
)

/** Whether this person leads or led a claim of the wish. */
export async function hasClaimed(db: Db, wishId: string, personId: string): Promise<boolean> {
  const rows = await db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.wishId, wishId), eq(claims.personId, personId)))
    .limit(1)
  return rows.length > 0
}

/** A wish's words and its resident, for staff or its claimant. */
export async function insideOf(db: Db, wishId: string) {
  const [row] = await insides(db, { wishId })
  return row ?? null
}
const insides = prepared((db, { wishId }: Blanks<'wishId'>) =>
  db
    .select({ details: wishDetails, resident: residents, gridName: areas.name })
    .from(wishDetails)
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .innerJoin(areas, eq(areas.id, residents.gridId))
    .where(eq(wishDetails.wishId, wishId)),
)
export type InsideRow = NonNullable<Awaited<ReturnType<typeof insideOf>>>

/** The present notes of a stream: the latest of each kind. */
export async function notesOf(db: Db, stream: string): Promise<Readonly<Record<string, string>>> {
  const rows = await notesIn(db, { stream })
  return Object.fromEntries(rows.map((row) => [row.kind, row.text]))
}

const notesIn = prepared((db, { stream }: Blanks<'stream'>) =>
  db.select({ kind: notes.kind, text: notes.text }).from(notes).where(eq(notes.stream, stream)).orderBy(asc(notes.seq)),
)

/** Grid workers of a grid, whom a claimer contacts where the resident did not agree to share their own contact. */
export async function gridWorkersOf(db: Db, gridId: string) {
  return db
    .select({ name: people.name, phone: people.phone })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(eq(roles.areaId, gridId), eq(roles.role, 'gridWorker'), isNull(roles.untilDay)))
}

/** What was ticked with the delivery of a round; empty where nothing was. */
export async function ticksOf(db: Db, wishId: string, round: number): Promise<readonly HandoverCheck[]> {
  const [row] = await db
    .select({ data: events.data })
    .from(events)
    .where(and(eq(events.stream, wishId), eq(events.round, round), eq(events.action, 'deliver')))
    .orderBy(desc(events.seq))
    .limit(1)
  const ticked = (row?.data.checks ?? []) as readonly string[]
  return handoverChecks.filter((check) => ticked.includes(check))
}

/** How many call-backs of a round were tried without an answer. */
export async function triesOf(db: Db, wishId: string, round: number): Promise<number> {
  const [row] = await db
    .select({ tries: claims.tries })
    .from(claims)
    .where(and(eq(claims.wishId, wishId), eq(claims.round, round)))
  return row?.tries ?? 0
}
