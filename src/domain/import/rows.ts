import type { Category, Measure, Strength } from '#domain/catalogue-codes.ts'
import type { Source, Urgency } from '#domain/words.ts'
import type { Address } from './address.ts'
import type { ReadBand } from './ages.ts'
import type { Sex } from './names.ts'
import type { Doubt, Problem } from './problems.ts'

/** A sheet as read: every cell is text, `rows[0]` is line 1. Merges only where the format has them. */
export type Sheet = {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly merges?: readonly Merge[]
}
/** Zero-based and inclusive. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

export type Item = {
  readonly id: string
  readonly category: Category
  readonly usualFen: number
  readonly measure: Measure
  readonly names: readonly string[]
}

/** What the reader is told from outside. `today` is YYYY-MM-DD in the community's zone. */
export type Known = {
  readonly items: readonly Item[]
  readonly limitFen: number
  readonly today: string
  readonly fileName?: string
}

export type NeedRow = {
  readonly sheet: string
  /** The row number as Excel shows it. */
  readonly line: number
  /** 0, or 0, 1 … where one cell held several wishes. */
  readonly part: number
  readonly name: string
  readonly sex: Sex | null
  readonly ageBand: ReadBand | null
  readonly gridName: string
  readonly address: Address
  readonly phones: readonly string[]
  readonly wish: {
    readonly text: string
    readonly item: string | null
    /** What stood in brackets: for the claimer only. */
    readonly remark: string
    readonly specification: string
  }
  readonly quantity: number
  readonly measure: Measure
  /** For the whole row, not for one piece. */
  readonly valueFen: number | null
  readonly urgency: Urgency
  readonly source: Source
  readonly note: string
  readonly worker: string
  readonly doubts: readonly Doubt[]
  readonly errors: readonly Problem[]
}

export type RollRow = {
  readonly sheet: string
  readonly line: number
  readonly name: string
  readonly sex: Sex | null
  readonly unit: string
  readonly branch: string
  readonly phone: string | null
  readonly building: string
  readonly strengths: readonly RollStrength[]
  readonly freeTimes: readonly FreeTime[]
  /** YYYY-MM-DD */
  readonly reportedIn: string | null
  readonly doubts: readonly Doubt[]
  readonly errors: readonly Problem[]
}

/** What a roll says that the catalogue has no code for is `other`, with the words in a doubt. */
export type RollStrength = Strength | 'other'

export const freeTimes = [
  'anytime',
  'holiday',
  'weekday',
  'weekday-morning',
  'weekday-afternoon',
  'weekday-evening',
  'weekend',
  'weekend-morning',
  'weekend-afternoon',
  'weekend-evening',
  'saturday',
  'saturday-morning',
  'saturday-afternoon',
  'saturday-evening',
  'sunday',
  'sunday-morning',
  'sunday-afternoon',
  'sunday-evening',
] as const
export type FreeTime = (typeof freeTimes)[number]
