import { Hono } from 'hono'
import { recordTableLooks } from '#actions/table/record-table-looks.ts'
import { type DoorRow, doorsOfDay, doorsOfTicked } from '#db/table/visit-list-rows.ts'
import { addDays, isDay, localDay, midnight } from '#domain/time/workdays.ts'
import type { CWith, Env } from '#http/context.ts'
import { many } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { staffHere } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import { VisitListPage } from '#views/table/visit-list-page.tsx'
import { startOfToday, tablePlace } from './table-place.ts'
import { mostTicked } from './ticked.ts'

export const visitLists = new Hono<Env>()

type Here = CWith<'person' | 'place'>
/** Today and the days after it that the page offers. */
const daysAhead = 7

/** The doors of a day in their order, to print. Only today and the coming week: other days are in the working table. */
visitLists.get('/visits', staffHere, async (c) => {
  const place = c.get('place')
  const { zone } = place.community
  const today = localDay(c.get('services').now(), zone)
  const asked = c.req.query('day') ?? ''
  const day = isDay(asked) && asked >= today && asked < addDays(today, daysAhead) ? asked : today
  const span = { from: midnight(day, zone), until: midnight(addDays(day, 1), zone) }
  const rows = await doorsOfDay(c.get('services').store.db, { ...tablePlace(place), ...span })
  return showList(c, rows, { today, day })
})

/** The ticked wishes of the working table as such a list. */
visitLists.post('/visits', staffHere, async (c) => {
  const place = c.get('place')
  const codes = [...new Set(many(await readForm(c), 'wish'))].slice(0, mostTicked)
  const rows = await doorsOfTicked(c.get('services').store.db, tablePlace(place), codes)
  if (!rows.length) return c.redirect(`/wishes?c=${place.community.slug}&none=yes`, 303)
  return showList(c, rows, null)
})

async function showList(
  c: Here,
  rows: readonly DoorRow[],
  of: { readonly today: string; readonly day: string } | null,
) {
  const place = c.get('place')
  const residentIds = rows.flatMap(({ residentId }) => residentId ?? [])
  const since = startOfToday(c, place)
  await recordTableLooks(c.get('services'), c.get('person'), { page: 'visits', residentIds, since })
  const here = pageOf(c, place.community)
  const days = of ? Array.from({ length: daysAhead }, (_, n) => addDays(of.today, n)) : []
  const body = <VisitListPage page={here} rows={rows} day={of?.day ?? null} days={days} communities={place.all} />
  return show(c, here, here.text.table.visits.title, body)
}
