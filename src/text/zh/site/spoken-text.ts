/** Days in everyday words. Hours count to twelve and follow the part of the day. */
export const spokenZh = {
  dueIn: (days: number) => `还剩${days}天`,
  dueToday: '今天到期',
  overdue: (days: number) => `已过${days}天`,
  yesterday: '昨天',
  today: '今天',
  tomorrow: '明天',
  /** 0 is Sunday. */
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
