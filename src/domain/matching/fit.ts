import { isItemId, itemById } from '#domain/catalogue/catalogue.ts'
import type { Strength } from '#domain/catalogue/catalogue-codes.ts'

/** How a volunteer fits a wish; with the kind of wish this is all that the chance depends on. */
export type Fit = {
  readonly skill: 'has' | 'not-needed' | 'lacks'
  readonly isNear: boolean
  /** They named hours, and a visit is possible in them before the due date. */
  readonly hasTime: boolean
}

/** The strengths that help with this item, the most important first. */
export const strengthsFor = (itemId: string | null): readonly Strength[] =>
  isItemId(itemId) ? itemById(itemId).strengths : []

/** The volunteer's strength that helps with this wish. */
export const strengthFor = (itemId: string | null, strengths: readonly string[]): Strength | null =>
  strengthsFor(itemId).find((one) => strengths.includes(one)) ?? null

/** Strengths that one has to have learnt. Of the others an item only says that they help. */
const crafts: readonly Strength[] = ['haircut', 'plumbing-electric', 'appliance', 'legal']

/** The craft without which this item can hardly be done; null where anyone can try. */
export function craftFor(itemId: string | null): Strength | null {
  const [first] = strengthsFor(itemId)
  return first && crafts.includes(first) ? first : null
}

export function skillFor(itemId: string | null, strengths: readonly string[]): Fit['skill'] {
  if (strengthFor(itemId, strengths)) return 'has'
  return craftFor(itemId) ? 'lacks' : 'not-needed'
}

/** All possible fits. Their order is fixed: `fitNumber` is the index. */
export const fits: readonly Fit[] = (['has', 'not-needed', 'lacks'] as const).flatMap((skill) =>
  [true, false].flatMap((isNear) => [true, false].map((hasTime) => ({ skill, isNear, hasTime }))),
)

export const fitNumber = (skill: Fit['skill'], isNear: boolean, hasTime: boolean): number =>
  (skill === 'has' ? 0 : skill === 'not-needed' ? 4 : 8) + (isNear ? 0 : 2) + (hasTime ? 0 : 1)
