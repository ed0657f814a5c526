import type { LimitRefusal } from '#domain/wish/claim/claim-limit.ts'
import type { Text } from '#text/text.ts'

/** The claims of the volunteer who reads the page, counted as the limit counts them. */
export type ClaimsInHand = {
  readonly counted: number
  /** Approved by the secretary beyond the limit. */
  readonly extra: number
  readonly limit: number
  /** Parts of other volunteers' claims, which the limit does not count. */
  readonly joined: number
  /** Why another claim would be refused; null while there is room. */
  readonly full: LimitRefusal | null
  /** Ids of the wishes on this page that the reader has asked the secretary to approve. */
  readonly requested: ReadonlySet<string>
}

export const inHandWords = ({ counted, limit, extra, joined }: ClaimsInHand, { mine }: Text): string =>
  [mine.lead(counted, limit), extra ? mine.extra(extra) : '', joined ? mine.joined(joined) : ''].join('')
