import { clockParts } from '#domain/time/workdays.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

// Sentences use the country's time (北京时间), as people in every part of it do for appointments.
const zone = 'Asia/Shanghai'
const two = (n: number) => String(n).padStart(2, '0')

/** 11月7日 / 7 Nov */
export const shortDay = {
  zh: (at: Date, inZone: string = zone) => {
    const { month, day } = clockParts(at, inZone)
    return `${month}月${day}日`
  },
  en: (at: Date, inZone: string = zone) => {
    const { month, day } = clockParts(at, inZone)
    return `${day} ${months[month - 1]}`
  },
}

const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const

/** 12月2日（周三） / Wed 2 Dec, for a day by which something has to be done. */
export const dayWithWeekday = {
  zh: (at: Date, inZone: string = zone) =>
    `${shortDay.zh(at, inZone)}（${weekdays.zh[clockParts(at, inZone).weekday]}）`,
  en: (at: Date, inZone: string = zone) => `${weekdays.en[clockParts(at, inZone).weekday]} ${shortDay.en(at, inZone)}`,
}

/** 14:05 */
export const clockTime = (at: Date, inZone: string = zone): string => {
  const { hour, minute } = clockParts(at, inZone)
  return `${two(hour)}:${two(minute)}`
}

/** 2026-11-07 14:05, the exact time behind what people say. */
export const exact = (at: Date, inZone: string = zone): string => {
  const { year, month, day } = clockParts(at, inZone)
  return `${year}-${two(month)}-${two(day)} ${clockTime(at, inZone)}`
}
