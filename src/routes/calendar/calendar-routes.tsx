import { Hono } from 'hono'
import { calendarFor, holidayNoticesOf } from '#db/community/calendar-rows.ts'
import { isMonth, localDay } from '#domain/time/workdays.ts'
import type { C, Env } from '#http/context.ts'
import { anyoneMay } from '#http/guards.ts'
import { placeOf } from '#http/readers-community.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { CalendarPage } from '#views/calendar/calendar-page.tsx'

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
      notices={await holidayNoticesOf(store.db, community)}
      month={isNear ? asked : today.slice(0, 7)}
      today={today}
    />,
  )
}
