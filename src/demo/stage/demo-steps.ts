import { minute } from '#domain/time/durations.ts'
import { addDays, type Day, isWorkday } from '#domain/time/workdays.ts'
import type { Satisfaction } from '#domain/vocabulary.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { freeVolunteer } from '#src/demo/people/demo-volunteers.ts'
import { claim, deliverWithCode, move, personOf, post, publish, showCode } from './demo-acts.ts'
import type { Thing } from './demo-thing.ts'
import { deliveryNotes, praise } from './sentences.ts'
import { type Case, type Stage, workerOf } from './stage.ts'

// Parts that most wishes' courses share. Each yields the moments it waits for and returns the wish as it then is.
export type Stretch<T = Wish> = AsyncGenerator<Date, T, void>

/** Posted on the nth working day back, checked the same afternoon or the next morning. */
export async function* published(stage: Stage, story: Case, n: number, repeat = ''): Stretch {
  const { days, random } = stage
  yield days.at(days.workday(n), random.between(10, 13.5))
  const source = random.pick(['visit', 'visit', 'visit', 'phone', 'phone', 'board'] as const)
  const wish = await post(stage, story, { by: workerOf(stage, story.whose), source, repeat })
  yield random.chance(0.7)
    ? days.at(days.workday(n), random.between(16, 18.5))
    : days.at(days.workdayAfter(wish.postedAt, 1), random.between(10, 12))
  return publish(stage, wish, story.thing.publicText)
}

/**
 * Waits some working days, then until a volunteer is free. With `isEntered` the volunteer calls and the secretary
 * enters the claim.
 */
export async function* claimed(stage: Stage, wish: Wish, thing: Thing, { wait = 1, isEntered = false } = {}): Stretch {
  const { days, random, staff, services } = stage
  let day = wait ? days.workdayAfter(services.now(), wait) : days.dayOf(services.now())
  for (;;) {
    yield days.at(day, wait ? random.between(10, 14) : random.between(18.6, 19))
    const volunteer = await freeVolunteer(stage, thing, [wish.barredId])
    if (volunteer) return claim(stage, wish, volunteer, isEntered ? staff.secretary : null)
    day = days.workdayAfter(services.now(), 1)
  }
}

type Delivery = { readonly isLate?: boolean; readonly withCode?: boolean }

/** A time is agreed soon after the claim; most visits fit into a lunch break, an evening or a weekend. */
export async function* delivered(
  stage: Stage,
  wish: Wish,
  { isLate = false, withCode = false }: Delivery = {},
): Stretch {
  const { days, random, services } = stage
  const claimant = personOf(stage, { id: wish.claimantId as string })
  const begun = services.now()
  const visit = isLate
    ? days.at(days.workdayAfter(wish.dueAt as Date, 1), random.between(10, 18))
    : visitOf(stage, wish)
  yield new Date(begun.getTime() + random.between(10, 50) * minute)
  if (visit > services.now()) {
    const half = 30 * minute
    const visitAt = new Date(Math.ceil(visit.getTime() / half) * half)
    await move(stage, claimant, wish, { action: 'schedule', visitAt })
  }
  yield new Date(visit.getTime() + random.between(20, 60) * minute)
  const text = random.pick(deliveryNotes)
  if (withCode) {
    await showCode(stage, posterOf(stage, wish), wish)
    return deliverWithCode(stage, wish, claimant, text)
  }
  return move(stage, claimant, wish, { action: 'deliver', notes: [{ kind: 'delivery', text }] })
}

/** An independent caller asks within three working days; some residents do not answer the first time. */
export async function* calledBack(stage: Stage, wish: Wish, satisfaction: Satisfaction): Stretch {
  const { days, random } = stage
  const isConfirmed = wish.state === 'fulfilled'
  const day = days.workdayAfter(wish.deliveredAt as Date, random.pick([1, 1, 2]))
  const by = isConfirmed || wish.enteredBy || random.chance(0.4) ? callerOf(stage, wish) : posterOf(stage, wish)
  if (random.chance(0.15)) {
    yield days.at(day, random.between(10, 11))
    await move(stage, by, wish, { action: 'try', outcome: 'no-answer' })
  }
  yield days.at(day, random.between(15, 18.4))
  const speaker = random.chance(0.2) ? 'relative' : 'resident'
  const notes = [{ kind: 'words', text: random.pick(praise) }] as const
  const answer = { speaker, satisfaction, notes } as const
  return move(
    stage,
    by,
    wish,
    isConfirmed ? { action: 'rate', ...answer } : { action: 'confirm', how: 'call', ...answer },
  )
}

export const posterOf = ({ staff }: Stage, wish: Wish) =>
  Object.values(staff).find(({ id }) => id === wish.postedBy) ?? staff.secretary

/** The secretary, unless she entered the claim: then the poster. A person who showed the code may not call either. */
export const callerOf = (stage: Stage, wish: Wish) =>
  wish.enteredBy === stage.staff.secretary.id ? posterOf(stage, wish) : stage.staff.secretary

/** A day after the claim and before the due date, preferably at the weekend. */
export function visitOf({ days, random }: Pick<Stage, 'days' | 'random'>, wish: Wish): Date {
  const claimDay = days.dayOf(wish.claimedAt as Date)
  const dueDay = days.dayOf(wish.dueAt as Date)
  const open: Day[] = []
  for (let day = addDays(claimDay, 1); day <= dueDay && open.length < 9; day = addDays(day, 1)) {
    open.push(day)
    if (!isWorkday(days.calendar, day)) open.push(day, day)
  }
  const day = random.pick(open)
  if (!isWorkday(days.calendar, day)) return days.at(day, random.between(10.5, 16.5))
  return days.at(day, random.chance(0.5) ? random.between(12.6, 13.5) : random.between(16.5, 18))
}
