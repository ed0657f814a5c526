import type { FamilyLink } from '#domain/receipts/family-link.ts'
import type { ConsentPurpose } from '#domain/vocabulary.ts'
import type { Wish } from '#domain/wish/wish.ts'

export const receiptDones = [
  'word',
  'again',
  'reopen',
  'withdraw',
  'correction',
  'thanks',
  'consent',
  'sample',
  'device',
  'family-end',
  'follow',
] as const
export type ReceiptDone = (typeof receiptDones)[number]

export type ReceiptView = {
  /** The page's own address, to which all its forms are sent. */
  readonly base: string
  readonly wish: Wish
  readonly publicText: string
  /** What the office answered, in its own words; empty while there is no answer. */
  readonly answer: string
  readonly zone: string
  /** Working days from a claim to the delivery. */
  readonly within: number
  /** Who comes, once a visit is agreed. */
  readonly visitor: { readonly name: string; readonly unit: string | null; readonly at: Date } | null
  /** The two words of the visit that is agreed, or of today; null while no visit is expected. */
  readonly passWords: readonly [string, string] | null
  readonly consents: readonly ConsentPurpose[]
  /** The valid links of relatives. */
  readonly links: readonly FamilyLink[]
  /** They have said that they read the page, and does not have to be called with each step. */
  readonly isFollowed: boolean
  /** The resident's own page; false for a relative's. */
  readonly isOwn: boolean
  /** A relative who may only look. */
  readonly isReadOnly: boolean
  /** A person who had a part in the delivery is signed in: they may read, but not answer. */
  readonly isOwnSide: boolean
  /** They have used this device: what is said here is called about all the same. */
  readonly isShared: boolean
  readonly done: ReceiptDone | null
  readonly fault: { readonly name: string; readonly sentence: string } | null
  readonly refusal: string | null
  readonly typed: Readonly<Record<string, string>>
}
