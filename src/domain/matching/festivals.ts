import { addDays, type Day } from '#domain/time/workdays.ts'

/** The festivals when all the visitors come on one day and none in the week before or after. */
const crowdedFestivals = ['double-ninth', 'spring-festival'] as const
type CrowdedFestival = (typeof crowdedFestivals)[number]

/**
 * 重阳 is the ninth day of the ninth lunar month, 春节 the first of the first. A table, because the lunar calendars of
 * the runtimes are a day wrong in some years (春节 2027). A test compares it with the chinese-days library.
 */
const days: Readonly<Record<CrowdedFestival, readonly Day[]>> = {
  'double-ninth': [
    '2025-10-29',
    '2026-10-18',
    '2027-10-08',
    '2028-10-26',
    '2029-10-16',
    '2030-10-05',
    '2031-10-24',
    '2032-10-12',
    '2033-10-01',
    '2034-10-20',
    '2035-10-09',
    '2036-10-27',
    '2037-10-17',
    '2038-10-07',
    '2039-10-26',
    '2040-10-14',
    '2041-10-03',
    '2042-10-22',
    '2043-10-11',
    '2044-10-29',
    '2045-10-18',
    '2046-10-08',
    '2047-10-27',
    '2048-10-16',
    '2049-10-05',
    '2050-10-24',
  ],
  'spring-festival': [
    '2025-01-29',
    '2026-02-17',
    '2027-02-06',
    '2028-01-26',
    '2029-02-13',
    '2030-02-03',
    '2031-01-23',
    '2032-02-11',
    '2033-01-31',
    '2034-02-19',
    '2035-02-08',
    '2036-01-28',
    '2037-02-15',
    '2038-02-04',
    '2039-01-24',
    '2040-02-12',
    '2041-02-01',
    '2042-01-22',
    '2043-02-10',
    '2044-01-30',
    '2045-02-17',
    '2046-02-06',
    '2047-01-26',
    '2048-02-14',
    '2049-02-02',
    '2050-01-23',
  ],
}

/** Visits are spread over this many days before and after the festival. */
export const festivalDays = 7

type FestivalTime = {
  readonly festival: CrowdedFestival
  readonly day: Day
  /** Days that are left of the time around it, today included. */
  readonly daysLeft: number
}

/** The festival around which this day lies, else null. */
export function festivalAround(today: Day): FestivalTime | null {
  for (const festival of crowdedFestivals)
    for (const day of days[festival]) {
      const last = addDays(day, festivalDays)
      if (today < addDays(day, -festivalDays) || today > last) continue
      let daysLeft = 1
      for (let at = today; at < last; at = addDays(at, 1)) daysLeft += 1
      return { festival, day, daysLeft }
    }
  return null
}

/** How many of the waiting ordinary wishes may be offered today, so that they are spread evenly over the days left. */
export const shareOfToday = (waiting: number, { daysLeft }: FestivalTime): number => Math.ceil(waiting / daysLeft)
