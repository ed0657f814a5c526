import type { Measure, Strength } from '#domain/catalogue/catalogue-codes.ts'
import type { Address } from '#domain/reading/addresses.ts'
import type { ReadBand } from '#domain/reading/ages.ts'
import type { Emptied } from '#domain/reading/cells.ts'
import type { Item } from '#domain/reading/items.ts'
import type { Sex } from '#domain/reading/names.ts'
import type { Source, Urgency } from '#domain/vocabulary.ts'
import type { Doubt, Problem } from './problems.ts'

/**
 * The most rows of one import: what people can scroll through, and what fits into a row of D1 (2 MB). Pages mention no
 * other limit.
 */
export const mostListRows = 1000

/**
 * A sheet of a file. Every cell is text, and `rows[0]` is line 1: blank and hidden lines are included, so that the
 * index gives the line number. The optional fields are what some formats know in addition; a CSV file has none of them.
 */
export type Sheet = {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly merges?: readonly Merge[]
  /**
   * Cells that the workbook stores as a date or a time of day: the text is YYYY-MM-DD, or HH:MM where there is no day.
   * Excel makes a date of a door typed as 3-2, so a date in a column that holds none is not a value but a question.
   */
  readonly dates?: ReadonlySet<CellPlace>
  /**
   * Rows that are hidden, filtered or folded, counted from 0. They are read, and the user decides whether to take them.
   */
  readonly hiddenRows?: ReadonlySet<number>
  /** The same for columns. */
  readonly hiddenColumns?: ReadonlySet<number>
  /** Cells whose text is empty because they had no usable value: see `Emptied`. Every format may have them. */
  readonly emptied?: ReadonlyMap<CellPlace, Emptied>
}
/** `${row}:${column}`, counted from 0, as in `rows[row][column]`. */
export type CellPlace = `${number}:${number}`
/** Counted from 0, inclusive. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** What the caller passes in. `today` is YYYY-MM-DD in the community's zone. */
export type Known = {
  readonly items: readonly Item[]
  readonly limitFen: number
  readonly today: string
  readonly fileName?: string
}

export type NeedRow = {
  readonly sheet: string
  /** The line number as Excel shows it. */
  readonly line: number
  /** 0, or 0, 1 … for the wishes of one cell. */
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
    /** The text in brackets; only the claimant sees it. */
    readonly remark: string
    readonly specification: string
  }
  readonly quantity: number
  readonly measure: Measure
  /** For the whole row, not for one piece. */
  readonly valueFen: number | null
  readonly urgency: Urgency
  readonly source: Source
  /** A note for the claimant that a user typed or confirmed, never one of the list itself. */
  readonly note: string
  /** This line of the list has a note, which was not taken over. */
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

/** `other` if the roll names a strength without a code in the catalogue; its words are in a doubt. */
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
