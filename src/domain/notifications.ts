import { isEscalation, isReminder } from '#domain/wish/clock-steps.ts'
import type { Action } from '#domain/wish/lifecycle.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'

/** Who is told of what. Roles are looked up when the event is written; the actor is never told of their own act. */
type Told = 'poster' | 'claimant' | 'enteredBy' | 'joiners' | keyof Circle

/** Those whom a wish may concern beside its own people; ids of persons. */
export type Circle = {
  readonly secretaries: readonly string[]
  readonly gridWorkers: readonly string[]
  /** Of the areas above the community. */
  readonly supervisors: readonly string[]
  /** Volunteers who are invited next. */
  readonly fitting: readonly string[]
}
export const nobody: Circle = { secretaries: [], gridWorkers: [], supervisors: [], fitting: [] }

const tells = {
  post: ['secretaries'],
  amend: ['claimant'],
  publish: ['poster'],
  return: ['poster'],
  draft: ['gridWorkers'],
  claim: ['poster', 'claimant'],
  schedule: ['poster', 'claimant'],
  postpone: ['poster', 'claimant', 'joiners', 'secretaries'],
  join: ['claimant'],
  leave: ['claimant'],
  inform: [],
  remind: [],
  release: ['poster', 'claimant', 'joiners', 'secretaries', 'fitting'],
  lapse: ['poster', 'claimant', 'joiners', 'secretaries', 'fitting'],
  escalate: [],
  ask: ['gridWorkers'],
  keep: ['poster'],
  carry: [],
  replan: ['claimant', 'joiners', 'poster'],
  deliver: ['poster', 'claimant', 'joiners', 'secretaries'],
  undo: ['poster', 'claimant'],
  confirm: ['poster', 'claimant', 'joiners'],
  try: [],
  exhaust: ['poster', 'secretaries'],
  rate: ['claimant'],
  reopen: ['poster', 'claimant', 'secretaries', 'fitting'],
  spare: [],
  repeat: [],
  refer: ['poster'],
  follow: [],
  answer: ['poster'],
  withdraw: ['poster', 'claimant', 'joiners'],
} as const satisfies Record<Action, readonly Told[]>

/** Each step of the clock has people of its own. Whoever entered a claim for somebody on the phone reminds them by phone. */
const tellsOfStep = {
  check: ['secretaries'],
  contact: ['claimant', 'enteredBy'],
  due: ['claimant', 'enteredBy'],
  overdue: ['claimant', 'enteredBy', 'poster', 'secretaries'],
  callback: ['gridWorkers', 'secretaries'],
  referral: ['poster', 'gridWorkers', 'secretaries'],
  push: ['fitting'],
  secretary: ['secretaries'],
  street: ['supervisors'],
} as const satisfies Record<string, readonly Told[]>

/** How long the list of those who are invited is at most: an invitation, not a broadcast. */
export const mostInvited = 5

/** Whether anybody of that kind is told of the event, so that nobody is looked up in vain. */
export const concerns = ({ action, data }: WishEvent, kind: keyof Circle): boolean =>
  whomOf(action, data.step).includes(kind)

export type Notification = { readonly personId: string; readonly kind: NotificationKind }
/** What stands on a person's page: the action, the clock's step, or an invitation. */
export type NotificationKind = Action | keyof typeof tellsOfStep | 'fits' | 'contact-withdrawn' | AboutKind
/** What is told of something that is no wish: a resident's file, or a list. */
type AboutKind = 'kept-due' | 'list-finished' | 'list-stopped'

/** Who is told, each once. `before` still knows the claimant whom a release or reopening takes away. */
export function toldOf(event: WishEvent, before: Wish | null, after: Wish, circle: Circle): readonly Notification[] {
  const people: Record<Told, readonly (string | null | undefined)[]> = {
    ...circle,
    poster: [after.postedBy],
    claimant: [before?.claimantId, after.claimantId],
    enteredBy: [after.enteredBy],
    joiners: [...(before?.joiners ?? []), ...after.joiners].map((one) => one.personId),
  }
  const { action, data } = event
  // The clock has only reckoned anew when it will remind: no date has moved, and that is no news.
  if (action === 'replan' && !(data.moved as readonly string[] | undefined)?.length) return []
  const kind = (
    isReminder(data.step as never) || isEscalation(data.step as never) ? data.step : action
  ) as NotificationKind
  const found = new Map<string, NotificationKind>()
  for (const told of whomOf(action, data.step))
    for (const id of people[told])
      if (id && id !== event.actorId && !found.has(id)) found.set(id, told === 'fitting' ? 'fits' : kind)
  return [...found].map(([personId, of]) => ({ personId, kind: of }))
}

const whomOf = (action: Action, step: unknown): readonly Told[] =>
  action === 'remind' || action === 'escalate' ? tellsOfStep[step as keyof typeof tellsOfStep] : tells[action]
