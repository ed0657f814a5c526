import { lte } from 'drizzle-orm'
import { planDays } from '#actions/matching/plan-day.ts'
import { loadPerson } from '#db/people/people-rows.ts'
import { notifications } from '#db/schema/tables.ts'
import type { Store } from '#db/store/store.ts'
import type { Person } from '#domain/people/actor.ts'
import { hour } from '#domain/time/durations.ts'
import { calendarOf } from '#domain/time/holiday-layers.ts'
import { addDays, type Day, monthsBefore } from '#domain/time/workdays.ts'
import { tick } from '#jobs/run-clock.ts'
import { walkCards } from '#jobs/walk-cards.ts'
import { walkSteps } from '#jobs/walk-steps.ts'
import type { Config } from '#src/config.ts'
import { peopleRows, type StaffKey } from '#src/demo/people/demo-people.ts'
import { placeRows, zone } from '#src/demo/people/demo-place.ts'
import { residentRows } from '#src/demo/people/demo-residents.ts'
import { registrationsToday } from '#src/demo/people/newcomers.ts'
import { daysAround } from '#src/demo/stage/demo-days.ts'
import { randomFrom } from '#src/demo/stage/random.ts'
import type { Stage } from '#src/demo/stage/stage.ts'
import { type Life, play } from '#src/demo/stage/timeline.ts'
import { activityPlanned } from '#src/demo/today/demo-activity.ts'
import { batchAdopted } from '#src/demo/today/demo-batch.ts'
import { closuresToday } from '#src/demo/today/demo-closures.ts'
import { counterToday } from '#src/demo/today/demo-counter.ts'
import { deskToday } from '#src/demo/today/demo-desk.ts'
import { doorsYesterday } from '#src/demo/today/demo-doors.ts'
import { inquiriesToday } from '#src/demo/today/demo-inquiries.ts'
import { intakeToday } from '#src/demo/today/demo-intake.ts'
import { answersWritten } from '#src/demo/today/demo-knowledge.ts'
import { lettersToday } from '#src/demo/today/demo-letters.ts'
import { boardToday, claimsToday, deliveriesToday } from '#src/demo/today/demo-today.ts'
import { waitsToday } from '#src/demo/today/demo-waits.ts'
import { noPhotos, type Services } from '#src/services.ts'
import { monthsBehind } from './demo-months.ts'
import { demoRobot } from './demo-robot.ts'
import { monthsSigned } from './demo-signed.ts'

/** Enough for the invitations of the last whole month. */
const daysInvited = 62

type Seeding = {
  readonly store: Store
  readonly config: Config
  readonly now: Date
  readonly passwordHash: string
}

/**
 * Fills an empty, migrated store with a community of invented people and its last three months up to `now`: every wish
 * goes through the actions that the pages use. Throws where one of them is refused.
 */
export async function seedDemo({ store, config, now, passwordHash }: Seeding): Promise<void> {
  const days = daysAround(now, calendarOf({ zone, region: 'xinjiang' }))
  const first = addDays(days.workday(days.length), -20)
  const longAgo = monthsBefore(days.today, 12)
  const since = {
    at: days.at(first, 11),
    day: first,
    listAt: days.at(days.workday(2), 10),
    passwordHash,
    longAgo,
    longAgoAt: days.at(longAgo, 11),
  }

  const place = placeRows(store)
  const people = peopleRows(store, place, since)
  const { statements, neighbours } = await residentRows(store, place, people, since)
  await store.commit([...place.statements, ...people.statements, ...statements])

  const clock = { now: since.at }
  const services: Services = { store, config, photos: noPhotos, postToRobot: demoRobot, now: () => clock.now }
  const load = async (id: string) => (await loadPerson(store.db, id, now)) as Person
  const staff = Object.fromEntries(
    await Promise.all(Object.entries(people.staff).map(async ([key, id]) => [key, await load(id)] as const)),
  ) as Record<StaffKey, Person>
  const persons = new Map(await Promise.all(people.volunteers.map(async ({ id }) => [id, await load(id)] as const)))
  const random = randomFrom(20260701)
  const shared = { reserved: [], neighbours, used: new Set<string>(), volunteers: people.volunteers }
  const stage: Stage = { services, days, random, staff, persons, ...shared }

  const today = [
    ...boardToday(stage),
    ...claimsToday(stage),
    ...deliveriesToday(stage),
    ...deskToday(stage),
    ...waitsToday(stage),
  ]
  const newcomers = [...registrationsToday(stage, place.communityId), answersWritten(stage, place.communityId)]
  const signatures = monthsSigned(stage, place.communityId)
  const closures = closuresToday(stage, place.communityId)
  const around = [
    ...newcomers,
    ...intakeToday(stage, place.communityId),
    ...lettersToday(stage, place.communityId),
    counterToday(stage, place.communityId),
    inquiriesToday(stage, place.communityId),
    activityPlanned(stage, place.communityId),
    doorsYesterday(stage, place.communityId),
  ]
  const lives = [clockOf(stage, first), ...closures, ...today, ...around, ...monthsBehind(stage), ...signatures]
  await play(lives, now, (at) => {
    clock.now = new Date(Math.floor(at.getTime() / 1000) * 1000)
  })
  clock.now = now
  await batchAdopted(store)
  await tick(services)
  await readOldNotifications(store, now)
}

/**
 * The clock of those days: it ran each morning when the office opened, and of late it also invited. What is due today
 * follows at the end.
 */
async function* clockOf({ services, days }: Stage, first: Day): Life {
  const invitesFrom = addDays(days.today, -daysInvited)
  for (let day = first; day <= days.today; day = addDays(day, 1)) {
    yield days.at(day, 10)
    await walkSteps(services)
    await walkCards(services)
    if (day >= invitesFrom) await planDays(services)
  }
}

/** Only notifications of the last two days are still unread. */
const readOldNotifications = (store: Store, now: Date) => {
  const until = new Date(now.getTime() - 48 * hour)
  return store.commit([store.db.update(notifications).set({ readAt: until }).where(lte(notifications.at, until))])
}
