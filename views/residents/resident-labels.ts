import { firstPurposes } from '#domain/people/resident.ts'
import type { Where } from '#domain/reading/addresses.ts'
import { type ConsentPurpose, consentPurposes } from '#domain/vocabulary.ts'
import type { Text } from '#text/text.ts'

export const doorOf = (text: Text, where: Where): string => text.card.addressOf(where) || text.people.residents.noDoor

/** The purposes agreed to in one short line, always in the same order. */
export const consentsText = ({ people: { residents } }: Text, given: readonly ConsentPurpose[]): string => {
  const hasAll = firstPurposes.every((purpose) => given.includes(purpose))
  const named = consentPurposes.filter(
    (purpose) => given.includes(purpose) && !(hasAll && firstPurposes.includes(purpose)),
  )
  const short = named.map((purpose) => residents.consentShort[purpose])
  return [...(hasAll ? [residents.allConsents] : []), ...short].join(' · ') || residents.noConsent
}

/** The name of the wish's catalogue item, otherwise the words that were typed. */
export const titleOf = (text: Text, wish: { readonly itemId: string | null; readonly words: string }): string => {
  const items: Readonly<Record<string, { readonly name: string }>> = text.catalogue.items
  return (wish.itemId && items[wish.itemId]?.name) || wish.words
}
