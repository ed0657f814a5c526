/** An entry of a phone's calendar, without name, door or telephone, because other people may see that calendar. */
export type CalendarEntry = {
  /** The same for one round of one wish, however often the visit moves. */
  readonly uid: string
  /** Increases with each change, so that a calendar knows which version is newer. */
  readonly sequence: number
  readonly from: Date
  readonly until: Date
  readonly summary: string
  readonly location: string
  readonly url: string
  readonly isCancelled: boolean
  /** When to remind; null for an entry that is cancelled. */
  readonly alarm: { readonly at: Date; readonly text: string } | null
}

type CalendarFile = { readonly name: string; readonly entries: readonly CalendarEntry[]; readonly now: Date }

/** A calendar to subscribe to, as in RFC 5545: lines of at most 75 octets that end in CR LF, times in UTC. */
export function calendarFile({ name, entries, now }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//micro-wish//visits//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...entries.flatMap((entry) => entryLines(entry, now)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const entryLines = (entry: CalendarEntry, now: Date): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(entry.uid)}`,
  `SEQUENCE:${entry.sequence}`,
  `DTSTAMP:${utc(now)}`,
  `DTSTART:${utc(entry.from)}`,
  `DTEND:${utc(entry.until)}`,
  `SUMMARY:${escaped(entry.summary)}`,
  `LOCATION:${escaped(entry.location)}`,
  `URL:${entry.url}`,
  `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  ...(entry.alarm ? alarmLines(entry.alarm) : []),
  'END:VEVENT',
]

const alarmLines = ({ at, text }: { readonly at: Date; readonly text: string }): readonly string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `TRIGGER;VALUE=DATE-TIME:${utc(at)}`,
  `DESCRIPTION:${escaped(text)}`,
  'END:VALARM',
]

/** 20261107T020000Z */
const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '')

/** Escapes a text value: RFC 5545, 3.3.11. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

const longest = 75
const encoder = new TextEncoder()

/** Folds a line after at most 75 octets and never inside a character: RFC 5545, 3.1. */
export function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > longest) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}
