import { doorsDueAt } from '#domain/doors/both-doors.ts'
import { type RuleVersion, ruleVersionOn } from '#domain/rules.ts'
import { hour } from '#domain/time/durations.ts'
import { type Calendar, dueAt, localDay } from '#domain/time/workdays.ts'
import { acts } from '#domain/wish/acts.ts'
import { project } from '#domain/wish/apply.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'
import { type Deadline, type Due, type DuePassage, deadlinesIn } from './deadline.ts'

export type DeadlineSetting = { readonly versions: readonly RuleVersion[]; readonly calendar: Calendar }

/** When a wish was first in a message that was not recalled, and first on a sheet. */
export type DoorTimes = { readonly group: Date | null; readonly board: Date | null }

/** Every deadline of a wish, from all its events in their order. */
export function wishDeadlines(
  events: readonly WishEvent[],
  doors: DoorTimes,
  setting: DeadlineSetting,
): readonly Deadline[] {
  const passages: (DuePassage & { readonly wish: Wish })[] = []
  let wish: Wish | null = null
  let call: Due | null = null
  // Asking the office again starts the wait for it again; the clock's own reminder does not.
  let followedAt: Date | null = null
  for (const event of events) {
    wish = project(wish, event)
    call = callAfter(call, event, wish)
    if (event.action === 'follow') followedAt = event.at
    if (wish.state !== 'referred') followedAt = null
    const due = [...stepsOf(wish, followedAt, setting), ...(call ? [call] : [])]
    passages.push({ seq: event.seq, at: event.at, state: event.state, due, wish })
  }
  return [...deadlinesIn(passages), ...bothDoors(passages, doors, setting)]
}

/** What the state of a wish asks for; the call-back and the publications do not follow from the state alone. */
function stepsOf(wish: Wish, followedAt: Date | null, { versions, calendar }: DeadlineSetting): readonly Due[] {
  const rules = rulesOf(wish, { versions, calendar })
  const due = (step: Due['step'], startedAt: Date, at: Date): Due => ({
    step,
    side: 'community',
    startedAt,
    dueAt: at,
  })
  switch (wish.state) {
    case 'submitted':
      // The rows of a list are checked together, and there are no reminders about them either.
      return wish.source === 'list' ? [] : [due('check', wish.since, dueAt(calendar, wish.since, rules.checkWithin))]
    case 'claimed': {
      const [claimedAt, deliverBy] = [wish.claimedAt as Date, wish.dueAt as Date]
      const contactBy = new Date(claimedAt.getTime() + rules.contactWithin * hour)
      const isContacted = wish.visitAt !== null || contactBy > deliverBy
      return [...(isContacted ? [] : [due('contact', claimedAt, contactBy)]), due('delivery', claimedAt, deliverBy)]
    }
    case 'referred': {
      const from = followedAt ?? wish.since
      return [due('referral', from, dueAt(calendar, from, rules.referWithin))]
    }
    default:
      return []
  }
}

/** The rules in force when it was published, or posted if it is not published yet. */
const rulesOf = ({ ruleVersion, postedAt }: Wish, { versions, calendar }: DeadlineSetting) =>
  (versions.find(({ id }) => id === ruleVersion) ?? ruleVersionOn(versions, localDay(postedAt, calendar.zone))).rules

/** The call-back is due from the delivery until the receiving side was heard, or need not or cannot be. */
function callAfter(call: Due | null, event: WishEvent, { callbackDueAt, deliveredAt }: Wish): Due | null {
  if (event.action === 'deliver')
    return callbackDueAt && deliveredAt
      ? { step: 'callback', side: 'community', startedAt: deliveredAt, dueAt: callbackDueAt }
      : null
  if (event.action === 'undo' || event.action === 'withdraw') return null
  const change = call && event.data.claimId ? acts[event.action].applyToClaim(event, String(event.data.claimId)) : null
  if (change?.kind !== 'change') return call
  const { calledAt, saidAt, sparedAt, triesSpentAt } = change.set
  // A word on the page of the slip ends it, unless it is one of those that are called about all the same.
  const isHeard = calledAt || (saidAt && !event.data.call)
  return isHeard || sparedAt || triesSpentAt ? null : call
}

/** Both publications, from the first publication until the wish was in both places or is no longer open. */
function bothDoors(
  passages: readonly (DuePassage & { readonly wish: Wish })[],
  { group, board }: DoorTimes,
  setting: DeadlineSetting,
): readonly Deadline[] {
  const first = passages.findIndex(({ wish }) => wish.publishedAt !== null)
  const opened = passages[first]
  const publishedAt = opened?.wish.publishedAt
  if (!opened || !publishedAt || opened.state !== 'open') return []
  const by = doorsDueAt(setting.calendar, publishedAt, rulesOf(opened.wish, setting))
  if (!by) return []
  const left = passages.slice(first).find(({ state }) => state !== 'open')?.at ?? null
  const both = group && board ? new Date(Math.max(group.getTime(), board.getTime())) : null
  const endedAt = both && (!left || both < left) ? both : left
  const doors = { step: 'doors', side: 'community', startedAt: publishedAt, dueAt: by } as const
  const end = endedAt ? 'done' : null
  return [{ ...doors, from: opened.seq, state: opened.state, endedAt, end }]
}
