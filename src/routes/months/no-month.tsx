import { phaseOf } from '#domain/month/month-facts.ts'
import { localMonth } from '#domain/time/workdays.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { C } from '#http/context.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { monthName } from '#views/ledger/ledger-spans.ts'
import { NotBegun } from '#views/reports/not-begun.tsx'
import { countryZone, reportArea, reportPlace } from './reports-place.ts'

/** The response for an address whose month has no figures; for a future month it leads to the running one. */
export async function noMonth(c: C): Promise<Response> {
  const now = c.get('services').now()
  const month = c.req.param('month') ?? ''
  const place = await reportPlace(c)
  const isOwn = place ?? (c.req.query('area') === undefined ? c.req.query('c') === undefined : await reportArea(c))
  const zone = place?.community.zone ?? countryZone
  if (!isOwn || phaseOf(month, zone, now) !== 'future') return page.notFound(c)
  const here = pageOf(c, place?.community ?? (await readersPlace(c)))
  const running = localMonth(now, zone)
  const href = `/reports/${running}${new URL(c.req.url).search}`
  const title = here.text.reports.notBegun.title(monthName(month, here.text))
  return show(c, here, title, <NotBegun page={here} month={month} running={{ month: running, href }} />, 404)
}
