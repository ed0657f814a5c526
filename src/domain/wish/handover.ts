import type { ItemId } from '#domain/catalogue/catalogue.ts'
import { addDays, type Day, localDay } from '#domain/time/workdays.ts'

/** What is shown and asked at the door, besides handing the item over. Codes only: nothing about anyone's health is written down. */
export const handoverChecks = ['use-shown', 'expiry-read', 'allergy-asked', 'plug-tried'] as const
export type HandoverCheck = (typeof handoverChecks)[number]

const food: readonly ItemId[] = [
  ...(['milk', 'eggs', 'rice', 'flour', 'cooking-oil', 'naan', 'noodles', 'brick-tea', 'fruit'] as const),
  ...(['cook-together', 'fetch-groceries'] as const),
]
const medical: readonly ItemId[] = ['plaster', 'fetch-medicine']
const toBeUsed: readonly ItemId[] = [
  ...(['pill-box', 'thermometer', 'blood-pressure-monitor', 'magnifier', 'cane', 'walking-frame'] as const),
  ...(['wheelchair', 'bed-rail', 'non-slip-mat', 'bath-stool', 'hot-water-bag', 'elder-phone', 'smoke-alarm'] as const),
]
const plugged: readonly ItemId[] = [
  ...(['kettle', 'rice-cooker', 'electric-blanket', 'heater', 'radio', 'desk-lamp', 'night-light'] as const),
  ...(['power-strip', 'fan', 'fix-appliance', 'fix-socket', 'change-lamp'] as const),
]

/** The checks that belong to an item; none for what is free text or for company. */
export function checksFor(itemId: string | null): readonly HandoverCheck[] {
  const isIn = (list: readonly ItemId[]) => list.some((id) => id === itemId)
  const wanted: Readonly<Record<HandoverCheck, boolean>> = {
    'use-shown': isIn(medical) || isIn(toBeUsed) || isIn(plugged),
    'expiry-read': isIn(food) || isIn(medical),
    'allergy-asked': isIn(food) || isIn(medical),
    'plug-tried': isIn(plugged),
  }
  return handoverChecks.filter((check) => wanted[check])
}

/** Items that expire within this many days may not be given (docs/rules.md). */
export const shelfDays = 30

/** The first date of expiry with which an item may be handed over today. */
export const firstExpiry = (now: Date, zone: string): Day => addDays(localDay(now, zone), shelfDays)
