import type { Strength } from '#domain/catalogue/catalogue-codes.ts'
import { craftFor, strengthFor } from './fit.ts'
import type { Setting, Volunteer, WaitingWish } from './matching-model.ts'
import { type Plan, wantsInvitations } from './plan.ts'

/** What keeps wishes waiting although they are offered, so that the secretary can do something about it. */
export type Lack =
  /** No volunteer who may be asked has named this strength. */
  | { readonly why: 'no-strength'; readonly strength: Strength; readonly wishIds: readonly string[] }
  /** Those who could do it have been asked, or have no invitation or claim left this week. */
  | { readonly why: 'nobody-left'; readonly wishIds: readonly string[] }

/** The lacks of a plan, those that keep most wishes waiting first. */
export function lacksOf(setting: Setting, { unanswered }: Pick<Plan, 'unanswered'>): readonly Lack[] {
  const askable = setting.volunteers.filter((volunteer) => wantsInvitations(volunteer, setting))
  const missing = new Map<Strength, string[]>()
  const left: string[] = []
  for (const wish of setting.wishes) {
    const strength = missingStrength(wish, askable)
    if (strength) missing.set(strength, [...(missing.get(strength) ?? []), wish.id])
    else if (unanswered.includes(wish.id)) left.push(wish.id)
  }
  const lacks: Lack[] = [...missing].map(([strength, wishIds]) => ({ why: 'no-strength', strength, wishIds }))
  if (left.length) lacks.push({ why: 'nobody-left', wishIds: left })
  return lacks.toSorted((a, b) => b.wishIds.length - a.wishIds.length)
}

function missingStrength({ itemId }: WaitingWish, askable: readonly Volunteer[]): Strength | null {
  const craft = craftFor(itemId)
  if (!craft) return null
  return askable.some(({ strengths }) => strengthFor(itemId, strengths)) ? null : craft
}
