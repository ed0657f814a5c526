import { slotsFor } from '#domain/board/free-slots.ts'
import { chooseTogether } from '#domain/matching/choose-together.ts'
import { strengthFor } from '#domain/matching/fit.ts'
import type { Setting } from '#domain/matching/matching-model.ts'
import { offersOf } from '#domain/matching/offers.ts'
import { planInvitations, roomOf } from '#domain/matching/plan.ts'

/** The ways of inviting that are compared. */
export const ways = ['board', 'five-best', 'plan', 'optimum'] as const
export type Way = (typeof ways)[number]

/** One invitation: who is asked for which wishes. */
export type Ask = { readonly personId: string; readonly wishIds: readonly string[]; readonly cell: string }

export const askedByPlan = (setting: Setting): readonly Ask[] => planInvitations(setting).invitations

const mostInvited = 5

/**
 * The rule before the plan, only for the comparison: each wish by itself invites five people, by skill, grid and hours;
 * who was invited within the week comes last, and volunteers at their limit or who had it before are left out.
 */
export function askedByFiveBest(setting: Setting, wishId: string, grids: ReadonlyMap<string, string>): readonly Ask[] {
  const wish = setting.wishes.find(({ id }) => id === wishId)
  if (!wish) return []
  const { calendar, now, rules } = setting
  const scored = setting.volunteers
    .filter(({ id, openClaims }) => openClaims < rules.openClaimsPerVolunteer && !wish.notFor.includes(id))
    .map((one) => {
      const meeting = { calendar, freeTimes: one.freeTimes, callFrom: null, callUntil: null, now }
      const [slot] = one.freeTimes.length ? slotsFor({ ...meeting, dueAt: wish.dueIfClaimed }, 1) : []
      const score =
        (strengthFor(wish.itemId, one.strengths) ? 40 : 0) +
        (grids.get(one.id) === wish.gridId ? 25 : 0) +
        (slot && !slot.isLate ? 15 : 0)
      return { id: one.id, score, isAgain: one.askedThisWeek > 0 }
    })
  return scored
    .toSorted((a, b) => Number(a.isAgain) - Number(b.isAgain) || b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, mostInvited)
    .map(({ id }) => ({ personId: id, wishIds: [wishId], cell: '' }))
}

/** Under the same limits, but knowing who would say yes and deliver in time: only they are asked. */
export function askedByOptimum(
  setting: Setting,
  willKeep: (wishId: string, personId: string) => boolean,
): readonly Ask[] {
  const single = { ...setting, rules: { ...setting.rules, openClaimsPerVolunteer: 1 } }
  const { offers } = offersOf(single)
  const people = setting.volunteers
  const choices = chooseTogether({
    offers: offers.map(({ isUrgent }) => ({ places: 1, isUrgent })),
    people: people.map((one) => ({ ...roomOf(one, setting), asked: 0 })),
    valueFor: (offer, person) => {
      const { wishes, weights } = offers[offer] as (typeof offers)[number]
      const { id } = people[person] as (typeof people)[number]
      return wishes[0].notFor.includes(id) || !willKeep(wishes[0].id, id) ? 0 : (weights[0] ?? 0)
    },
    price: 0,
    lotOf: () => 0,
  })
  return choices.flatMap(({ offer, person }) => {
    const [wish, one] = [offers[offer]?.wishes[0], people[person]]
    return wish && one ? [{ personId: one.id, wishIds: [wish.id], cell: '' }] : []
  })
}
