import type { Level } from '#db/months/supervised.ts'
import type { Counts, FigureName, Period } from '#domain/month/figures.ts'
import { Months } from '#views/ledger/ledger-page.tsx'
import { monthName } from '#views/ledger/ledger-spans.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { rateWords } from './report-shape.ts'

type Props = {
  readonly page: Page
  readonly period: Period
  readonly places: readonly {
    readonly id: string
    readonly kind: Level
    readonly slug: string | null
    readonly name: string
    readonly counts: Counts
  }[]
  /** How many of the communities have signed the month. */
  readonly signed: number
  readonly communities: number
}

const counted = ['published', 'carried', 'claimed', 'due'] as const satisfies readonly FigureName[]
const shared = ['on-time', 'fulfilled', 'called', 'satisfied'] as const satisfies readonly FigureName[]

/**
 * A supervisor's areas in the order of the tree, each sum before its parts, with figures but no lists; each area and
 * community links to its own month.
 */
export const Overview = ({ page, period, places, signed, communities }: Props) => {
  const { text } = page
  const { reports } = text
  const { overview } = reports
  /** Public figures link to their public list, the others to the place's own month. */
  const opening = (figure: FigureName, id: string, kind: Level, slug: string | null, said: number | string) => {
    const isPublic = kind === 'community' && (figure === 'published' || figure === 'fulfilled')
    const place = kind === 'community' ? `c=${slug}` : `area=${id}`
    const ledger = `/c/${slug}/ledger/${period.month}${figure === 'fulfilled' ? '?only=fulfilled' : ''}`
    return (
      <a href={isPublic ? ledger : `/reports/${period.month}?${place}`} aria-label={`${reports.names[figure]} ${said}`}>
        {said}
      </a>
    )
  }
  return (
    <>
      <h1>{overview.title(monthName(period.month, text))}</h1>
      <p class="lead">{overview.lead}</p>
      <Months
        page={page}
        period={period}
        firstMonth="2000-01"
        label={reports.months}
        hrefOf={(month) => `/reports/${month}`}
      />
      {period.isRunning && <p>{reports.running}</p>}
      {!period.isRunning && communities > 0 && <p>{text.areas.signed(signed, communities)}</p>}
      {places.length ? (
        <Table
          caption={overview.caption}
          head={[
            overview.community,
            ...counted.map((figure) => reports.names[figure]),
            ...shared.map((figure) => reports.rates[figure]),
          ]}
          numeric={[...counted, ...shared].map((_, column) => column + 1)}
          rows={places.map(({ id, kind, slug, name, counts }) => [
            kind === 'community' ? (
              <a href={`/reports/${period.month}?c=${slug}`}>{name}</a>
            ) : (
              <a href={`/reports/${period.month}?area=${id}`}>
                <b>
                  {name} · {overview.level[kind]}
                </b>
              </a>
            ),
            ...counted.map((figure) => opening(figure, id, kind, slug, counts[figure])),
            ...shared.map((figure) => opening(figure, id, kind, slug, rateWords(figure, counts, text))),
          ])}
        />
      ) : (
        <Empty icon="ledger" title={overview.emptyTitle}>
          <p>{overview.emptyHelp}</p>
        </Empty>
      )}
    </>
  )
}
