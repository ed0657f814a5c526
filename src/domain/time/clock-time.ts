import { minute as aMinute } from './durations.ts'
import { clockParts, type Day, midnight } from './workdays.ts'

/** The local time in a zone, 'HH:MM'. */
export function clockTime(at: Date, zone: string): string {
  const { hour, minute } = clockParts(at, zone)
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
}

/** The instant of a local time ('HH:MM') on a day in a zone. */
export function atTime(day: Day, time: string, zone: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return new Date(midnight(day, zone).getTime() + (hour * 60 + minute) * aMinute)
}
