import { Hono } from 'hono'
import { checkWordsNow } from '#actions/log/words-for-sheet.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { C, Env } from '#http/context.ts'
import { holder } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import { exact } from '#text/days.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'
import { AreaSheet } from '#views/sheets/area-sheet.tsx'
import { ReportSheet } from '#views/sheets/report-sheet.tsx'
import { areaFile } from './area-files.ts'
import { figuresFile } from './figure-files.ts'
import { noMonth } from './no-month.tsx'
import { summedMonth } from './reports-area.tsx'
import { countryZone } from './reports-place.ts'
import { basisOf, sheetMonth } from './sheet-month.ts'

export const sheets = new Hono<Env>()

const readers = holder('secretary', 'supervisor')

sheets.get('/reports/:month/sheet', readers, async (c) => {
  if (c.req.query('area') !== undefined) return areaSheet(c)
  const month = await sheetMonth(c)
  if (!month) return noMonth(c)
  const { community, period, facts, grids, signed, isInside } = month
  const here = pageOf(c, community)
  const basis = await basisOf(c, month)
  const shown = { basis, month: period.month, community, isRunning: period.isRunning, facts, grids, signed, isInside }
  const { report } = here.text.sheets
  return show(c, here, report.title(basis.month), <ReportSheet page={here} {...shown} />)
})

sheets.get('/reports/:month/:file{figures\\.(?:csv|json|xlsx)}', readers, async (c) => {
  const file = c.req.query('area') === undefined ? figuresFile(c) : areaFile(c)
  return (await file) ?? noMonth(c)
})

async function areaSheet(c: C): Promise<Response> {
  const summed = await summedMonth(c)
  if (!summed) return noMonth(c)
  const here = pageOf(c, await readersPlace(c))
  const month = monthName(summed.period.month, here.text)
  const basis = {
    month,
    lastEvent: summed.lastEvent,
    madeAt: exact(summed.madeAt, countryZone),
    rules: c.get('text').areas.rules,
    check: await checkWordsNow(c.get('services')),
  }
  return show(
    c,
    here,
    here.text.areas.title(summed.area.name, month),
    <AreaSheet page={here} basis={basis} {...summed} />,
  )
}
