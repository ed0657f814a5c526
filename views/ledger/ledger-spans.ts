import { hour } from '#domain/time/durations.ts'
import type { Text } from '#text/text.ts'

/** Completed hours; null if one end is missing. */
export const hoursBetween = (from: Date | null, to: Date | null): number | null =>
  from && to ? Math.floor((to.getTime() - from.getTime()) / hour) : null

/** Completed hours below two days, then completed days. Empty if one end is missing. */
export function durationOf(from: Date | null, to: Date | null, { ledger }: Text): string {
  const hours = hoursBetween(from, to)
  if (hours === null) return ''
  if (hours < 1) return ledger.duration.short
  return hours < 48 ? ledger.duration.hours(hours) : ledger.duration.days(Math.floor(hours / 24))
}

/** The rules by which a month was computed: those that apply from that local day. Empty if there were none. */
export const rulesWords = (fromDay: string | null, { reports }: Text): string => {
  const [year, month, day] = (fromDay ?? '').split('-').map(Number)
  return year && month && day ? reports.byRules(year, month, day) : ''
}

/** The month without its year, inside a sentence under a title that names the year. */
export const shortMonthName = (month: string, { ledger }: Text): string => ledger.shortMonth(Number(month.slice(5)))

export const monthName = (month: string, { ledger }: Text): string =>
  ledger.month(Number(month.slice(0, 4)), Number(month.slice(5)))
