import type { Period } from '#domain/month/figures.ts'
import type { Text } from '#text/text.ts'

type Place = { readonly slug: string }
type Link = readonly [href: string, label: string]

/** The sheets of a community's month: a bulletin once the month is over, and for staff letters and service records. */
export function sheetsOf({ slug }: Place, { month, isRunning }: Period, opensLists: boolean, { sheets }: Text) {
  const { links } = sheets
  const notice: Link = [`/c/${slug}/bulletins/${month}`, links.notice]
  const own: readonly Link[] = [
    [`/reports/${month}/units?c=${slug}`, links.units],
    [`/reports/${month}/units/all?c=${slug}`, links.allUnits],
    [`/people?c=${slug}`, links.records],
  ]
  return [...(isRunning ? [] : [notice]), ...(opensLists ? own : [])]
}

/** The month's public ledger as files. */
export const ledgerFilesOf = ({ slug }: Place, { month }: Period, { ledger }: Text): readonly Link[] => [
  [`/c/${slug}/ledger/${month}.xlsx`, ledger.fileSheet],
  [`/c/${slug}/ledger/${month}.csv`, ledger.fileCsv],
]
