import { type ItemId, isItemId } from '#domain/catalogue/catalogue.ts'
import type { Category } from '#domain/catalogue/catalogue-codes.ts'

/**
 * What a community can organise for many residents at once when the same item is wished for again and again. The words
 * are in text.
 */
const activityKinds = [
  'clinic-day',
  'sight-day',
  'aids-day',
  'safety-round',
  'phone-class',
  'haircut-day',
  'advice-day',
  'supply-day',
  'repair-day',
  'errand-day',
  'gathering',
] as const
export type ActivityKind = (typeof activityKinds)[number]
const activityStates = ['planned', 'held', 'dropped'] as const
export type ActivityState = (typeof activityStates)[number]

const byItem: Partial<Record<ItemId, ActivityKind>> = {
  plaster: 'clinic-day',
  'pill-box': 'clinic-day',
  thermometer: 'clinic-day',
  'blood-pressure-monitor': 'clinic-day',
  'care-pads': 'clinic-day',
  'fetch-medicine': 'clinic-day',
  'accompany-clinic': 'clinic-day',
  'book-appointment': 'clinic-day',
  'reading-glasses': 'sight-day',
  magnifier: 'sight-day',
  cane: 'aids-day',
  'walking-frame': 'aids-day',
  wheelchair: 'aids-day',
  'bed-rail': 'aids-day',
  'non-slip-mat': 'aids-day',
  'bath-stool': 'aids-day',
  'fit-rail': 'aids-day',
  'smoke-alarm': 'safety-round',
  'power-strip': 'safety-round',
  'electric-blanket': 'safety-round',
  heater: 'safety-round',
  'fix-socket': 'safety-round',
  'elder-phone': 'phone-class',
  'teach-phone': 'phone-class',
  'teach-health-code': 'phone-class',
  'pay-utilities': 'phone-class',
  'pension-check': 'phone-class',
  haircut: 'haircut-day',
  'legal-question': 'advice-day',
  'fill-form': 'advice-day',
}
const byCategory: Record<Category, ActivityKind> = {
  goods: 'supply-day',
  repair: 'repair-day',
  errand: 'errand-day',
  company: 'gathering',
}

/** The activity that helps several households who wish for this item; by its category where the item has none. */
export const activityFor = (itemId: string | null, category: Category): ActivityKind =>
  (isItemId(itemId) ? byItem[itemId] : undefined) ?? byCategory[category]
