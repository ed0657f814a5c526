import type { MonthCounts } from '#db/ledger/ledger-month.ts'
import { endedStates } from '#domain/wish/lifecycle.ts'
import type { Page } from '#views/page.ts'

type Props = { readonly page: Page; readonly counts: MonthCounts }

/** What became of all that was published, as one bar and the same as a sum in words: the parts add up to the whole. */
export const MonthBar = ({ page, counts }: Props) => {
  const { ledger } = page.text
  const parts = partsOf(counts)
  const starts = parts.map((_, n) => parts.slice(0, n).reduce((sum, { count }) => sum + count, 0))
  return (
    <figure class="month-bar">
      <svg viewBox={`0 0 ${counts.published} 1`} preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ key, count }, n) => (
          <rect class={key} x={starts[n]} width={count} height="1" />
        ))}
      </svg>
      <figcaption>
        <b>{ledger.bar.published(counts.published)}</b>
        {parts.map(({ key, count }, n) => (
          <>
            {n === 0 ? ' = ' : ' + '}
            <span class={`part ${key}`}>{ledger.bar[key](count)}</span>
          </>
        ))}
      </figcaption>
    </figure>
  )
}

type PartKey = 'fulfilled' | 'delivered' | 'claimed' | 'open' | 'ended'
type Part = { readonly key: PartKey; readonly count: number }

/** From the end of the way to its beginning; parts without a wish are left out. */
function partsOf({ states }: MonthCounts): readonly Part[] {
  const ended = endedStates.reduce((sum, state) => sum + (states[state] ?? 0), 0)
  const all: readonly Part[] = [
    { key: 'fulfilled', count: states.fulfilled ?? 0 },
    { key: 'delivered', count: (states.delivered ?? 0) + (states.unconfirmed ?? 0) },
    { key: 'claimed', count: states.claimed ?? 0 },
    { key: 'open', count: states.open ?? 0 },
    { key: 'ended', count: ended },
  ]
  return all.filter(({ count }) => count > 0)
}
