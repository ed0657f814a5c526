import { Hono } from 'hono'
import { gridsOf } from '#db/community/area-rows.ts'
import { monthRules } from '#db/community/rule-rows.ts'
import { firstPublishedAt, lastPositionOf } from '#db/ledger/ledger-rows.ts'
import { countOf } from '#db/months/figure-counts.ts'
import { listOf } from '#db/months/figure-lists.ts'
import { signedMonth } from '#db/months/month-rows.ts'
import { sinceSigned } from '#db/months/since-signed.ts'
import { activitiesOf } from '#db/wishes/activity-rows.ts'
import { comingOf, figures, isAside, isFigure, type ListName, periodOf, type SetName } from '#domain/month/figures.ts'
import { isSecretaryOf } from '#domain/people/actor.ts'
import { localMonth, previousMonth } from '#domain/time/workdays.ts'
import { staffPlaces } from '#http/community/staff-community.ts'
import type { C, Env } from '#http/context.ts'
import { readCursor, writeCursor } from '#http/cursor.ts'
import { holder } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { exact } from '#text/days.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'
import { Signature } from '#views/months/signature.tsx'
import { FigureList } from '#views/reports/figure-list.tsx'
import { Month } from '#views/reports/month-report.tsx'
import { noMonth } from './no-month.tsx'
import { overview } from './overview-routes.tsx'
import { areaReport } from './reports-area.tsx'
import { cellOf, cellWords, isWaitOf } from './reports-cell.ts'
import { officialOf, signedCount } from './reports-official.ts'
import { askedOf, type ReportPlace, reportPlace } from './reports-place.ts'
import { figuresIn, reviewOf } from './reports-review.ts'
import { signingAdvice } from './sign-advice.ts'

export const reports = new Hono<Env>()

const readers = holder('secretary', 'gridWorker', 'supervisor')

reports.get('/reports', readers, async (c) => {
  const place = await reportPlace(c)
  const { now } = c.get('services')
  const zone = place?.community.zone ?? 'Asia/Shanghai'
  const query = new URL(c.req.url).search
  return c.redirect(`/reports/${await latestMonth(c, place, localMonth(now(), zone))}${query}`, 303)
})

/** The last finished month, or the running one if nothing was published before it. */
async function latestMonth(c: C, place: ReportPlace | null, current: string): Promise<string> {
  if (!place) return previousMonth(current)
  const first = await firstPublishedAt(c.get('services').store.db, place.community.id)
  return first && localMonth(first, place.community.zone) < current ? previousMonth(current) : current
}

reports.get('/reports/:month', readers, async (c) => {
  if (c.req.query('area') !== undefined) return areaReport(c)
  const { store, now } = c.get('services')
  const place = await reportPlace(c)
  if (!place) return c.req.query('c') === undefined ? overview(c, c.req.param('month')) : page.notFound(c)
  const { community, gridIds, opensLists } = place
  const period = periodOf(c.req.param('month'), community.zone, now())
  if (!period) return noMonth(c)

  const here = pageOf(c, community)
  const signed = await officialOf(c, place, period)
  const { cells, ...counted } = await figuresIn(c, place, period)
  const report = {
    ...counted,
    place: community,
    period,
    opensLists,
    isOwnGrids: gridIds !== null,
    isSigned: signed !== null,
    rulesFrom: signed?.official.signed.rulesFrom ?? (await monthRules(store.db, community.id, period.month)),
    stand: here.text.months.stand.moving(exact(now(), community.zone), await lastPositionOf(store.db, community.id)),
    ...signed?.figures,
  }
  const first = (await firstPublishedAt(store.db, community.id)) ?? now()
  const firstMonth = localMonth(first, community.zone)
  const held = gridIds === null ? (signed?.official.signed.snapshot ?? null) : null
  const review = await reviewOf(c, place, { period, opensLists, cells, firstMonth, held })
  const planned = opensLists ? await activitiesOf(store.db, community.id, period.month) : null
  const isSecretary = isSecretaryOf(c.get('actor'), community.id)
  const maySign = !period.isRunning && isSecretary
  const others = (await staffPlaces(c)).map(({ community: other }) => ({
    href: `/reports/${period.month}?c=${other.slug}`,
    label: other.name,
    current: other.id === community.id,
  }))
  return show(
    c,
    here,
    here.text.reports.title(monthName(period.month, here.text)),
    <Month
      page={here}
      report={report}
      review={review}
      firstMonth={firstMonth}
      others={others}
      activities={planned}
      mayPlan={isSecretary}
    >
      <Signature
        page={here}
        month={period.month}
        slug={community.slug}
        official={signed?.official ?? null}
        maySign={maySign}
        advice={maySign && !signed ? await signingAdvice(c, community, period) : null}
      />
    </Month>,
  )
})

reports.get('/reports/:month/:figure', readers, async (c) => {
  const { store, now } = c.get('services')
  const place = await reportPlace(c)
  const period = place && periodOf(c.req.param('month'), place.community.zone, now())
  if (place && !period) return noMonth(c)
  const list = place?.opensLists ? await listNamed(c, place) : null
  if (!place || !period || !list) return page.notFound(c)
  const { set, isBase, cell, span, after, grid, grids } = list
  const { community } = place

  const narrowed = grid ? { ...place, gridIds: [grid] } : place
  const within = set === 'recurring' ? comingOf(period, community.zone) : period
  const asked = { ...askedOf(c, narrowed, within), parts: cell.parts }
  const { rows, next } = await listOf(store.db, asked, set, after, span)
  const query = {
    c: community.slug,
    ...(grid ? { grid } : {}),
    ...cell.query,
    ...(span ? { span } : {}),
    ...(isBase ? { of: '1' } : {}),
  }
  const base = `/reports/${period.month}/${list.figure}?${new URLSearchParams(query)}`
  const here = pageOf(c, community)
  const signed = await signedMonth(store.db, community.id, period.month)
  const count = await countOf(store.db, asked, set)
  const held = isAside(set) ? null : signedCount(narrowed, signed, set, cell.parts)
  const since =
    signed && held !== null && !isAside(set) ? await sinceSigned(store.db, asked, set, signed.lastEvent) : null
  // If the events do not explain the difference completely, the page must not claim that they do.
  const isExplained = since !== null && count - since.entered.size + since.left.length === held
  const cellIs = await cellWords(c, community.id, cell.parts)
  return show(
    c,
    here,
    here.text.reports.list.title(monthName(period.month, here.text), here.text.reports.names[set]),
    <FigureList
      page={here}
      zone={community.zone}
      period={period}
      set={set}
      count={count}
      held={held}
      since={isExplained ? since : null}
      rulesFrom={signed?.rulesFrom ?? (await monthRules(store.db, community.id, period.month))}
      rows={rows}
      gridNames={new Map(grids.map(({ id, name }) => [id, name]))}
      grid={grid}
      within={cellIs}
      span={span}
      back={`/reports/${period.month}?c=${community.slug}`}
      base={base}
      next={next && `${base}&after=${writeCursor(next)}`}
      isFirst={after === null}
    />,
  )
})

/** The list that an address names: which set, which part of it and from where on. Null if it names none that the reader may open. */
async function listNamed(c: C, place: ReportPlace) {
  const figure = c.req.param('figure') ?? ''
  if (!isFigure(figure) && !isAside(figure)) return null
  const isBase = c.req.query('of') !== undefined
  const set = isBase ? baseOf(figure) : figure
  if (set === null) return null

  const span = c.req.query('span') ?? null
  if (span !== null && !isWaitOf(span, set)) return null
  const cursor = c.req.query('after')
  const after = readCursor(cursor)
  if (cursor !== undefined && !after) return null
  const cell = cellOf(c)
  if (!cell) return null

  const grid = c.req.query('grid') ?? null
  const grids = await gridsOf(c.get('services').store.db, place.community.id)
  if (grid !== null && !grids.some(({ id }) => id === grid)) return null
  if (grid !== null && place.gridIds?.includes(grid) === false) return null
  return { figure, set, isBase, cell, span, after, grid, grids }
}

/** The set that the figure is a share of; null if it is no share. */
const baseOf = (figure: ListName): SetName | null => (isFigure(figure) ? figures[figure].of : null)
