import type { AgeBand } from '#domain/words.ts'
import { hanDigits, hanNumber, plain } from './cells.ts'

/** The bands of the register, and one that it refuses. */
export type ReadBand = AgeBand | 'under14'

/** `edge`: a birth year or "65-72" leaves open which of two bands it is. The age itself goes no further than here. */
export type Age = { readonly band: ReadBand; readonly edge: boolean }

/** An age as written: 82, 82岁, ８６, 八十二, 80多, 8个月, or a birth year. Null when it cannot be read. `today` is YYYY-MM-DD. */
export function ageOf(cell: string, today: string): Age | null {
  const text = plain(cell).replace(/\s/g, '')
  if (/^\d{15,}/.test(text)) return null
  if (/^(?:19|20)\d{2}/.test(text)) return bornOf(text, today)
  if (/^\d+个?[月天]/.test(text)) return { band: 'under14', edge: false }

  const [low, high] = (text.match(new RegExp(`\\d+|[${hanDigits}]+`, 'gu')) ?? []).map(yearsOf)
  if (low === undefined || low > 120) return null
  return between(low, high !== undefined && high > low && high <= 120 ? high : low)
}

/** A birth date or year; with the year alone the birthday may still be to come. An ID number is never read. */
export function bornOf(cell: string, today: string): Age | null {
  const text = plain(cell).replace(/\s/g, '')
  const date = /^((?:19|20)\d{2})(?:[-./年]?(\d{1,2})(?:[-./月]?(\d{1,2}))?)?[月日年生]*$/.exec(text)
  if (!date) return null

  const [year, month, day] = [Number(date[1]), Number(date[2] ?? 0), Number(date[3] ?? 0)]
  const [thisYear = 0, thisMonth = 0, thisDay = 0] = today.split('-').map(Number)
  const most = thisYear - year
  if (most < 0 || most > 120) return null
  if (month === 0 || (month === thisMonth && day === 0)) return between(Math.max(most - 1, 0), most)

  const hadBirthday = month < thisMonth || (month === thisMonth && day <= thisDay)
  const years = hadBirthday ? most : Math.max(most - 1, 0)
  return between(years, years)
}

function between(low: number, high: number): Age {
  return { band: bandOf(high), edge: bandOf(low) !== bandOf(high) }
}

function bandOf(years: number): ReadBand {
  if (years < 14) return 'under14'
  if (years < 60) return '14-59'
  if (years < 70) return '60-69'
  return years < 80 ? '70-79' : '80+'
}

function yearsOf(text: string): number {
  return hanNumber(text) ?? Number(text)
}
