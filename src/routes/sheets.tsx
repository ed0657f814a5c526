import { Hono } from 'hono'
import { page, pageOf, show } from '#http/answers.tsx'
import type { Env } from '#http/context.ts'
import { holder } from '#http/guard.ts'
import { ReportSheet } from '#views/sheets/report.tsx'
import { figuresFile } from './figure-files.ts'
import { basisOf, sheetMonth } from './sheet-month.ts'

export const sheets = new Hono<Env>()

const readers = holder('secretary', 'supervisor')

sheets.get('/reports/:month/sheet', readers, async (c) => {
  const month = await sheetMonth(c)
  if (!month) return page.notFound(c)
  const { community, period, facts, grids, signed } = month
  const here = pageOf(c, community)
  const basis = basisOf(c, month)
  const shown = { basis, month: period.month, community, isRunning: period.isRunning, facts, grids, signed }
  const { report } = here.text.sheets
  return show(c, here, report.title(basis.month), <ReportSheet page={here} {...shown} />)
})

sheets.get('/reports/:month/:file{figures\\.(?:csv|json|xlsx)}', readers, async (c) => {
  return (await figuresFile(c)) ?? page.notFound(c)
})
