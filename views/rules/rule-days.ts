import { addDays, type Calendar, type Day, type SpecialDay, specialDay } from '#domain/time/workdays.ts'
import type { Text } from '#text/text.ts'

/** Consecutive days that are special for the same reason. */
export type Run = { readonly first: Day; readonly last: Day; readonly what: SpecialDay }

export function runsOf(calendar: Calendar, year: number): readonly Run[] {
  const runs: Run[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const what = specialDay(calendar, day)
    const run = runs.at(-1)
    if (what && run && addDays(run.last, 1) === day && isSame(run.what, what))
      runs[runs.length - 1] = { ...run, last: day }
    else if (what) runs.push({ first: day, last: day, what })
  }
  return runs
}

const isSame = (a: SpecialDay, b: SpecialDay): boolean =>
  a.kind === b.kind && a.name === b.name && a.notice === b.notice && a.provisional === b.provisional

/** 2026年2月15日 / 15 Feb 2026 */
export const dayName = (day: Day, { rules }: Text): string =>
  rules.day(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)))

/** 2月15日 / 15 Feb, under a heading that names the year. */
export const dayOfYear = (day: Day, { rules }: Text): string =>
  rules.monthDay(Number(day.slice(5, 7)), Number(day.slice(8)))
