import { Hono } from 'hono'
import { calendarFor, holidayNoticesOf } from '#db/community/calendar-rows.ts'
import { isMonth, localDay } from '#domain/time/workdays.ts'
import { communityOrChoose } from '#http/address-loaders.ts'
import type { CWith, Env } from '#http/context.ts'
import { anyoneMay } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import { CalendarPage } from '#views/calendar/calendar-page.tsx'

export const calendar = new Hono<Env>()

calendar.get('/c/:slug/calendar', anyoneMay, communityOrChoose, showCalendar)
calendar.get('/calendar', anyoneMay, communityOrChoose, showCalendar)

async function showCalendar(c: CWith<'community'>): Promise<Response> {
  const { store, now } = c.get('services')
  const community = c.get('community')
  const today = localDay(now(), community.zone)
  const asked = c.req.query('month') ?? today.slice(0, 7)
  // Only the years that a holiday notice may be about; no one needs to page to another century.
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
