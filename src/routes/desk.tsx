import { Hono } from 'hono'
import { readNotices } from '#actions/notices.ts'
import { deviceMark } from '#auth/device-mark.ts'
import { comingActivities } from '#db/activities.ts'
import { askedOf, deskOf } from '#db/desk.ts'
import { keptDue } from '#db/kept.ts'
import { oldCount } from '#db/knowledge.ts'
import { noticesOf } from '#db/notices.ts'
import { referralCount } from '#db/referrals.ts'
import { pendingCount } from '#db/registrations.ts'
import { tellingCount } from '#db/tellings.ts'
import { areasOf, holds, type Person, workedIn } from '#domain/actor.ts'
import { localDay } from '#domain/calendar.ts'
import { oldBefore } from '#domain/knowledge.ts'
import { pageOf, show } from '#http/answers.tsx'
import type { Env } from '#http/context.ts'
import { holder } from '#http/guard.ts'
import { readersPlace, workPlace } from '#http/place.ts'
import { DeskPage } from '#views/desk/index.tsx'
import { deskPlace, exceptionsOf, streetDesk } from './exceptions.ts'

/** The desk is for what waits; older news stand on /mine. */
const newsOnDesk = 10
const keptOnDesk = 10

export const desk = new Hono<Env>()

desk.get('/desk', holder('gridWorker', 'secretary', 'supervisor', 'administrator'), async (c) => {
  const services = c.get('services')
  const { db } = services.store
  const person = c.get('actor') as Person
  const notices = await noticesOf(db, person.id, newsOnDesk)
  await readNotices(services, person.id)
  const here = pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))
  const registered = await pendingCount(db, areasOf(person, 'secretary'))
  const day = localDay(services.now(), here.community?.zone ?? 'UTC')
  const toReview = await oldCount(db, workedIn(person), oldBefore(day))
  const coming = await comingActivities(db, workedIn(person), day)
  const referred = await referralCount(db, person)
  const today = await deskOf(db, person)
  const place = deskPlace(person)
  const exceptions = place ? await exceptionsOf(c, place) : []
  const kept = place ? await keptDue(db, place, keptOnDesk) : { count: 0, rows: [] }
  const street = holds(person, 'supervisor') ? await streetDesk(c) : null
  const asked = await askedOf(db, person)
  const toTell = await tellingCount(db, person)
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
      notices={notices}
      registered={registered}
      toReview={toReview}
      referred={referred}
      mark={mark}
    />
  )
  return show(c, here, here.text.desk.title, body)
})
