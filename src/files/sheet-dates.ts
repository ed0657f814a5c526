import { day, inSeconds } from '#domain/time/durations.ts'

/** What Excel shows for a number formatted as a date: the day, or the time where there is no day. */
export type DateFormat = 'day' | 'time'

/** The built-in date formats, including those of the Chinese, Japanese, Korean and Thai editions only. */
export function builtInDate(id: number): DateFormat | null {
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time'
  const isDay = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  return isDay ? 'day' : null
}

/** The kind of a format code such as yyyy"年"m"月"d"日" or h:mm; null where it is not a date format. */
export function dateFormatOf(code: string): DateFormat | null {
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')
  const isElapsed = /\[(?:h+|m+|s+)\]/i.test(first)
  const signs = first.replace(/\[[^\]]*\]/g, '')
  // General, and its name in WPS, contain letters without a meaning here; a digit placeholder makes it a number format.
  if (/general|通用格式/i.test(signs) || /[0#?]/.test(signs.replace(/s\.?0+/gi, ''))) return null
  if (/[yde]|aaa/i.test(signs)) return 'day'
  if (isElapsed || /[hs]/i.test(signs)) return 'time'
  return /m/i.test(signs) ? 'day' : null
}

/**
 * Days since the start of the workbook's calendar → YYYY-MM-DD, or HH:MM for a time of day; null where the number is
 * not a date. The calendar starts in 1900, in which Excel counts a 29 February that did not exist, or in 1904.
 */
export function dateText(serial: number, format: DateFormat, is1904: boolean): string | null {
  if (!(serial >= 0 && serial < lastSerial)) return null
  if (format === 'time' || (serial < 1 && !(is1904 && serial === 0))) return clockText(serial)
  const days = Math.floor(serial + halfSecond)
  const from = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  return new Date(from + days * day).toISOString().slice(0, 10)
}

/** An ISO date, as the strict variant of the format stores it. */
export function isoDateText(text: string): string | null {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T|$)|^T?(\d{2}:\d{2})/.exec(text.trim())
  return found?.[1] ?? found?.[2] ?? null
}

function clockText(serial: number): string {
  const minutes = Math.floor((serial + halfSecond) * 1440)
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

const halfSecond = 0.5 / inSeconds(day)
/** 31 December 9999. */
const lastSerial = 2_958_466
