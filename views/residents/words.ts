import { type ConsentPurpose, consentPurposes } from '#domain/words.ts'
import type { Text } from '#text/text.ts'

type Place = { readonly building: string; readonly unit: string; readonly door: string }

export const doorOf = (text: Text, { building, unit, door }: Place): string =>
  text.card.addressOf(building, unit, door) || text.people.residents.noDoor

/** The purposes agreed to, always in the same order. */
export const heldText = (text: Text, held: readonly ConsentPurpose[]): string =>
  consentPurposes
    .filter((purpose) => held.includes(purpose))
    .map((purpose) => text.words.consentPurpose[purpose])
    .join(' · ') || text.people.residents.noConsent

/** What a wish is called where its catalogue item has a name; else the words it was written down with. */
export const titleOf = (text: Text, wish: { readonly itemId: string | null; readonly words: string }): string => {
  const items: Readonly<Record<string, { readonly name: string }>> = text.catalogue.items
  return (wish.itemId && items[wish.itemId]?.name) || wish.words
}
