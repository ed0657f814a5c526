import { Hono } from 'hono'
import { readNotifications } from '#actions/people/read-notifications.ts'
import { deviceMark } from '#auth/device-mark.ts'
import { askedOf, deskOf } from '#db/desk/desk-rows.ts'
import { referralCount } from '#db/desk/referral-rows.ts'
import { toInformCount } from '#db/desk/to-inform.ts'
import { notificationsOf } from '#db/people/notification-rows.ts'
import { pendingCount } from '#db/people/registration-rows.ts'
import { renewalsDue } from '#db/residents/renewals-due.ts'
import { comingActivities } from '#db/wishes/activity-rows.ts'
import { oldCount } from '#db/wishes/knowledge-rows.ts'
import { oldBefore } from '#domain/knowledge.ts'
import { areasOf, holds, workedIn } from '#domain/people/actor.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { Env } from '#http/context.ts'
import { holder } from '#http/guards.ts'
import { readersPlace, workPlace } from '#http/readers-community.ts'
import { pageOf, show } from '#http/respond.tsx'
import { DeskPage } from '#views/desk/desk-page.tsx'
import { doorsOnDesk } from './door-lines.ts'
import { deskPlace, exceptionsOf, streetDesk } from './overdue-lists.ts'

/** The desk is for what waits; older news stand on /mine. */
const newsOnDesk = 10
const renewalsOnDesk = 10

export const desk = new Hono<Env>()

desk.get('/desk', holder('gridWorker', 'secretary', 'supervisor', 'administrator'), async (c) => {
  const services = c.get('services')
  const { db } = services.store
  const person = c.get('person')
  const notifications = await notificationsOf(db, person.id, newsOnDesk)
  await readNotifications(services, person.id)
  const here = pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))
  const registered = await pendingCount(db, areasOf(person, 'secretary'))
  const day = localDay(services.now(), here.community?.zone ?? 'UTC')
  const toReview = await oldCount(db, workedIn(person), oldBefore(day))
  const coming = await comingActivities(db, workedIn(person), day)
  const referred = await referralCount(db, person)
  const today = await deskOf(db, person)
  const place = deskPlace(person)
  const exceptions = place ? await exceptionsOf(c, place) : []
  const kept = place ? await renewalsDue(db, place, renewalsOnDesk) : { count: 0, rows: [] }
  const street = holds(person, 'supervisor') ? await streetDesk(c) : null
  const asked = await askedOf(db, person)
  const toTell = await toInformCount(db, person)
  const mark = deviceMark(services.config.secret, person.id)
  const body = (
    <DeskPage
      page={here}
      desk={today}
      exceptions={exceptions}
      street={street}
      asked={asked}
      kept={kept}
      toTell={toTell}
      coming={coming}
      notifications={notifications}
      registered={registered}
      toReview={toReview}
      referred={referred}
      mark={mark}
      doors={await doorsOnDesk(c)}
    />
  )
  return show(c, here, here.text.desk.title, body)
})
