import { isItemId } from '#domain/catalogue/catalogue.ts'
import type { Measure } from '#domain/catalogue/catalogue-codes.ts'
import type { AgeBand, State } from '#domain/vocabulary.ts'
import type { Text } from '#text/text.ts'

type Placed = { readonly state: State; readonly ageBand: AgeBand | null }

/** Where, and until somebody claims it for how old a person: afterwards it is a case in the ledger, which tells of nobody. */
export const whereOf = (gridName: string, { state, ageBand }: Placed, { board, words }: Text): string =>
  isClaimable(state) ? board.place(gridName, words.elder[ageBand ?? '14-59']) : gridName

const isClaimable = (state: State): boolean => ['draft', 'submitted', 'open'].includes(state)

type Named = {
  readonly itemId: string | null
  readonly publicText: string
  /** The consent to show it was taken back. */
  readonly isUntitled?: boolean
}
type Counted = Named & { readonly quantity: number | null; readonly measure: string | null }

// "Two hours of company" is worth saying, "one time haircut" is not.
const uncounted: readonly string[] = ['time', 'hour']

/** The public title: the catalogue's name or the text confirmed at publishing, with the quantity. */
export function titleOf(wish: Counted, text: Text): string {
  const name = nameOf(wish, text)
  const { quantity, measure } = wish
  if (wish.isUntitled || quantity === null || measure === null) return name
  const isSaid = quantity > 1 || !uncounted.includes(measure)
  return isSaid ? `${name} ${text.catalogue.amount(quantity, measure as Measure)}` : name
}

/** What a part of a page is called that may stand there for several wishes, also for two of the same thing. */
export const landmarkOf = (
  wish: Omit<Counted, 'publicText'> & { readonly code: string },
  publicText: string,
  text: Text,
): string => `${titleOf({ ...wish, publicText }, text)} · ${text.card.code(wish.code)}`

/** Without the quantity, as a script or a list says it. */
export function nameOf({ itemId, publicText, isUntitled }: Named, text: Text): string {
  if (isUntitled) return text.card.untitled
  return publicText || (isItemId(itemId) ? text.catalogue.items[itemId].name : text.card.unnamed)
}
