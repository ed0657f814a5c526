import { Hono } from 'hono'
import { calendarFor, noticesOfCalendar } from '#db/calendar.ts'
import { isMonth, localDay } from '#domain/calendar.ts'
import { page, pageOf, show } from '#http/answers.tsx'
import type { C, Env } from '#http/context.ts'
import { anyoneMay } from '#http/guard.ts'
import { placeOf } from '#http/place.ts'
import { CalendarPage } from '#views/calendar/show.tsx'

export const calendar = new Hono<Env>()

calendar.get('/c/:slug/calendar', anyoneMay, (c) => showCalendar(c))
calendar.get('/calendar', anyoneMay, (c) => showCalendar(c))

async function showCalendar(c: C): Promise<Response> {
  const { store, now } = c.get('services')
  const community = await placeOf(c)
  if (!community) return c.req.param('slug') === undefined ? c.redirect('/', 303) : page.notFound(c)

  const today = localDay(now(), community.zone)
  const asked = c.req.query('month') ?? today.slice(0, 7)
  // Nobody turns pages a century away; the years shown are those that a notice may speak of.
  const isNear = isMonth(asked) && Math.abs(Number(asked.slice(0, 4)) - Number(today.slice(0, 4))) <= 3
  const here = pageOf(c, community)
  return show(
    c,
    here,
    here.text.workingDays.title,
    <CalendarPage
      page={here}
      community={community}
      calendar={await calendarFor(store.db, community)}
      notices={await noticesOfCalendar(store.db, community)}
      month={isNear ? asked : today.slice(0, 7)}
      today={today}
    />,
  )
}
