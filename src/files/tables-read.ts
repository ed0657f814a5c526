import type { Sheet } from '#domain/lists/rows.ts'

const unreadable = ['empty', 'too-big', 'too-long', 'old-xls', 'encrypted', 'not-a-table', 'broken'] as const
export type Unreadable = (typeof unreadable)[number]
export type Tables =
  /** `hiddenSheets`: names of the sheets that are hidden in the workbook and were therefore not read. */
  | { readonly ok: true; readonly sheets: readonly Sheet[]; readonly hiddenSheets: readonly string[] }
  | { readonly ok: false; readonly why: Unreadable }
