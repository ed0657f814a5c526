import { festivalOf } from './festival-names.ts'
import { daysFrom, type EnteredRun } from './holiday-layers.ts'
import { type Day, isDay } from './workdays.ts'

/** `line` counts from 1 in the text as typed. */
export type RunFault = {
  readonly why:
    | 'not-a-line'
    | 'no-such-day'
    | 'backwards'
    | 'too-long'
    | 'no-name'
    | 'long-name'
    | 'overlap'
    | 'too-far'
  readonly line: number
}
export type TypedRun = EnteredRun & { readonly line: number }

const longestRun = 60
const longestName = 30
/** A year's notice has about twenty; a longer list is not a notice. */
export const mostRuns = 60

/**
 * Reads days as an office writes them, one run per line: `2027-02-05 至 2027-02-11 春节`, `2027年2月5日至11日 春节`, and
 * `2027-02-13 上班` for a weekend day that is worked. A worked day without a name belongs to the festival above it.
 */
export function readRuns(text: string): { readonly runs: readonly TypedRun[]; readonly faults: readonly RunFault[] } {
  const runs: TypedRun[] = []
  const faults: RunFault[] = []
  for (const [index, typed] of text.normalize('NFKC').split('\n').entries()) {
    if (!typed.trim()) continue
    const line = index + 1
    const read = readRun(typed, runs.at(-1)?.name ?? '')
    const why = read === null ? 'not-a-line' : faultOf(read)
    if (why) faults.push({ why, line })
    else if (read) runs.push({ ...read, line })
  }
  return { runs, faults }
}

/** What is wrong with one run alone; null where nothing is. */
export function faultOf({ day, until, name }: EnteredRun): RunFault['why'] | null {
  if (!isDay(day) || !isDay(until)) return 'no-such-day'
  if (until < day) return 'backwards'
  if (daysFrom(day, until).length > longestRun) return 'too-long'
  if (!name) return 'no-name'
  return [...name].length > longestName ? 'long-name' : null
}

/** Days that already have an entry, or are outside the period the notice may cover. */
export function clashesOf(
  runs: readonly TypedRun[],
  { isTaken, from, until }: { readonly isTaken: (day: Day) => boolean; readonly from: Day; readonly until: Day },
): readonly RunFault[] {
  const seen = new Set<Day>()
  return runs.flatMap(({ day, until: last, line }): readonly RunFault[] => {
    if (day < from || last > until) return [{ why: 'too-far', line }]
    const days = daysFrom(day, last)
    const isDouble = days.some((one) => seen.has(one) || isTaken(one))
    for (const one of days) seen.add(one)
    return isDouble ? [{ why: 'overlap', line }] : []
  })
}

const [Y, M, D] = [
  String.raw`(\d{4})\s*[-/.年]\s*`,
  String.raw`(\d{1,2})\s*[-/.月]\s*`,
  String.raw`(\d{1,2})(?!\d)\s*日?`,
]
const weekday = String.raw`(?:\s*\([^)]*\))?`
const firstDay = new RegExp(`^\\s*${Y}${M}${D}${weekday}`)
const lastDay = new RegExp(`^\\s*(?:至|到|to\\b|~|-|–|—)+\\s*(?:(?:${Y})?${M})?${D}${weekday}`)
const off = /放假(调休)?/g
const worked = /(调休)?(上班|补班)|调休|\bwork(day|ed)?\b/i
const marks = /^[\s,;:、。]+|[\s,;:、。]+$/g

function readRun(line: string, festival: string): EnteredRun | null {
  const first = firstDay.exec(line)
  if (!first) return null
  const [, year = '', month = '', date = ''] = first
  const day = dayOf(year, month, date)
  const afterFirst = line.slice(first[0].length)
  const last = lastDay.exec(afterFirst)
  const until = last ? dayOf(last[1] ?? year, last[2] ?? month, last[3] ?? '') : day
  const rest = afterFirst.slice(last?.[0].length ?? 0).replace(off, '')
  const isWork = worked.test(rest)
  const words = rest.replace(worked, '').replace(marks, '').trim()
  return { day, until, kind: isWork ? 'work' : 'rest', name: festivalOf(words) || (isWork ? festival : '') }
}

const dayOf = (year: string, month: string, date: string): Day =>
  `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
