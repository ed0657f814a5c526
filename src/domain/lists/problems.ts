import type { AddressDoubt } from '#domain/reading/addresses.ts'
import type { Emptied } from '#domain/reading/cells.ts'
import type { Whose } from '#domain/reading/phone-owner.ts'
import type { PrivateCode } from '#domain/reading/private-words.ts'
import type { ScopeReason } from '#domain/reading/scope.ts'

/** The user can confirm a doubt as it is; a problem excludes its row until it is corrected or skipped. */
export type Doubt =
  | { readonly code: 'no-phone' }
  | { readonly code: 'bad-phone'; readonly written: string }
  | { readonly code: 'landline'; readonly written: string; readonly lacks: 'digits' | 'area-code' | 'zero' }
  /** A complete phone number that belongs to a relative or someone else, or whose owner is unclear. */
  | { readonly code: 'others-phone'; readonly written: string; readonly whose: Whose }
  /** A roll needs exactly one number per person, to sign in with; this one was left out. */
  | { readonly code: 'phone-left'; readonly written: string }
  | { readonly code: 'shared-phone'; readonly phone: string; readonly with: Place }
  | { readonly code: 'age-missing' }
  | { readonly code: 'age-edge' }
  | { readonly code: 'age-unread' }
  | { readonly code: 'age-year' }
  | { readonly code: 'no-address' }
  | { readonly code: 'address-incomplete' }
  | AddressDoubt
  | { readonly code: 'no-grid' }
  | { readonly code: 'unknown-grid'; readonly written: string }
  | { readonly code: 'over-limit'; readonly valueFen: number; readonly limitFen: number; readonly estimated: boolean }
  | { readonly code: 'many'; readonly count: number; readonly usual: number }
  /** Far more than it usually costs. */
  | { readonly code: 'dear'; readonly valueFen: number; readonly usualFen: number }
  | { readonly code: 'approximate'; readonly fen: number }
  | { readonly code: 'value-unread'; readonly written: string }
  | { readonly code: 'odd-quantity'; readonly written: string; readonly thing: string }
  | { readonly code: 'maybe-several'; readonly written: string }
  | { readonly code: 'repair-or-new'; readonly written: string }
  | { readonly code: 'two-wishes'; readonly parts: number; readonly sharedFen: number | null }
  /** A private word that was replaced by a mark. The word itself is not stored anywhere. */
  | { readonly code: PrivateCode; readonly where: 'wish' | 'remark' | 'address' }
  | { readonly code: 'long-text'; readonly length: number }
  | { readonly code: 'no-unit' }
  | { readonly code: 'strength-unread'; readonly written: string }
  | { readonly code: 'time-unread'; readonly written: string }
  | { readonly code: 'date-unread'; readonly written: string }
  /** 市水务局办公室主任 under 单位及职务: the cell contains more than the unit. */
  | { readonly code: 'unit-and-post'; readonly written: string }
  | { readonly code: 'month-assumed'; readonly period: string }
  | { readonly code: 'hidden-row' }
  /** A cell of a column that is read contains no text but a picture, a formula without a value, an error. */
  | { readonly code: `cell-${Emptied}`; readonly heading: string }
  | { readonly code: 'number-cut' }

export type Problem =
  | { readonly code: 'no-name' }
  | { readonly code: 'bad-name'; readonly written: string }
  | { readonly code: 'two-people'; readonly written: string }
  | { readonly code: 'child' }
  | { readonly code: 'empty-wish' }
  | { readonly code: 'out-of-scope'; readonly reason: ScopeReason; readonly word: string }
  | { readonly code: 'duplicate-in-file'; readonly first: Place }
  | { readonly code: 'no-phone' }
  | { readonly code: 'bad-phone'; readonly written: string }
  | { readonly code: 'not-own-phone'; readonly written: string }

/** Where a row is in the file, in Excel's line numbers. */
export type Place = { readonly sheet: string; readonly line: number }

type Wording<F extends { readonly code: string }> = {
  readonly [C in F['code']]: (finding: Extract<F, { code: C }>) => string
}
export type DoubtWords = {
  readonly [C in Doubt['code']]: (
    doubt: C extends PrivateCode ? Extract<Doubt, { where: string }> : Extract<Doubt, { code: C }>,
  ) => string
}
export type ProblemWords = Wording<Problem>

/** The sentence for a doubt or problem, from a table with one for each code. */
export function tell<F extends { readonly code: string }>(
  words: { readonly [C in F['code']]: unknown },
  finding: F,
): string {
  return (words[finding.code as F['code']] as (finding: F) => string)(finding)
}
