import type { SentInvitation } from '#domain/matching/sent-invitation.ts'
import type { Informed } from '#domain/wish/act.ts'
import { acts } from '#domain/wish/acts.ts'
import {
  type ClockStep,
  type Escalation,
  isEscalation,
  isReminder,
  type Reminder,
} from '#domain/wish/clock/clock-steps.ts'
import type { Action } from '#domain/wish/lifecycle.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'

/** People a wish may concern in addition to those on the wish itself, by their ids. */
export type Circle = {
  readonly secretaries: readonly string[]
  readonly gridWorkers: readonly string[]
  /** Of the areas above the community. */
  readonly supervisors: readonly string[]
  /** Volunteers who are invited next. */
  readonly fitting: readonly string[]
  /** The invitations of those volunteers. */
  readonly invitations?: readonly SentInvitation[]
}
export const nobody: Circle = { secretaries: [], gridWorkers: [], supervisors: [], fitting: [] }

/** Whether this event informs people of that kind, so that only those are looked up. */
export const concerns = (event: WishEvent, kind: Exclude<keyof Circle, 'invitations'>): boolean =>
  informedOf(event).includes(kind)

type Notification = { readonly personId: string; readonly kind: NotificationKind }
/** What a notification is about: an act, a step of the clock, or an invitation. */
export type NotificationKind =
  | Action
  | Reminder
  | Escalation
  | 'fits'
  | 'contact-withdrawn'
  | AboutKind
  | LetterNotification
  | InquiryNotification
/** Notifications that are not about a wish: about a resident's file, a list, a grid, or a person. */
type AboutKind =
  | 'grid-taken'
  | 'new-device'
  | 'proposal-accepted'
  | 'proposal-declined'
  | 'kept-due'
  | 'list-finished'
  | 'list-stopped'
/** About a letter to the mailbox, by its number. */
export type LetterNotification = 'letter-new' | 'letter-yours' | 'letter-reopened' | 'letter-late'
/** About a supervisor's question, by its id. */
export type InquiryNotification = 'inquiry-asked' | 'inquiry-answered'

/**
 * The people to inform, each once, and never about their own act. `before` still names the claimant whom a release or a
 * reopening removes.
 */
export function notificationsAfter(
  event: WishEvent,
  before: Wish | null,
  after: Wish,
  circle: Circle,
): readonly Notification[] {
  const { secretaries, gridWorkers, supervisors, fitting } = circle
  const people: Record<Informed, readonly (string | null | undefined)[]> = {
    secretaries,
    gridWorkers,
    supervisors,
    fitting,
    poster: [after.postedBy],
    claimant: [before?.claimantId, after.claimantId],
    enteredBy: [after.enteredBy],
    joiners: [...(before?.joiners ?? []), ...after.joiners].map((one) => one.personId),
  }
  const found = new Map<string, NotificationKind>()
  for (const informed of informedOf(event))
    for (const id of people[informed])
      if (id && id !== event.actorId && !found.has(id)) found.set(id, informed === 'fitting' ? 'fits' : kindOf(event))
  return [...found].map(([personId, kind]) => ({ personId, kind }))
}

const informedOf = (event: WishEvent): readonly Informed[] => acts[event.action].informs(event)

/** A reminder or an escalation is named after the clock's step. */
function kindOf({ action, data }: WishEvent): NotificationKind {
  const step = data.step as ClockStep
  return isReminder(step) || isEscalation(step) ? step : action
}
