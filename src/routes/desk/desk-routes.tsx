import { Hono } from 'hono'
import { readNotifications } from '#actions/people/read-notifications.ts'
import { deviceMark } from '#auth/device-mark.ts'
import { areasWithin, communityById } from '#db/community/area-rows.ts'
import { calendarFor } from '#db/community/calendar-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { unmannedGrids } from '#db/community/unmanned-grids.ts'
import { soFar } from '#db/desk/first-days.ts'
import { hasWishes, type QueueList, queueOf } from '#db/desk/queue-rows.ts'
import { referralCount } from '#db/desk/referral-rows.ts'
import { askedOfStreet } from '#db/desk/street-rows.ts'
import { notificationsOf } from '#db/people/notification-rows.ts'
import { proposalsFor } from '#db/people/proposal-rows.ts'
import { pendingCount } from '#db/people/registration-rows.ts'
import { wordsToReadCount } from '#db/receipts/receipt-rows.ts'
import { renewalsDue } from '#db/residents/renewals-due.ts'
import { comingActivities } from '#db/wishes/activity-rows.ts'
import { oldCount } from '#db/wishes/knowledge-rows.ts'
import { deskTasks, isDeskTask } from '#domain/desk-queue.ts'
import { isInFirstDays } from '#domain/first-steps.ts'
import { oldBefore } from '#domain/knowledge.ts'
import { exceptionNames } from '#domain/overdue.ts'
import { areasOf, holds, workedIn } from '#domain/people/actor.ts'
import { dueAt, localDay } from '#domain/time/workdays.ts'
import { readersPlace, workPlace } from '#http/community/readers-community.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { holder, staff } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { supervisedCommunities } from '#routes/months/reports-place.ts'
import { DeskPage, type DoorLine } from '#views/desk/desk-page.tsx'
import type { CheckedBy } from '#views/desk/queue.tsx'
import { StreetPage } from '#views/desk/street-page.tsx'
import { TaskPage } from '#views/desk/task-page.tsx'
import { backupsOnDesk } from './backups-on-desk.ts'
import { batchesOnDesk } from './batches-on-desk.ts'
import { counterOnDesk } from './counter-lines.ts'
import { doorsOnDesk } from './door-lines.ts'
import { lettersOnDesk } from './letter-lines.ts'
import { deskPlace, exceptionsOf, streetDesk, streetRows } from './overdue-lists.ts'
import { stepsOnDesk } from './steps-line.ts'
import { inquiriesOnDesk, supervisionOnDesk } from './supervision-lines.ts'

/** The desk is for what waits; older notifications are on /mine. */
const newsOnDesk = 2
const renewalsOnDesk = 3
const rowsOnDesk = 3
/** One page of a single task; the rest comes as these are done. */
const rowsOfTask = 200

export const desk = new Hono<Env>()

desk.get('/desk', holder('gridWorker', 'secretary', 'supervisor', 'administrator'), async (c) => {
  const services = c.get('services')
  const { db } = services.store
  const person = c.get('person')
  const notifications = await notificationsOf(db, person.id, services.now(), newsOnDesk)
  await readNotifications(services, person.id, c.get('unread'))
  const here = pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))
  const registered = await pendingCount(db, areasOf(person, 'secretary'))
  const day = localDay(services.now(), here.community?.zone ?? 'UTC')
  const toReview = await oldCount(db, workedIn(person), oldBefore(day))
  const coming = await comingActivities(db, workedIn(person), day)
  const referred = await referralCount(db, person)
  const queue = await queueOf(db, person, services.now(), rowsOnDesk)
  const place = deskPlace(person)
  const workedAt = await workPlace(c)
  const so = place && workedAt ? await soFar(db, workedAt.id, day) : null
  const exceptions = place ? await exceptionsOf(c, place) : []
  const renewals = place ? await renewalsDue(db, place, renewalsOnDesk) : { count: 0, rows: [] }
  const street = holds(person, 'supervisor') ? await streetDesk(c) : null
  const askedHere = await askedOfStreet(db, person.supervises ?? [])
  const mark = deviceMark(services.config.secret, person.id)
  const written = await wordsToReadCount(db, person)
  const toRead = { href: '/callbacks#to-read', words: here.text.receipts.toRead.onDesk(written) }
  const body = (
    <DeskPage
      page={here}
      queue={queue}
      checkedBy={await checkedByOf(c, queue)}
      isFirst={queue.length === 0 && !(await hasWishes(db, person))}
      soFar={so && isInFirstDays(so) ? so : null}
      exceptions={exceptions}
      street={street}
      askedOfStreet={askedHere}
      inquiries={await inquiriesOnDesk(c)}
      renewals={renewals}
      coming={coming}
      notifications={notifications}
      registered={registered}
      toReview={toReview}
      referred={referred}
      mark={mark}
      backed={await backupsOnDesk(c)}
      lines={[
        ...troubleOnDesk(c),
        ...(await supervisionOnDesk(c)),
        ...(await peopleOnDesk(c)),
        ...(await lettersOnDesk(c)),
        ...(await counterOnDesk(c)),
        ...(await batchesOnDesk(c)),
        ...(await stepsOnDesk(c)),
        ...(await doorsOnDesk(c)),
        ...(written ? [toRead] : []),
      ]}
    />
  )
  return show(c, here, here.text.desk.title, body)
})

desk.get(`/desk/:task{${deskTasks.join('|')}}`, staff, async (c) => {
  const services = c.get('services')
  const task = c.req.param('task')
  if (!isDeskTask(task)) return page.notFound(c)
  const queue = await queueOf(services.store.db, c.get('person'), services.now(), rowsOfTask, task)
  const here = pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))
  const body = (
    <TaskPage
      page={here}
      task={task}
      list={queue[0] ?? null}
      gridId={c.req.query('grid') ?? ''}
      checkedBy={await checkedByOf(c, queue)}
    />
  )
  return show(c, here, here.text.desk.tasks[task].title, body)
})

/** For the administrator, where the server cannot save or its clock has jumped. */
function troubleOnDesk(c: CWith<'person'>): readonly DoorLine[] {
  const { storage, time } = c.get('services')
  const isTrouble = storage?.fault() || time?.fault()
  if (!isTrouble || !holds(c.get('person'), 'administrator')) return []
  return [{ href: '/status', words: c.get('text').status.trouble }]
}

/** Grids without a grid worker, for the secretary; proposed supervisors, for the administrator. */
async function peopleOnDesk(c: CWith<'person'>): Promise<readonly DoorLine[]> {
  const { store, now } = c.get('services')
  const { people, list } = c.get('text')
  const grids = await unmannedGrids(store.db, areasOf(c.get('person'), 'secretary'), now())
  const areas = await areasWithin(
    store.db,
    c.get('person').roles.flatMap(({ role, path }) => (role === 'administrator' ? [path] : [])),
  )
  const ids = areas.map(({ id }) => id)
  const proposed = ids.length ? (await proposalsFor(store.db, ids)).length : 0
  const lines: DoorLine[] = []
  if (proposed) lines.push({ href: '/people#proposals', words: people.staff.waiting.onDesk(proposed) })
  if (!grids.length) return lines
  return [...lines, { href: '/people', words: people.handover.unmanned(list(grids.map(({ name }) => name))) }]
}

/** What is behind a number of the supervisor's desk, in one of the communities below. */
desk.get(`/street/:name{${exceptionNames.join('|')}}`, holder('supervisor'), async (c) => {
  const name = exceptionNames.find((one) => one === c.req.param('name'))
  const below = await supervisedCommunities(c)
  const community = below.find(({ slug }) => slug === c.req.query('c'))
  if (!name || !community) return page.notFound(c)
  const found = await streetRows(c, community, name)
  const here = pageOf(c, await communityById(c.get('services').store.db, community.id))
  const body = <StreetPage page={here} name={name} community={community.name} zone={community.zone} found={found} />
  return show(c, here, here.text.exceptions.street.title, body)
})

/** Until when the rules of its community want a wish to be checked; what has waited longer is expected today. */
async function checkedByOf(c: C, queue: readonly QueueList[]): Promise<CheckedBy> {
  const { store, now } = c.get('services')
  const waiting = queue.find(({ task }) => task === 'with-secretary')?.rows ?? []
  const place = await workPlace(c)
  const community = waiting.length && place ? await communityById(store.db, place.id) : null
  if (!community) return ({ postedAt }) => postedAt
  const { rules } = await rulesToday(store.db, community, now())
  const calendar = await calendarFor(store.db, community)
  const today = dueAt(calendar, now(), 0)
  return ({ postedAt }) => {
    const due = dueAt(calendar, postedAt, rules.checkWithin)
    return due > today ? due : today
  }
}
