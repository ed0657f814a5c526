// Days that differ from their weekday, from the official notices. Plain data: holiday-layers.ts expands the runs into
// days. One block per year and layer; a year is known as soon as its block is here.

export type Layer = 'national' | 'regional' | 'community'
export type Region = 'xinjiang'

/** `rest` is a run of days off, first and last inclusive; `work` are the weekend days worked in exchange. */
export type HolidayRun = {
  readonly name: string
  readonly notice: string
  readonly rest: readonly [from: string, to: string]
  readonly work?: readonly string[]
  readonly provisional?: true
}

// cn-2025: State Council General Office, notice on holidays in 2025 (telegram [2024] No. 12). cn-2026: State Council
// General Office, notice on holidays in 2026, 4 November 2025. A test compares both years, day by day, with the
// chinese-days library.
export const nationalHolidays: readonly HolidayRun[] = [
  { name: 'new-year', notice: 'cn-2025', rest: ['2025-01-01', '2025-01-01'] },
  {
    name: 'spring-festival',
    notice: 'cn-2025',
    rest: ['2025-01-28', '2025-02-04'],
    work: ['2025-01-26', '2025-02-08'],
  },
  { name: 'tomb-sweeping', notice: 'cn-2025', rest: ['2025-04-04', '2025-04-06'] },
  { name: 'labour-day', notice: 'cn-2025', rest: ['2025-05-01', '2025-05-05'], work: ['2025-04-27'] },
  { name: 'dragon-boat', notice: 'cn-2025', rest: ['2025-05-31', '2025-06-02'] },
  { name: 'national-day', notice: 'cn-2025', rest: ['2025-10-01', '2025-10-05'], work: ['2025-09-28', '2025-10-11'] },
  { name: 'mid-autumn', notice: 'cn-2025', rest: ['2025-10-06', '2025-10-06'] },
  { name: 'national-day', notice: 'cn-2025', rest: ['2025-10-07', '2025-10-08'] },

  { name: 'new-year', notice: 'cn-2026', rest: ['2026-01-01', '2026-01-03'], work: ['2026-01-04'] },
  {
    name: 'spring-festival',
    notice: 'cn-2026',
    rest: ['2026-02-15', '2026-02-23'],
    work: ['2026-02-14', '2026-02-28'],
  },
  { name: 'tomb-sweeping', notice: 'cn-2026', rest: ['2026-04-04', '2026-04-06'] },
  { name: 'labour-day', notice: 'cn-2026', rest: ['2026-05-01', '2026-05-05'], work: ['2026-05-09'] },
  { name: 'dragon-boat', notice: 'cn-2026', rest: ['2026-06-19', '2026-06-21'] },
  { name: 'mid-autumn', notice: 'cn-2026', rest: ['2026-09-25', '2026-09-27'] },
  { name: 'national-day', notice: 'cn-2026', rest: ['2026-10-01', '2026-10-07'], work: ['2026-09-20', '2026-10-10'] },
]

// xj-2025: the autonomous region's notice on holidays in 2025, read in reprints that name the regional government and
// in a county's circular that repeats it. It adds no make-up workdays; 7 and 8 June are a weekend, so 9 and 10 June are
// off instead. xj-2026-estimate: the notice for 2026 was not found. The lengths are those of regional order No. 174
// (one day and three), the dates are calculated from the Islamic calendar and can be a day off, so every deadline that
// meets them is provisional.
export const regionalHolidays: Readonly<Record<Region, readonly HolidayRun[]>> = {
  xinjiang: [
    { name: 'eid-al-fitr', notice: 'xj-2025', rest: ['2025-03-29', '2025-03-31'] },
    { name: 'corban', notice: 'xj-2025', rest: ['2025-06-06', '2025-06-10'] },

    { name: 'eid-al-fitr', notice: 'xj-2026-estimate', rest: ['2026-03-20', '2026-03-20'], provisional: true },
    { name: 'corban', notice: 'xj-2026-estimate', rest: ['2026-05-27', '2026-05-29'], provisional: true },
  ],
}

/** Days off in every year by the Holidays regulation (2024) itself, as 'MM-DD'; the lunar ones need a notice. */
export const statutoryDays: ReadonlyMap<string, string> = new Map([
  ['01-01', 'new-year'],
  ['05-01', 'labour-day'],
  ['05-02', 'labour-day'],
  ['10-01', 'national-day'],
  ['10-02', 'national-day'],
  ['10-03', 'national-day'],
])
