import { clockTime, dayWithWeekday, exact, shortDay } from './days.ts'

const zone = 'Asia/Shanghai'
type At = (at: Date, inZone?: string) => string

/** Days and moments as each language says them. Form values are the same in all. */
export const timeIn = (lang: keyof typeof shortDay) => ({
  day: ((at, inZone) => shortDay[lang](at, inZone)) as At,
  /** A deadline, with its weekday. */
  deadline: ((at, inZone) => dayWithWeekday[lang](at, inZone)) as At,
  moment: ((at, inZone) => `${shortDay[lang](at, inZone)} ${clockTime(at, inZone)}`) as At,
  /** For <input type="date">; empty if there is no date. */
  dayValue: (at: Date | null, inZone: string = zone): string => (at ? exact(at, inZone).slice(0, 10) : ''),
  timeValue: (at: Date | null, inZone: string = zone): string => (at ? clockTime(at, inZone) : ''),
})
