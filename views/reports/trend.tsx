import { rateOf } from '#domain/month/figures.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'
import type { Page } from '#views/page.ts'
import { Chart, topOf } from '#views/parts/chart/chart.tsx'
import { Heat } from '#views/parts/chart/heat.tsx'
import { Fold } from '../parts/details.tsx'
import { Share } from './count.tsx'
import { type Opens, type Review, rateWords } from './report-shape.ts'

type Props = { readonly page: Page; readonly report: Opens; readonly review: Review }

/** Twelve months as a chart and as numbers. Months with too few for a percentage show the fraction. */
export const Trend = ({ page, report, review: { trend } }: Props) => {
  const { text } = page
  const { reports, review: words } = text
  if (trend.length < 2) return null
  const columns = trend.map(({ month }) => String(Number(month.slice(5))))
  const rates = trend.map(({ counts }) => rateOf(counts['on-time'], counts.due))
  const top = topOf(trend.map(({ counts }) => counts.published))
  return (
    <Fold summary={words.trend}>
      <div class="charts">
        <Chart
          caption={words.trendCount}
          label={words.trendCountSaid}
          columns={columns}
          top={top}
          tick={String}
          lines={[
            { name: words.publishedLine, look: 'first', values: trend.map(({ counts }) => counts.published) },
            { name: words.fulfilledLine, look: 'second', values: trend.map(({ counts }) => counts.fulfilled) },
          ]}
        />
        <Chart
          caption={words.trendRate}
          label={words.trendRateSaid}
          columns={columns}
          top={100}
          tick={String}
          lines={[
            {
              name: words.onTimeLine,
              look: 'first',
              values: rates.map((rate) => (rate.kind === 'percent' ? rate.tenths / 10 : null)),
              notes: rates.map((rate) => (rate.kind === 'fraction' ? `${rate.count}/${rate.of}` : null)),
            },
          ]}
        />
      </div>
      <Heat
        caption={words.trendTable}
        corner={words.trendMonth}
        columns={[reports.names.published, reports.names.fulfilled, reports.rates['on-time']]}
        rows={trend.map(({ month, counts, notes }) => {
          const share = (figure: 'published' | 'fulfilled' | 'on-time') => (
            <Share
              page={page}
              figure={figure}
              counts={counts}
              notes={notes}
              of={{ ...report, period: { month } }}
              name={monthName(month, text)}
            />
          )
          const rate = rateOf(counts['on-time'], counts.due)
          return {
            name: monthName(month, text),
            cells: [
              { shade: 0, words: share('published') },
              { shade: 0, words: share('fulfilled') },
              rate.kind === 'fraction'
                ? { shade: 0, words: share('on-time') }
                : {
                    shade: 0,
                    words: rateWords('on-time', counts, text),
                    ...(rate.kind === 'percent' ? { note: share('on-time') } : {}),
                  },
            ],
          }
        })}
      />
    </Fold>
  )
}
