import { asc, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { hashPassword, isPassword } from '#auth/passwords.ts'
import { loadPerson } from '#db/people/people-rows.ts'
import {
  areas,
  claims,
  consents,
  events,
  people,
  registrations,
  residents,
  units,
  volunteers,
  wishes,
} from '#db/schema/tables.ts'
import type { SqliteStore } from '#db/store/sqlite.ts'
import { wishOf } from '#db/wishes/wish-rows.ts'
import type { Person } from '#domain/people/actor.ts'
import { localDay, localMonth } from '#domain/time/workdays.ts'
import { isDissatisfied, type Satisfaction } from '#domain/vocabulary.ts'
import { replay } from '#domain/wish/apply.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'
import { accounts, demoPassword } from '#src/demo/people/accounts.ts'
import { seedDemo } from '#src/demo/seed.ts'
import { migrated } from '#test/support/migrated.ts'

const zone = 'Asia/Shanghai'
const config = {
  publicUrl: 'http://127.0.0.1:3000',
  secret: 'a secret that only these tests know, long enough',
  logSeed: 'a seed that only these tests know, long enough',
  isDemo: true,
}
const beijing = (text: string) => new Date(`${text}+08:00`)
const opened: SqliteStore[] = []
afterAll(() => {
  for (const store of opened) store.close()
})

async function demoAt(now: Date, passwordHash = 'none') {
  const store = migrated()
  opened.push(store)
  await seedDemo({ store, config, now, passwordHash })
  const all = (await store.db.select().from(wishes)).map(wishOf)
  const personOf = async (phone: string) => {
    const [row] = await store.db.select().from(people).where(eq(people.phone, phone))
    return { ...(row as typeof people.$inferSelect), ...((await loadPerson(store.db, row?.id ?? '', now)) as Person) }
  }
  return { db: store.db, wishes: all, personOf, inState: (state: string) => all.filter((wish) => wish.state === state) }
}

describe.each([
  ['a Monday at nine', '2026-11-23T09:00:00'],
  ['a Monday afternoon', '2026-11-23T14:20:00'],
  ['a Saturday make-up day', '2026-10-10T12:00:00'],
  ['a Sunday night', '2026-11-22T23:30:00'],
  ['New Year', '2026-01-01T12:00:00'],
  ['the first of March', '2026-03-01T10:00:00'],
  ['the last minute of a month', '2026-11-30T23:59:00'],
  ['the middle of the Spring Festival', '2026-02-18T00:00:00'],
  ['the National Day week', '2026-10-03T15:00:00'],
  ['a year that no notice has settled', '2027-01-01T00:01:00'],
])('on %s', (_name, text) => {
  const now = beijing(text)

  test('every state, every step and what each account should find are there', async () => {
    const demo = await demoAt(now)
    const { db, inState } = demo
    const told = await db.select({ action: events.action, at: events.at }).from(events)

    expect(new Set(demo.wishes.map((wish) => wish.state))).toEqual(
      new Set(['draft', 'submitted', 'open', 'claimed', 'delivered', 'fulfilled', 'referred', 'answered', 'withdrawn']),
    )
    const acts = 'claim confirm deliver lapse post publish rate refer release remind reopen return schedule try undo'
    const seen = new Set(told.map((event) => event.action))
    const staffs = ['knowledge-added', 'answer', 'follow', 'month-signed', 'notice-entered']
    const others = ['volunteer-registered', 'withdraw', ...staffs]
    expect([...acts.split(' '), ...others].filter((act) => !seen.has(act))).toEqual([])
    expect(told.filter((event) => event.at > now)).toEqual([])
    expect(told.filter((event) => event.action === 'kept-due')).toHaveLength(1)
    expect(await db.select().from(registrations).where(eq(registrations.state, 'pending'))).toHaveLength(2)
    expect(new Set(inState('open').map((wish) => wish.urgency))).toEqual(new Set(['red', 'yellow', 'blue']))
    expect(inState('open').length).toBeGreaterThanOrEqual(12)
    expect(inState('open').length).toBeLessThanOrEqual(18)
    expect(inState('claimed').filter((wish) => wish.dueAt && now > wish.dueAt).length).toBeGreaterThanOrEqual(2)
    expect(inState('delivered').some((wish) => (wish.callbackDueAt as Date) > now)).toBe(true)

    const [first, second] = [await demo.personOf(accounts.volunteer), await demo.personOf(accounts.secondVolunteer)]
    const inHand = inState('claimed').filter((wish) => wish.claimantId === first.id)
    expect(inHand).toHaveLength(1)
    expect(new Date((inHand[0]?.visitAt?.getTime() as number) + 8 * 3600_000).getUTCDay()).toBe(6)
    expect(inHand[0]?.visitAt?.getTime()).toBeGreaterThan(now.getTime())
    expect(inState('claimed').filter((wish) => wish.claimantId === second.id)).toEqual([])
    const yesterday = localDay(new Date(now.getTime() - 24 * 3600_000), zone)
    const delivered = inState('delivered').filter((wish) => wish.claimantId === second.id)
    expect(delivered.map((wish) => localDay(wish.deliveredAt as Date, zone))).toEqual([yesterday])

    // A visitor who signs in as a volunteer can claim: neither their own limit nor their work unit's is reached.
    const taken = await db.select().from(claims)
    for (const { id } of [first, second]) {
      const [{ unitId } = { unitId: null }] = await db.select().from(volunteers).where(eq(volunteers.personId, id))
      const month = localMonth(now, zone)
      const slots = taken.filter((claim) => claim.unitId === unitId && claim.month === month && claim.monthSlot)
      expect(slots.length).toBeLessThanOrEqual(3)
    }
    expect(taken.filter((claim) => claim.extra)).toEqual([])
  })
})

describe('on an ordinary day', () => {
  const now = beijing('2026-11-23T14:20:00')
  const demo = demoAt(now)

  test('there are four grids, forty residents, twenty volunteers of eight work units and three months of wishes', async () => {
    const { db, wishes: all } = await demo
    const published = all.flatMap((wish) => (wish.publishedAt ? [wish.publishedAt] : []))
    const files = await db.select().from(residents)
    const roll = await db.select().from(volunteers)

    expect(await db.select().from(areas).where(eq(areas.kind, 'grid'))).toHaveLength(4)
    expect(await db.select().from(areas).where(eq(areas.kind, 'community'))).toMatchObject([{ slug: 'demo' }])
    expect(files.length).toBeGreaterThanOrEqual(44)
    expect(new Set(files.map((file) => file.building)).size).toBeGreaterThanOrEqual(12)
    expect(roll).toHaveLength(24)
    expect(roll.filter((row) => row.state === 'inactive').length).toBeGreaterThan(0)
    expect(await db.select().from(units)).toHaveLength(8)
    expect(all.length).toBeGreaterThanOrEqual(120)
    expect(new Set(published.map((at) => localMonth(at, zone))).size).toBeGreaterThanOrEqual(3)
  })

  test('what waits unpublished for consent belongs to residents who were never asked', async () => {
    const { db, inState } = await demo
    const asked = new Set((await db.select().from(consents)).map((row) => row.residentId))
    const files = await db.select().from(residents)

    expect(files.filter((file) => !asked.has(file.id))).toHaveLength(3)
    expect(inState('submitted').filter((wish) => wish.source === 'list')).toHaveLength(3)
  })

  test('about nine in ten are delivered in time and nineteen in twenty are content', async () => {
    const { db, wishes: all } = await demo
    const due = all.filter((wish) => wish.promiseAt && wish.promiseAt < now && !wish.endedAt)
    const called = (await db.select().from(claims)).filter((claim) => claim.calledAt && claim.satisfaction)
    const content = called.filter((claim) => !isDissatisfied(claim.satisfaction as Satisfaction))

    const onTime = due.filter(
      ({ state, deliveredAt, promiseAt }) =>
        state === 'fulfilled' && deliveredAt !== null && promiseAt !== null && deliveredAt <= promiseAt,
    )
    expect(onTime.length / due.length).toBeGreaterThan(0.82)
    expect(onTime.length / due.length).toBeLessThan(0.97)
    expect(content.length / called.length).toBeGreaterThan(0.92)
    expect(content.length).toBeLessThan(called.length)
  })

  test('the replay of every stream is its row, to the last column', async () => {
    const { db, wishes: all } = await demo
    for (const wish of all) {
      const stream = await db.select().from(events).where(eq(events.stream, wish.id)).orderBy(asc(events.seq))
      expect(replay(stream as unknown as WishEvent[])).toEqual(wish)
    }
  })

  test('events are written in the order in which they happened', async () => {
    const { db } = await demo
    const told = await db.select({ at: events.at }).from(events).orderBy(asc(events.pos))
    const times = told.map((event) => event.at.getTime())

    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  test('no call, posting or publication happens at night', async () => {
    const { db } = await demo
    const told = await db.select({ at: events.at, actorId: events.actorId }).from(events)
    const hours = told.filter((event) => event.actorId !== 'clock').map((event) => (event.at.getUTCHours() + 8) % 24)

    expect(hours.filter((hour) => hour < 10 || hour >= 20)).toEqual([])
  })

  test('the same moment tells the same story', async () => {
    const shape = (all: Awaited<typeof demo>['wishes']) =>
      all.map((wish) => `${wish.postedAt.toISOString()} ${wish.itemId} ${wish.state} ${wish.seq}`)

    expect(shape((await demoAt(now)).wishes)).toEqual(shape((await demo).wishes))
  })
})

test('all six accounts sign in with the printed password and have the printed role', async () => {
  const { personOf } = await demoAt(beijing('2026-11-23T14:20:00'), await hashPassword(demoPassword))
  const held: Record<string, readonly string[]> = {}
  for (const [who, phone] of Object.entries(accounts)) {
    const person = await personOf(phone)
    expect(await isPassword(demoPassword, person.passwordHash)).toBe(true)
    held[who] = person.roles.map((role) => role.role)
  }

  expect(held).toEqual({
    gridWorker: ['gridWorker', 'gridWorker'],
    volunteer: ['volunteer'],
    secondVolunteer: ['volunteer'],
    secretary: ['secretary'],
    supervisor: ['supervisor'],
    administrator: ['administrator'],
  })
})
