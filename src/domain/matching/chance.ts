import type { Fit } from './fit.ts'

/** How an invitation reaches a volunteer. Today there is one way: the volunteer's own page. */
type Channel = 'page'

/**
 * Invitations that are counted together: the kind of wish, how the volunteer fits it, and the way the invitation went.
 * Never a person: two volunteers with the same fit have the same chance.
 */
export type Cell = string

/** What became of the invitations of one cell in the last half year. */
export type Count = { readonly cell: Cell; readonly asked: number; readonly kept: number }

export type Chances = ReadonlyMap<Cell, Count>

/** The name under which invitations of this kind are counted. */
export const cellOf = (category: string, fit: Fit, channel: Channel = 'page'): Cell =>
  [category, fit.skill, fit.isNear ? 'near' : 'far', fit.hasTime ? 'time' : 'unknown', channel].join('/')

export const chancesFrom = (counts: readonly Count[]): Chances => new Map(counts.map((count) => [count.cell, count]))

/** The assumed chance, in per cent, before anything has been counted. The rules page shows these numbers. */
export const priors = { has: 30, 'not-needed': 20, lacks: 3, near: 8, time: 8 } as const
/** The assumption has the weight of this many invitations. */
export const priorInvitations = 20

/**
 * The chance that an invitation leads to a delivery in time: the share that did, smoothed with the assumption so that
 * three lucky invitations do not look like certainty.
 */
export function chanceOf(chances: Chances, category: string, fit: Fit): number {
  const { asked = 0, kept = 0 } = chances.get(cellOf(category, fit)) ?? {}
  return (kept + priorOf(fit) * priorInvitations) / (asked + priorInvitations)
}

/** Without the skill neither a short way nor free hours help. */
function priorOf({ skill, isNear, hasTime }: Fit): number {
  if (skill === 'lacks') return priors.lacks / 100
  return (priors[skill] + (isNear ? priors.near : 0) + (hasTime ? priors.time : 0)) / 100
}
