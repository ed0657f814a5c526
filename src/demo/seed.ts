import { lte } from 'drizzle-orm'
import { loadPerson } from '#db/people.ts'
import { notices } from '#db/schema.ts'
import type { Store } from '#db/store.ts'
import type { Person } from '#domain/actor.ts'
import { addDays, calendarOf, type Day, monthsBefore } from '#domain/calendar.ts'
import { walkSteps } from '#jobs/clock.ts'
import { tick } from '#jobs/tick.ts'
import type { Config } from '#src/config.ts'
import { noPhotos, type Services } from '#src/services.ts'
import { activityPlanned } from './activity.ts'
import { closuresToday } from './closures.ts'
import { daysAround } from './days.ts'
import { deskToday } from './desk.ts'
import { intakeToday } from './intake.ts'
import { answersWritten } from './knowledge.ts'
import { monthsBehind } from './months.ts'
import { registrationsToday } from './newcomers.ts'
import { peopleRows, type StaffKey } from './people.ts'
import { placeRows, zone } from './place.ts'
import { randomFrom } from './random.ts'
import { residentRows } from './residents.ts'
import { monthsSigned } from './signed.ts'
import type { Stage } from './stage.ts'
import { type Life, play } from './timeline.ts'
import { boardToday, claimsToday, deliveriesToday } from './today.ts'
import { waitsToday } from './waits.ts'

type Seeding = {
  readonly store: Store
  readonly config: Config
  readonly now: Date
  readonly passwordHash: string
}

/**
 * Fills an empty, migrated store with a community of invented people and its last three months as they would have been
 * lived up to `now`: every wish goes through the actions that the pages use. Throws where one of them is refused.
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
  const services: Services = { store, config, photos: noPhotos, now: () => clock.now }
  const load = async (id: string) => (await loadPerson(store.db, id, now)) as Person
  const staff = Object.fromEntries(
    await Promise.all(Object.entries(people.staff).map(async ([key, id]) => [key, await load(id)] as const)),
  ) as Record<StaffKey, Person>
  const persons = new Map(await Promise.all(people.volunteers.map(async ({ id }) => [id, await load(id)] as const)))
  const random = randomFrom(20260701)
  const told = { reserved: [], neighbours, used: new Set<string>(), volunteers: people.volunteers }
  const stage: Stage = { services, days, random, staff, persons, ...told }

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
  const around = [...newcomers, ...intakeToday(stage, place.communityId), activityPlanned(stage, place.communityId)]
  const lives = [clockOf(stage, first), ...closures, ...today, ...around, ...monthsBehind(stage), ...signatures]
  await play(lives, now, (at) => {
    clock.now = new Date(Math.floor(at.getTime() / 1000) * 1000)
  })
  clock.now = now
  await tick(services)
  await readOldNotices(store, now)
}

/** The clock of those days: it ran each morning as the office opened. What is left to do today follows at the end. */
async function* clockOf({ services, days }: Stage, first: Day): Life {
  for (let day = first; day <= days.today; day = addDays(day, 1)) {
    yield days.at(day, 10)
    await walkSteps(services)
  }
}

/** Only the news of the last two days is still unread. */
const readOldNotices = (store: Store, now: Date) => {
  const until = new Date(now.getTime() - 48 * 3600 * 1000)
  return store.commit([store.db.update(notices).set({ readAt: until }).where(lte(notices.at, until))])
}
