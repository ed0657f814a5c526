import { isItemId, itemById } from '#domain/catalogue/catalogue.ts'
import type { Strength } from '#domain/catalogue/catalogue-codes.ts'
import { day } from '#domain/time/durations.ts'
import type { Urgency } from '#domain/vocabulary.ts'

/** What matching uses of a wish: only what its public card shows. */
export type Waiting = {
  readonly itemId: string | null
  readonly gridId: string
  readonly urgency: Urgency
  readonly publishedAt: Date
  readonly postedBy: string
  readonly barredId: string | null
}

export type Volunteer = {
  readonly id: string
  readonly strengths: readonly string[]
  /** The grid in which the volunteer lives; null where it is unknown. */
  readonly gridId: string | null
  /** Whether the volunteer has free time before the due date of a claim made now, by urgency. */
  readonly hasTime: Readonly<Record<Urgency, boolean>>
}

/** Why a wish is suggested; the words are in text board.reason. */
export type Reason =
  | { readonly why: 'strength'; readonly strength: Strength }
  | { readonly why: 'grid' }
  | { readonly why: 'time' }
  | { readonly why: 'waited'; readonly days: number }
  | { readonly why: 'urgency'; readonly urgency: keyof typeof weights.urgency }

type Match = { readonly score: number; readonly reasons: readonly Reason[] }

/**
 * The weights are our own choice; the rules page gives their order: 特急, strength, 急, grid, free time, waiting. Red
 * alone outweighs all others together, so that no ordinary wish comes before it.
 */
const weights = { urgency: { red: 150, yellow: 30 }, strength: 40, grid: 25, time: 15, eachDay: 1 } as const
const longWait = 3
const mostDays = 30

/**
 * How well a wish suits a volunteer, with every reason that counted; nothing else is weighed. The result only orders
 * suggestions: a volunteer is never assigned. Null for a wish that the volunteer may not claim.
 */
export function matchOf(wish: Waiting, volunteer: Volunteer, now: Date): Match | null {
  if ([wish.postedBy, wish.barredId].includes(volunteer.id)) return null
  const wanted = isItemId(wish.itemId) ? itemById(wish.itemId).strengths : []
  const strength = wanted.find((one) => volunteer.strengths.includes(one))
  const isNear = volunteer.gridId === wish.gridId
  const hasTime = volunteer.hasTime[wish.urgency]
  const waited = Math.floor((now.getTime() - wish.publishedAt.getTime()) / day)
  const days = waited >= longWait ? waited : 0
  const urgency = wish.urgency === 'blue' ? null : wish.urgency
  const score =
    (urgency ? weights.urgency[urgency] : 0) +
    (strength ? weights.strength : 0) +
    (isNear ? weights.grid : 0) +
    (hasTime ? weights.time : 0) +
    Math.min(days, mostDays) * weights.eachDay
  const reasons: readonly Reason[] = [
    ...(urgency ? [{ why: 'urgency' as const, urgency }] : []),
    ...(strength ? [{ why: 'strength' as const, strength }] : []),
    ...(isNear ? [{ why: 'grid' as const }] : []),
    ...(hasTime ? [{ why: 'time' as const }] : []),
    ...(days ? [{ why: 'waited' as const, days }] : []),
  ]
  return { score, reasons }
}

export type Fit<W> = { readonly wish: W; readonly reasons: readonly Reason[] }

/** The wishes that suit best, at most `limit`; equal ones keep their order. */
export function bestFits<W extends Waiting>(
  wishes: readonly W[],
  volunteer: Volunteer,
  now: Date,
  limit: number,
): readonly Fit<W>[] {
  return wishes
    .flatMap((wish) => {
      const match = matchOf(wish, volunteer, now)
      return match && isInviting(match) ? [{ wish, ...match }] : []
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ wish, reasons }) => ({ wish, reasons }))
}

/**
 * Free time alone is no reason for a suggestion, because it suits every wish alike. Nor is 急, which the plain order
 * already respects.
 */
const isInviting = ({ reasons }: Match): boolean =>
  reasons.some((one) => (one.why === 'urgency' ? one.urgency === 'red' : one.why !== 'time'))
