import type { Measure } from '#domain/catalogue/catalogue-codes.ts'

type Priced = { readonly usualFen: number; readonly measure: Measure }
type Counted = { readonly quantity: number; readonly measure: Measure; readonly specification: string }

/**
 * The usual price of a quantity, in fen; null where the catalogue's price is for another measure (5个 eggs, not 5 trays)
 * or the list gives a weight (大米 2斤): a price for a different quantity would be worse than none.
 */
export function estimateOf({ usualFen, measure }: Priced, counted: Counted): number | null {
  if (usualFen === 0) return 0
  if (counted.measure !== measure || saysContent(counted.specification, measure)) return null
  return usualFen * counted.quantity
}

function saysContent(specification: string, measure: Measure): boolean {
  if (/[\d半](?:\s*)(?:斤|公斤|千克|克|kg|g\b|吨|两)/iu.test(specification)) return true
  return packed.includes(measure) && /\d\s*(?:升|毫升|ml|l\b)/iu.test(specification)
}

const packed: readonly Measure[] = ['box', 'carton', 'pack', 'bag', 'bottle', 'jug', 'tray']
