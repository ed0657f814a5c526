import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, gt } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moveWish } from '#actions/wishes/move-wish.ts'
import { communityById } from '#db/community/area-rows.ts'
import { lastPosition } from '#db/ledger/ledger-rows.ts'
import { countMonth } from '#db/months/month-rows.ts'
import { loadPerson } from '#db/people/people-rows.ts'
import { areas, events, invitationPlans, people, wishes } from '#db/schema/tables.ts'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import type { Jump } from '#domain/jump.ts'
import { type Period, periodOf } from '#domain/month/figures.ts'
import type { Person } from '#domain/people/actor.ts'
import { accounts } from '#src/demo/people/accounts.ts'
import { rehearsalOf } from '#src/demo/rehearsal/demo-rehearsal.ts'
import { seedDemo } from '#src/demo/seed.ts'
import { noPhotos, type Services } from '#src/services.ts'
import { migrationsFolder } from '#test/support/stores.ts'

const config = {
  publicUrl: 'http://127.0.0.1:3000',
  secret: 'a secret that only these tests know, long',
  logSeed: 'a secret that only these tests know, long',
  isDemo: true,
}
const saturday = new Date('2026-10-31T17:00:00+08:00')
const folder = mkdtempSync(join(tmpdir(), 'micro-wish-lively-'))
const told = join(folder, 'told.db')
const opened: SqliteStore[] = []
beforeAll(async () => {
  const store = openSqlite(told)
  store.migrate(migrationsFolder)
  await seedDemo({ store, config, now: saturday, passwordHash: 'none' })
  store.close()
})
afterAll(() => {
  for (const store of opened) store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The sample community on the last Saturday of October, as `npm run demo -- --at 2026-10-31T17:00` has it. */
async function sample() {
  const own = join(folder, `${opened.length}.db`)
  copyFileSync(told, own)
  const store = openSqlite(own)
  store.raw.pragma('synchronous = OFF')
  opened.push(store)
  let now = saturday
  const services: Services = { store, config, photos: noPhotos, now: () => now }
  const clock = {
    now: services.now,
    moveTo: (at: Date) => {
      now = at
    },
    isMoved: () => true,
  }
  const rehearsal = rehearsalOf(services, clock)
  const [row] = await store.db.select({ id: areas.id }).from(areas).where(eq(areas.kind, 'community'))
  const community = await communityById(store.db, row?.id ?? '')
  if (!community) throw new Error('the sample has no community')
  return {
    store,
    services,
    forward: (jump: Jump, isLively = true) => rehearsal.forward(jump, { isLively }),
    factsOf: async (month: string) =>
      (await countMonth(store.db, community, periodOf(month, community.zone, now) as Period, now)).facts,
    /** What someone has done since that event. */
    actsOf: async (phone: string, since: number) => {
      const [who] = await store.db.select({ id: people.id }).from(people).where(eq(people.phone, phone))
      const isTheirs = and(gt(events.pos, since), eq(events.actorId, who?.id ?? ''))
      return (await store.db.select({ action: events.action }).from(events).where(isTheirs)).map(({ action }) => action)
    },
    secretary: async () => {
      const [who] = await store.db.select({ id: people.id }).from(people).where(eq(people.phone, accounts.secretary))
      return (await loadPerson(store.db, who?.id ?? '', now)) as Person
    },
    inState: async (state: string) => (await store.db.select().from(wishes).where(eq(wishes.state, state))).length,
    told: async () =>
      (await store.db.select({ action: events.action, at: events.at }).from(events).orderBy(events.pos)).map(
        ({ action, at }) => `${action} ${at.toISOString()}`,
      ),
  }
}

describe('a month that is put forward', { timeout: 120_000 }, () => {
  test('with everyone at work ends as one to review, and leaves the newest to the person rehearsing', async () => {
    const place = await sample()
    await place.forward('month')
    const before = await lastPosition(place.store.db)
    await place.forward('month')
    const facts = await place.factsOf('2026-11')
    const of = (key: string) => facts[key] ?? 0

    for (const key of ['published', 'claimed', 'due', 'deliveries', 'called', 'satisfied', 'direct'])
      expect([key, of(key) >= 10]).toEqual([key, true])
    expect(of('on-time')).toBeGreaterThan(of('due') / 2)
    expect(of('on-time')).toBeLessThan(of('due'))
    expect(await place.inState('submitted')).toBeGreaterThanOrEqual(3)
    expect(await place.inState('open')).toBeGreaterThanOrEqual(3)
    expect(await place.inState('delivered')).toBeGreaterThanOrEqual(1)
    // Whom a visitor can be as a volunteer has done nothing meanwhile.
    for (const phone of [accounts.volunteer, accounts.secondVolunteer])
      expect(await place.actsOf(phone, before)).toEqual([])
  })

  test('goes the same way each time', async () => {
    const [one, other] = [await sample(), await sample()]
    for (const place of [one, other]) {
      await place.forward('month')
      for (let day = 0; day < 5; day++) await place.forward('day')
    }
    expect(await one.told()).toEqual(await other.told())
  })

  test('with no one at work is one in which only the clock acts', async () => {
    const place = await sample()
    await place.forward('month', false)
    const before = await lastPosition(place.store.db)
    for (let day = 0; day < 4; day++) await place.forward('day', false)

    const later = await place.store.db.select().from(events).where(gt(events.pos, before))
    expect(new Set(later.map(({ actorId }) => actorId))).toEqual(new Set(['clock']))
    expect((await place.factsOf('2026-11')).published).toBe(0)
    const plans = await place.store.db.select().from(invitationPlans)
    const since = plans.filter(({ day }) => day >= '2026-11-01')
    expect(since.map(({ day, at }) => [day, at.toISOString()])).toEqual(
      ['01', '02', '03', '04'].map((n) => [`2026-11-${n}`, `2026-11-${n}T02:00:00.000Z`]),
    )
  })

  test('still works after a person has acted in between', async () => {
    const place = await sample()
    for (let day = 0; day < 4; day++) {
      await place.forward('day')
      const [open] = await place.store.db.select().from(wishes).where(eq(wishes.state, 'open'))
      if (open)
        await moveWish(place.services, await place.secretary(), {
          code: open.code,
          orders: [{ action: 'withdraw', reason: 'moved' }],
        })
    }
    expect(await place.inState('withdrawn')).toBeGreaterThanOrEqual(4)
  })
})
