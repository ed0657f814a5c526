import { counted } from '#text/en/months/counted-text.ts'
import type { spokenZh } from '#text/zh/site/spoken-text.ts'

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

export const spokenEn: typeof spokenZh = {
  dueIn: (days) => `${counted(days, 'day')} left`,
  dueToday: 'due today',
  overdue: (days) => `${counted(days, 'day')} late`,
  yesterday: 'yesterday',
  today: 'today',
  tomorrow: 'tomorrow',
  weekday: (day) => weekdays[day] ?? '',
  yearDay: (year, day) => `${day} ${year}`,
  visit: (day, hour, minute) => `${day} ${hour % 12 || 12}:${minute} ${hour < 12 ? 'am' : 'pm'}`,
}
