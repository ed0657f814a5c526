/** Days as a neighbour says them. The hour is that of a twelve-hour clock, behind its part of the day. */
export const spokenZh = {
  dueIn: (days: number) => `还剩${days}天`,
  dueToday: '今天到期',
  overdue: (days: number) => `已过${days}天`,
  yesterday: '昨天',
  today: '今天',
  tomorrow: '明天',
  /** From 0 for Sunday. */
  weekday: (day: number) => `周${'日一二三四五六'[day]}`,
  yearDay: (year: number, day: string) => `${year}年${day}`,
  visit: (day: string, hour: number, minute: string) =>
    `${day}${partOfDay.find(([from]) => hour >= from)?.[1] ?? '凌晨'}${hour > 12 ? hour - 12 : hour}:${minute}`,
}

const partOfDay = [
  [18, '晚上'],
  [13, '下午'],
  [12, '中午'],
  [6, '上午'],
] as const
