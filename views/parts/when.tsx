import { exact, shortDay } from '#text/days.ts'
import type { Lang, Text } from '#text/text.ts'

type Props = { readonly at: Date | null; readonly lang: Lang; readonly zone?: string; readonly missing?: string }

/** A day as people say it, with the exact time behind it. */
export const When = ({ at, lang, zone = 'Asia/Shanghai', missing = '—' }: Props) =>
  at ? (
    <time datetime={at.toISOString()} title={exact(at, zone)}>
      {shortDay[lang](at, zone)}
    </time>
  ) : (
    <span>{missing}</span>
  )

/** A day and a time of day. */
export const Exactly = ({ at, zone = 'Asia/Shanghai' }: { readonly at: Date; readonly zone?: string }) => (
  <time datetime={at.toISOString()}>{exact(at, zone)}</time>
)

const hour = 3600 * 1000

/** How long a wish has waited, in the words of a neighbour. */
export function waited(since: Date, now: Date, { board }: Text): string {
  const hours = Math.floor((now.getTime() - since.getTime()) / hour)
  if (hours < 1) return board.waited.fresh
  return hours < 24 ? board.waited.hours(hours) : board.waited.days(Math.floor(hours / 24))
}
