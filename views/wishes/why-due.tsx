import type { explainWorkdays } from '#domain/time/workdays.ts'
import { publicReason } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { dayName } from '#views/rules/rule-days.ts'
import { Fold } from '../parts/details.tsx'
import { Tag } from '../parts/tag.tsx'

export type WhyDue = {
  readonly start: string
  readonly days: number
  /** The due date: as counted, or the later date to which it was moved. */
  readonly due: string
  readonly counted: ReturnType<typeof explainWorkdays>
  /** The code of the reason, if someone postponed it to that date. */
  readonly postponed: string | null
}

/** Explains a due date: how it is counted, and each day that was left out with its notice. */
export const WhyDuePart = ({ page, why }: { readonly page: Page; readonly why: WhyDue }) => {
  const { whyDue, calendar, waits } = page.text
  const { due, counted, postponed } = why
  const { skipped, provisional } = counted
  return (
    <Fold summary={whyDue.title(dayName(due, page.text))}>
      {postponed && (
        <p>
          {waits.postpone.moved(dayName(due, page.text), postponeWords(postponed, page))}{' '}
          {waits.postpone.was(dayName(counted.due, page.text))}
        </p>
      )}
      <p>{whyDue.count(dayName(why.start, page.text), why.days)}</p>
      <p>{skipped.length ? whyDue.skipped : whyDue.nothing}</p>
      <ul>
        {skipped.map(({ day, why: reason }) => (
          <li>
            {dayName(day, page.text)}{' '}
            {reason === 'weekend' ? (
              whyDue.weekend
            ) : (
              <>
                {calendar.festival(reason.name)} {reason.provisional && <Tag>{calendar.provisional}</Tag>}{' '}
                <small>{calendar.source(calendar.notice(reason.notice))}</small>
              </>
            )}
          </li>
        ))}
      </ul>
      {due > counted.due && !postponed && (
        <p>{whyDue.moved(dayName(counted.due, page.text), dayName(due, page.text))}</p>
      )}
      {provisional && <p>{calendar.provisionalWhy}</p>}
      {page.community && (
        <p>
          <a href={`/c/${page.community.slug}/calendar`}>{page.text.workingDays.open}</a>
        </p>
      )}
    </Fold>
  )
}

/** In public the reason is only that the resident asked for it, so that no one learns that a flat is empty. */
export const postponeWords = (reason: string, { text }: Page, isInside = false): string => {
  const words: Readonly<Record<string, string>> = text.words.postponeReason
  return words[(isInside ? reason : publicReason(reason)) ?? ''] ?? ''
}
