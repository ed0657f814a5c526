import { clockParts, localDay } from '#domain/calendar.ts'
import { exact, shortDay } from '#text/days.ts'
import type { Lang, Text } from '#text/text.ts'

const country = 'Asia/Shanghai'

type Props = { readonly at: Date | null; readonly lang: Lang; readonly zone?: string; readonly missing?: string }

/** A day as people say it, with the exact time behind it. */
export const When = ({ at, lang, zone = country, missing = '—' }: Props) =>
  at ? (
    <time datetime={at.toISOString()} title={exact(at, zone)}>
      {shortDay[lang](at, zone)}
    </time>
  ) : (
    <span>{missing}</span>
  )

/** A day and a time of day. */
export const Exactly = ({ at, zone = country }: { readonly at: Date; readonly zone?: string }) => (
  <time datetime={at.toISOString()}>{exact(at, zone)}</time>
)

type Spoken = { readonly at: Date; readonly page: { readonly now: Date; readonly text: Text }; readonly zone?: string }

/** How much time a promise has left, in days of the local calendar; `exactly` is said beside it. */
export const Due = ({ at, page, zone = country, exactly }: Spoken & { readonly exactly?: string }) => (
  <time datetime={at.toISOString()} title={exact(at, zone)}>
    {dueWords(at, page.now, page.text, zone)}
    {exactly && ` · ${exactly}`}
  </time>
)

/** When somebody comes: a day of this week by its name, a later one by its date. */
export const Visit = ({ at, page, zone = country }: Spoken) => (
  <time datetime={at.toISOString()} title={exact(at, zone)}>
    {visitWords(at, page.now, page.text, zone)}
  </time>
)

const hour = 3600 * 1000

/** From the local day of `from` to that of `until`: tonight and tomorrow morning are one day apart. */
const daysBetween = (from: Date, until: Date, zone: string): number =>
  Math.round((Date.parse(localDay(until, zone)) - Date.parse(localDay(from, zone))) / (24 * hour))

export function dueWords(at: Date, now: Date, { spoken }: Text, zone: string = country): string {
  const days = daysBetween(now, at, zone)
  if (days > 0) return spoken.dueIn(days)
  return days === 0 ? spoken.dueToday : spoken.overdue(-days)
}

export function visitWords(at: Date, now: Date, { spoken, time }: Text, zone: string = country): string {
  const { hour, minute, weekday } = clockParts(at, zone)
  const days = daysBetween(now, at, zone)
  const near = days === 0 ? spoken.today : days === 1 ? spoken.tomorrow : spoken.weekday(weekday)
  const day = days >= 0 && days < 7 ? near : time.day(at, zone)
  return spoken.visit(day, hour, String(minute).padStart(2, '0'))
}

/** How long a wish has waited, in the words of a neighbour. */
export function waited(since: Date, now: Date, { board }: Text): string {
  const hours = Math.floor((now.getTime() - since.getTime()) / hour)
  if (hours < 1) return board.waited.fresh
  return hours < 24 ? board.waited.hours(hours) : board.waited.days(Math.floor(hours / 24))
}
