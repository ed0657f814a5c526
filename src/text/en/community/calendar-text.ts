import type { calendarZh } from '#text/zh/community/calendar-text.ts'

const festivals: Readonly<Record<string, string>> = {
  'new-year': 'New Year’s Day',
  'spring-festival': 'Spring Festival',
  'tomb-sweeping': 'Tomb-Sweeping Day',
  'labour-day': 'Labour Day',
  'dragon-boat': 'Dragon Boat Festival',
  'mid-autumn': 'Mid-Autumn Festival',
  'national-day': 'National Day',
  'eid-al-fitr': 'Eid al-Fitr',
  corban: 'Corban',
  closure: 'Community closed',
}

const notices: Readonly<Record<string, string>> = {
  'cn-2025': 'State Council General Office, notice on holidays in 2025 (telegram [2024] No. 12)',
  'cn-2026': 'State Council General Office, notice on holidays in 2026 (4 November 2025)',
  'cn-regulation': 'Regulation on National Festivals and Memorial Days',
  'xj-2025': 'Xinjiang notice on holidays in 2025 (entered from reprints, not checked against the original)',
  'xj-2026-estimate':
    'Estimated from the Islamic calendar; not yet checked against Xinjiang’s notice for 2026, which takes precedence',
  community: 'Announcement of this community',
}

export const calendarEn: typeof calendarZh = {
  festival: (code) => (Object.hasOwn(festivals, code) && festivals[code]) || code,
  notice: (code) => (Object.hasOwn(notices, code) && notices[code]) || code,
  weekday: {
    0: 'Sunday',
    1: 'Monday',
    2: 'Tuesday',
    3: 'Wednesday',
    4: 'Thursday',
    5: 'Friday',
    6: 'Saturday',
  },
  weekdayShort: { 0: 'Sun', 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat' },
  layer: { national: 'national', regional: 'regional', community: 'this community' },
  kind: { rest: 'day off', work: 'make-up workday' },
  ownKind: { rest: 'closed', work: 'open' },
  weekend: 'weekend',
  provisional: 'provisional',
  provisionalWhy:
    'This date depends on days whose holiday notice has not been published or checked yet, so it may change.',
  source: (notice) => `Source: ${notice}`,
}
