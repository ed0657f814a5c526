import { isItemId } from '#domain/catalogue/catalogue.ts'
import type { Measure } from '#domain/catalogue/catalogue-codes.ts'
import type { AgeBand, State } from '#domain/vocabulary.ts'
import type { Text } from '#text/text.ts'

type Placed = { readonly state: State; readonly ageBand: AgeBand | null }

/**
 * The grid and, until the wish is claimed, the age band. Afterwards the age band is left out, because the ledger must
 * not describe people.
 */
export const whereOf = (gridName: string, { state, ageBand }: Placed, { board, words }: Text): string =>
  isClaimable(state) ? board.place(gridName, words.elder[ageBand ?? '14-59']) : gridName

const isClaimable = (state: State): boolean => ['draft', 'submitted', 'open'].includes(state)

type Named = {
  readonly itemId: string | null
  readonly publicText: string
  /** The consent to show the title was withdrawn. */
  readonly isUntitled?: boolean
}
type Counted = Named & { readonly quantity: number | null; readonly measure: string | null }

// "Two hours of company" is useful, "one time haircut" is not.
const uncounted: readonly string[] = ['time', 'hour']

/** The public title: the catalogue's name or the text confirmed at publishing, with the quantity. */
export function titleOf(wish: Counted, text: Text): string {
  const name = nameOf(wish, text)
  const { quantity, measure } = wish
  if (wish.isUntitled || quantity === null || measure === null) return name
  const isSaid = quantity > 1 || !uncounted.includes(measure)
  return isSaid ? `${name} ${text.catalogue.amount(quantity, measure as Measure)}` : name
}

/** A distinguishing name for a part of a page, because a page may show several wishes, even for the same item. */
export const landmarkOf = (
  wish: Omit<Counted, 'publicText'> & { readonly code: string },
  publicText: string,
  text: Text,
): string => `${titleOf({ ...wish, publicText }, text)} · ${text.card.code(wish.code)}`

/** Without the quantity, as in a script or a list. */
export function nameOf({ itemId, publicText, isUntitled }: Named, text: Text): string {
  if (isUntitled) return text.card.untitled
  return publicText || (isItemId(itemId) ? text.catalogue.items[itemId].name : text.card.unnamed)
}
