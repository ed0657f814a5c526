import type { Measure, Strength } from '#domain/catalogue/catalogue-codes.ts'
import type { Address } from '#domain/reading/addresses.ts'
import type { ReadBand } from '#domain/reading/ages.ts'
import type { Emptied } from '#domain/reading/cells.ts'
import type { Item } from '#domain/reading/items.ts'
import type { Sex } from '#domain/reading/names.ts'
import type { Source, Urgency } from '#domain/vocabulary.ts'
import type { Doubt, Problem } from './problems.ts'

/** Rows of one import: what a page can be scrolled through and a row of D1 (2 MB) holds. The only limit that people are told. */
export const mostListRows = 1000

/**
 * A sheet as read. Every cell is text, and `rows[0]` is line 1: blank and hidden lines are in `rows` like all others, so
 * that a line's number is its place in the list. What the format knows beyond the text is optional; a CSV has none of it.
 */
export type Sheet = {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly merges?: readonly Merge[]
  /**
   * Cells that the workbook stores as a date or a time of day: the text is YYYY-MM-DD, or HH:MM where there is no day.
   * Excel makes a date of a door typed as 3-2, so a date in a column that holds none is no value but a question.
   */
  readonly dates?: ReadonlySet<CellPlace>
  /** Rows that are hidden, filtered away or folded, zero-based. They are read; whether to take them is the person's choice. */
  readonly hiddenRows?: ReadonlySet<number>
  /** The same for columns. */
  readonly hiddenColumns?: ReadonlySet<number>
  /** Cells whose text is empty because they held no value: see `Emptied`. Every format may have them. */
  readonly emptied?: ReadonlyMap<CellPlace, Emptied>
}
/** `${row}:${column}`, zero-based, as in `rows[row][column]`. */
export type CellPlace = `${number}:${number}`
/** Zero-based and inclusive. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

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
  /** What somebody has typed or confirmed for the claimer; a note of the list itself is never here. */
  readonly note: string
  /** The list has a note in this line, which was not taken. */
  readonly hasNote: boolean
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
