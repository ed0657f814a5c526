/** The columns of the working table that a person can choose; thing, number and state are always there. */
export const tableColumns = [
  'grid',
  'resident',
  'door',
  'category',
  'urgency',
  'source',
  'posted',
  'due',
  'claimant',
  'unit',
] as const
export type TableColumn = (typeof tableColumns)[number]

/** What a table has before a person chooses. No names: each name that is shown is recorded as a look. */
export const usualColumns: readonly TableColumn[] = ['grid', 'urgency', 'due', 'claimant']

/** Whose columns say who a resident is. */
const namingColumns: readonly TableColumn[] = ['resident', 'door']
export const showsNames = (columns: readonly TableColumn[]): boolean =>
  columns.some((column) => namingColumns.includes(column))

/** A search by name or door has to show whom it found. */
export const withNames = (columns: readonly TableColumn[]): readonly TableColumn[] =>
  tableColumns.filter((column) => columns.includes(column) || namingColumns.includes(column))

export const columnsIn = (names: readonly string[]): readonly TableColumn[] =>
  tableColumns.filter((column) => names.includes(column))
