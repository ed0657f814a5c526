import { randomBytes } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { sha256 } from '#auth/hashing.ts'
import { events, notifications } from '#db/schema/tables.ts'
import { lastEventOf } from '#db/store/last-event.ts'
import type { Statement, Store } from '#db/store/store.ts'
import type { NotificationKind } from '#domain/notifications.ts'
import type { EventData } from '#domain/wish/wish-events.ts'

/** The events of a community's register. Their words: text people.register. */
const registerActions = [
  'person-added',
  'area-added',
  'area-amended',
  'area-closed',
  'buildings-listed',
  'role-granted',
  'person-amended',
  'phone-asked',
  'phone-changed',
  'role-ended',
  'grid-taken',
  'role-proposed',
  'proposal-accepted',
  'proposal-declined',
  'volunteer-registered',
  'registration-declined',
  'volunteer-accepted',
  'volunteer-activated',
  'volunteer-left',
  'code-issued',
  'resident-added',
  'resident-amended',
  'resident-ended',
  'resident-reopened',
  'erased',
  'resident-asked',
  'kept-due',
  'list-finished',
  'list-stopped',
  'consent-recorded',
  'receiver-wrote',
  'step-told',
  'page-followed',
  'family-link-made',
  'family-link-renewed',
  'family-link-ended',
  'hours-stated',
  'record-printed',
  'edition-made',
  'edition-ended',
  'wishes-exported',
  'contact-named',
  'batch-adopted',
  'batch-approved',
  'robot-added',
  'robot-ended',
] as const
export type RegisterAction = (typeof registerActions)[number]

type RegisterEvent = {
  /** The community; for roles above communities, the area of the role. */
  readonly communityId: string
  readonly actorId: string
  readonly action: RegisterAction
  /** Ids and codes only: an event can never be erased. */
  readonly data: EventData
  readonly now: Date
}

/** The stream of a community's register. */
export const registerOf = (communityId: string): string => `register:${communityId}`

/** One event of a community's register. */
export const registerEvent = (store: Store, event: RegisterEvent): Statement =>
  placeEvent(store, registerOf(event.communityId), event)

type RegisterNotification = {
  readonly communityId: string
  readonly personId: string
  readonly kind: NotificationKind
  /** Empty if it is not about a wish. */
  readonly wishId?: string
  readonly aboutId?: string
  readonly now: Date
}

/** A notification about the register's latest event for one person. It goes into the same commit, after that event. */
export function registerNotification({ db }: Store, notification: RegisterNotification): Statement {
  const { communityId, now, wishId = '', ...about } = notification
  const stream = registerOf(communityId)
  const seq = sql<number>`(select max(${events.seq}) from ${events} where ${events.stream} = ${stream})`
  return db.insert(notifications).values({ stream, seq, ...about, wishId, at: now })
}

type KnowledgeAction = `knowledge-${'added' | 'changed' | 'retired' | 'restored'}`
/** The events of a community's calendar, or of the calendar for all communities. */
type CalendarAction = 'notice-entered' | 'days-withdrawn' | 'hours-changed' | 'region-changed'
/** The events of a community's other streams: its rules, its months, its answers. */
type PlaceAction =
  | RegisterAction
  | KnowledgeAction
  | CalendarAction
  | 'rules-changed'
  | 'rules-cancelled'
  | 'month-signed'
  | 'month-corrected'
  | 'activity-planned'
  | 'matter-offered'
  | 'matter-ended'
type PlaceEvent = Omit<RegisterEvent, 'action'> & {
  /** SQL if the commit itself has to decide whether the event is written (db/store/only-if.ts). */
  readonly action: PlaceAction | SQL
}

/**
 * One event of a stream that is not a wish's. The commit itself assigns the next number, because many people write to
 * these streams at once.
 */
export function placeEvent({ db }: Store, stream: string, event: PlaceEvent): Statement {
  const { communityId, actorId, action, data, now } = event
  const seq = sql<number>`(select coalesce(max(${events.seq}), 0) + 1 from ${events} where ${events.stream} = ${stream})`
  return db.insert(events).values({ stream, seq, action, actorId, at: now, communityId, data })
}

/** One press of a button: which act it asked for, by whom, and the number of the latest event that the person had seen. */
type Press = { readonly seen: number; readonly action: string; readonly by: string | null }

/** Whether the stream's latest event was written by this press, so that the same form sent again has nothing left to do. */
export async function isWrittenBy({ db }: Store, stream: string, { seen, action, by }: Press): Promise<boolean> {
  const last = await lastEventOf(db, stream)
  return last?.seq === seen + 1 && last.action === action && last.actorId === by
}

/**
 * What people wrote is in a note that can be erased. The event only has its hash, with a salt that is erased together with
 * the note, so that nobody can try out what it may have been.
 */
export function saltedNote(text: string): { readonly salt: string; readonly hash: string } {
  const salt = randomBytes(16).toString('base64url')
  return { salt, hash: sha256(salt + text) }
}
