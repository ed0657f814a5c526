import { day, hour } from '#domain/time/durations.ts'
import { clockParts, localDay } from '#domain/time/workdays.ts'
import { exact, shortDay } from '#text/days.ts'
import type { Lang, Text } from '#text/text.ts'

const country = 'Asia/Shanghai'

type Props = { readonly at: Date | null; readonly lang: Lang; readonly zone?: string; readonly missing?: string }

/** A day in everyday words, with the exact time as its title. */
export const When = ({ at, lang, zone = country, missing = '—' }: Props) =>
  at ? (
    <time datetime={at.toISOString()} title={exact(at, zone)}>
      {shortDay[lang](at, zone)}
    </time>
  ) : (
    <span>{missing}</span>
  )

/** A day and a time, for papers and wherever the minute matters. */
export const Exactly = ({ at, zone = country }: { readonly at: Date; readonly zone?: string }) => (
  <time datetime={at.toISOString()}>{exact(at, zone)}</time>
)

type Spoken = { readonly at: Date; readonly page: { readonly now: Date; readonly text: Text }; readonly zone?: string }

/** How much time is left until a due date, in local days; `exactly` is shown as well. */
export const Due = ({ at, page, zone = country, exactly }: Spoken & { readonly exactly?: string }) => (
  <time datetime={at.toISOString()} title={exact(at, zone)}>
    {dueWords(at, page.now, page.text, zone)}
    {exactly && ` · ${exactly}`}
  </time>
)

/** The time of a visit or a past event: yesterday and the coming week by name, other days by date. */
export const Said = ({ at, page, zone = country }: Spoken) => (
  <time datetime={at.toISOString()} title={exact(at, zone)}>
    {saidWords(at, page.now, page.text, zone)}
  </time>
)

/** Local days from `from` to `until`: tonight and tomorrow morning are one day apart. */
const daysBetween = (from: Date, until: Date, zone: string): number =>
  Math.round((Date.parse(localDay(until, zone)) - Date.parse(localDay(from, zone))) / day)

export function dueWords(at: Date, now: Date, { spoken }: Text, zone: string = country): string {
  const days = daysBetween(now, at, zone)
  if (days > 0) return spoken.dueIn(days)
  return days === 0 ? spoken.dueToday : spoken.overdue(-days)
}

export function saidWords(at: Date, now: Date, text: Text, zone: string = country): string {
  const { hour, minute } = clockParts(at, zone)
  return text.spoken.visit(dayWords(at, now, text, zone), hour, String(minute).padStart(2, '0'))
}

/** The day alone, in the same words; with the year if it is another one. */
export function dayWords(at: Date, now: Date, { spoken, time }: Text, zone: string = country): string {
  const { year, weekday } = clockParts(at, zone)
  const days = daysBetween(now, at, zone)
  const near = [spoken.yesterday, spoken.today, spoken.tomorrow][days + 1]
  if (near) return near
  if (days > 1 && days < 7) return spoken.weekday(weekday)
  const day = time.day(at, zone)
  return year === clockParts(now, zone).year ? day : spoken.yearDay(year, day)
}

/** How long a wish has waited, in everyday words. */
export function waited(since: Date, now: Date, { board }: Text): string {
  const hours = Math.floor((now.getTime() - since.getTime()) / hour)
  if (hours < 1) return board.waited.fresh
  return hours < 24 ? board.waited.hours(hours) : board.waited.days(Math.floor(hours / 24))
}
