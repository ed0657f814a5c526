import { mondayOf } from '#domain/board/free-slots.ts'
import { neededBy } from '#domain/matching/need.ts'
import { day } from '#domain/time/durations.ts'
import { addDays, localDay, midnight } from '#domain/time/workdays.ts'
import type { Lived } from './sim-year.ts'

export type Measures = {
  readonly wishes: number
  /** Per cent of the wishes whose time ended within the year. */
  readonly onTime: number
  readonly daysToClaim: number
  /** Per cent of the claims. */
  readonly broken: number
  /** Invitations of a volunteer in a week, on average over the year: of the middle one, and of the ninth in ten. */
  readonly median: number
  readonly ninthDecile: number
  readonly mostInAWeek: number
  readonly gini: number
  /** Per cent of the volunteers. */
  readonly neverAsked: number
  readonly overLimit: number
  readonly planMilliseconds: number
  readonly slowestPlan: number
}

/** The figures of one way over all communities. */
export function measuresOf(lives: readonly Lived[]): Measures {
  const due = lives.flatMap(dueOf)
  const claimed = lives.flatMap(({ wishes }) => wishes.flatMap(({ wish }) => daysUntilClaim(wish)))
  const rates = lives.flatMap(({ asks, days }) => [...asks.values()].map((own) => (own.length * 7) / days.length))
  const claims = sum(lives.map((one) => one.claims))
  const times = lives.flatMap(({ planTimes }) => planTimes)
  return {
    wishes: due.length,
    onTime: (100 * due.filter((isOnTime) => isOnTime).length) / Math.max(1, due.length),
    daysToClaim: quantile(claimed, 0.5),
    broken: (100 * sum(lives.map((one) => one.broken))) / Math.max(1, claims),
    median: quantile(rates, 0.5),
    ninthDecile: quantile(rates, 0.9),
    mostInAWeek: Math.max(0, ...lives.flatMap(mostAsks)),
    gini: giniOf(rates),
    neverAsked: (100 * rates.filter((rate) => rate === 0).length) / Math.max(1, rates.length),
    overLimit: sum(lives.map(visitsOver)),
    planMilliseconds: times.length ? sum(times) / times.length : 0,
    slowestPlan: Math.max(0, ...times),
  }
}

/** For each wish that should have been delivered by the last day: whether it was, and by its promised day. */
function dueOf({ wishes, calendar, rules, days }: Lived): readonly boolean[] {
  const end = midnight(addDays(days.at(-1) ?? '', 1), calendar.zone)
  return wishes.flatMap(({ wish }) => {
    const { publishedAt, urgency, deliveredAt, promiseAt } = wish
    if (!publishedAt) return []
    const by = neededBy(calendar, { publishedAt, promiseAt: null, urgency }, rules.deliverWithin)
    if (by >= end) return []
    return [deliveredAt !== null && deliveredAt <= by && promiseAt !== null && deliveredAt <= promiseAt]
  })
}

const daysUntilClaim = ({ publishedAt, firstClaimedAt }: Lived['wishes'][number]['wish']): readonly number[] =>
  publishedAt && firstClaimedAt ? [(firstClaimedAt.getTime() - publishedAt.getTime()) / day] : []

function mostAsks({ asks, calendar }: Lived): readonly number[] {
  return [...asks.values()].map((own) => {
    const weeks = new Map<string, number>()
    for (const at of own) {
      const week = mondayOf(localDay(at, calendar.zone))
      weeks.set(week, (weeks.get(week) ?? 0) + 1)
    }
    return Math.max(0, ...weeks.values())
  })
}

/** Weeks of a household with more visits than the rule allows. */
function visitsOver({ wishes, calendar, rules }: Lived): number {
  const visits = new Map<string, number>()
  for (const { wish, household } of wishes) {
    if (!wish.deliveredAt) continue
    const key = `${household} ${mondayOf(localDay(wish.deliveredAt, calendar.zone))}`
    visits.set(key, (visits.get(key) ?? 0) + 1)
  }
  return [...visits.values()].filter((count) => count > rules.visitsPerWeek).length
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

/** 0 where everyone has the same, towards 1 where one has all. */
export function giniOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const all = sum(sorted)
  if (all === 0) return 0
  const weighted = sum(sorted.map((one, n) => (2 * (n + 1) - sorted.length - 1) * one))
  return weighted / (sorted.length * all)
}
