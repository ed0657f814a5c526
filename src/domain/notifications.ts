import type { Informed } from '#domain/wish/act.ts'
import { acts } from '#domain/wish/acts.ts'
import { type ClockStep, type Escalation, isEscalation, isReminder, type Reminder } from '#domain/wish/clock-steps.ts'
import type { Action } from '#domain/wish/lifecycle.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'

/** Those whom a wish may concern besides its own people; ids of persons. */
export type Circle = {
  readonly secretaries: readonly string[]
  readonly gridWorkers: readonly string[]
  /** Of the areas above the community. */
  readonly supervisors: readonly string[]
  /** Volunteers who are invited next. */
  readonly fitting: readonly string[]
}
export const nobody: Circle = { secretaries: [], gridWorkers: [], supervisors: [], fitting: [] }

/** How long the list of those who are invited is at most: an invitation, not a broadcast. */
export const mostInvited = 5

/** Whether this event informs people of that kind, so that only those are looked up. */
export const concerns = (event: WishEvent, kind: keyof Circle): boolean => informedOf(event).includes(kind)

type Notification = { readonly personId: string; readonly kind: NotificationKind }
/** What stands on a person's page: the action, the clock's step, or an invitation. */
export type NotificationKind = Action | Reminder | Escalation | 'fits' | 'contact-withdrawn' | AboutKind
/** What is told of something that is no wish: a resident's file, or a list. */
type AboutKind = 'kept-due' | 'list-finished' | 'list-stopped'

/** Who is informed, each once, and never of their own act. `before` still knows the claimant whom a release or reopening takes away. */
export function toldOf(event: WishEvent, before: Wish | null, after: Wish, circle: Circle): readonly Notification[] {
  const people: Record<Informed, readonly (string | null | undefined)[]> = {
    ...circle,
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

/** A reminder or an escalation goes by the name of the clock's step. */
function kindOf({ action, data }: WishEvent): NotificationKind {
  const step = data.step as ClockStep
  return isReminder(step) || isEscalation(step) ? step : action
}
