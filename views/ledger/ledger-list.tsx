import type { Attempt, ShownEntry } from '#db/ledger/ledger-month.ts'
import { day } from '#domain/time/durations.ts'
import { localDay } from '#domain/time/workdays.ts'
import { shortDay } from '#text/days.ts'
import type { Page } from '#views/page.ts'
import { Icon, type IconName } from '#views/parts/icon.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'
import { durationOf } from './ledger-spans.ts'

type Props = {
  readonly page: Page
  readonly entries: readonly ShownEntry[]
  readonly zone: string
  readonly label: string
}

/** The wishes of a month, a row each: what it was, what came of it and whether in time, where, and by which unit. */
export const LedgerList = ({ page, entries, zone, label }: Props) => (
  <ul class="ledger" aria-label={label}>
    {entries.map((entry) => (
      <Row page={page} entry={entry} zone={zone} />
    ))}
  </ul>
)

type RowProps = { readonly page: Page; readonly entry: ShownEntry; readonly zone: string }

const Row = ({ page, entry, zone }: RowProps) => {
  const outcome = outcomeOf(entry, page, zone)
  const where = [entry.gridName, entry.unitName, entry.volunteerName].filter(Boolean).join(' · ')
  const days = daysOf(entry, page, zone)
  return (
    <li>
      <p>
        <span>
          <a href={`/wishes/${entry.code}`}>{titleOf(entry, page.text)}</a>
        </span>
        <b class={outcome.isDone ? 'green' : undefined}>
          {outcome.icon && <Icon name={outcome.icon} />}
          {outcome.words}
        </b>
      </p>
      <small>
        {where}
        <span class="days"> · {days}</span>
      </small>
      {entry.attempts.map((attempt) => (
        <small>{attemptWords(attempt, entry, page, zone)}</small>
      ))}
    </li>
  )
}

type Outcome = { readonly words: string; readonly icon?: IconName; readonly isDone?: boolean }

/** What came of it in a few words. In time is judged by the first due date, as the figures do. */
function outcomeOf(entry: ShownEntry, page: Page, zone: string): Outcome {
  const { ledger, words, time } = page.text
  const { state, promiseAt, publishedAt, deliveredAt } = entry
  const late = promiseAt ? daysBetween(promiseAt, deliveredAt ?? page.now, zone) : 0
  if (state === 'fulfilled' && deliveredAt) {
    const took = ledger.outcome.delivered(durationOf(publishedAt, deliveredAt, page.text))
    return promiseAt && deliveredAt > promiseAt
      ? { words: ledger.outcome.late(took, late), icon: 'clock', isDone: true }
      : { words: took, icon: 'check', isDone: true }
  }
  if (state === 'delivered') return { words: ledger.outcome.unconfirmed }
  const isWaiting = state === 'open' || state === 'claimed'
  if (isWaiting && promiseAt && promiseAt < page.now) return { words: ledger.outcome.overdue(late), icon: 'warning' }
  if (state === 'claimed' && promiseAt) return { words: ledger.outcome.claimed(time.deadline(promiseAt, zone)) }
  return { words: words.state[state] }
}

const daysBetween = (from: Date, until: Date, zone: string): number =>
  Math.max(1, Math.round((Date.parse(localDay(until, zone)) - Date.parse(localDay(from, zone))) / day))

/** The days of its way, where there is room for them. */
function daysOf(entry: ShownEntry, { lang, text }: Page, zone: string): string {
  const { ledger } = text
  const on = (name: string, at: Date | null) => (at ? [`${name} ${shortDay[lang](at, zone)}`] : [])
  return [
    ...on(ledger.published, entry.publishedAt),
    ...(entry.attempts.length ? [] : on(text.words.done.claim, entry.claimedAt)),
    ...on(ledger.delivered, entry.deliveredAt),
    ...on(ledger.confirmed, entry.confirmedAt),
    ...on(text.words.state[entry.state], entry.endedAt),
  ].join(' · ')
}

/** A wish that came back is listed claim by claim, each with its own days. It does not say who gave it back. */
function attemptWords(attempt: Attempt, { unitName }: ShownEntry, { lang, text }: Page, zone: string): string {
  const { attempts } = text.ledger
  const on = (at: Date) => shortDay[lang](at, zone)
  const { round, claimedAt, deliveredAt, ending, endedAt } = attempt
  return attempts.nth(round, [
    attempts.claimed(on(claimedAt), ending === null ? (unitName ?? '') : ''),
    ...(deliveredAt ? [attempts.delivered(on(deliveredAt))] : []),
    ...(ending && endedAt ? [attempts.ended[ending](on(endedAt))] : []),
  ])
}
