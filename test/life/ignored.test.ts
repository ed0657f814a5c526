import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { areas, events, notifications, people, roles, wishes } from '#db/schema/tables.ts'
import { replay } from '#domain/wish/apply.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'
import { tick } from '#jobs/run-clock.ts'
import { eachStore } from '#test/support/stores.ts'
import { community } from './cast.ts'

const beijing = (text: string) => new Date(`${text}+08:00`)
const monday = beijing('2026-11-02T11:00:00')
const publish = { action: 'publish', publicText: '', approvesValue: false } as const

eachStore((open) => {
  /** anna and clara work in the grid, dora is secretary, eve supervises the street, ben and cleo volunteer. */
  async function place() {
    const store = await open()
    const here = await community(store, monday)
    const anna = await here.staff('anna', 'gridWorker')
    await here.staff('clara', 'gridWorker')
    const dora = await here.staff('dora', 'secretary')
    const [ben] = await here.volunteers(['ben', 'cleo'])
    if (!ben) throw new Error('the cast is incomplete')
    const role = { role: 'supervisor', areaId: 't', fromDay: '2026-01-05', grantedAt: monday } as const
    await store.commit([
      store.db.insert(areas).values({ id: 't', kind: 'township', path: 't/', name: 'Street' }),
      store.db.update(areas).set({ path: 't/c/' }).where(eq(areas.id, 'c')),
      store.db.insert(people).values({ id: 'eve', phone: '19955555555', name: 'eve', createdAt: monday }),
      store.db.insert(roles).values({ id: 'eve-supervises', personId: 'eve', ...role }),
    ])
    const streamOf = async (id: string) => {
      const rows = await store.db.select().from(events).where(eq(events.stream, id)).orderBy(asc(events.seq))
      return rows as unknown as readonly WishEvent[]
    }
    /** When, what, and who was told of it. */
    const walked = async (id: string) => {
      const told = await store.db.select().from(notifications).where(eq(notifications.stream, id))
      return (await streamOf(id))
        .filter(({ actorId }) => actorId === 'clock')
        .map(({ at, action, seq, data }) => {
          const persons = told.filter((notice) => notice.seq === seq).map(({ personId }) => personId)
          const local = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
          return `${local} ${data.step ?? action}${persons.length ? `: ${persons.sort().join(' ')}` : ''}`
        })
    }
    return { ...here, store, anna, dora, ben, streamOf, walked }
  }

  /** Lets the clock run whenever something is due, and once more right behind, as two clocks would. */
  async function pass(here: Awaited<ReturnType<typeof place>>, until: Date) {
    for (;;) {
      const [next] = await here.store.db
        .select({ at: wishes.nextAt })
        .from(wishes)
        .orderBy(asc(wishes.nextAt))
        .limit(1)
        .where(eq(wishes.communityId, 'c'))
      if (!next?.at || next.at > until) return
      here.clock.now = next.at
      await tick(here.services)
      await tick(here.services)
    }
  }

  test('a wish that everybody ignores walks through every step, each on its day, to its owner, once', async () => {
    const here = await place()
    const wish = await here.post(here.anna)
    await pass(here, beijing('2026-11-05T12:00:00'))
    await here.move(here.dora, wish, publish)
    await pass(here, beijing('2026-12-05T12:00:00'))

    expect(await here.walked(wish.id)).toEqual([
      '2026-11-04 10:00 check: dora',
      '2026-11-10 10:00 push: ben cleo',
      '2026-11-14 10:00 secretary: dora',
      '2026-11-18 10:00 ask: anna clara',
      '2026-11-25 10:00 street: eve',
      '2026-12-01 00:00 carry',
      '2026-12-02 10:00 ask: anna clara',
    ])
    const stream = await here.streamOf(wish.id)
    expect(await here.fresh(wish)).toEqual(replay(stream))
  })

  test('a claim that is forgotten is called to mind twice, taken back, and the next ones are invited at once', async () => {
    const here = await place()
    const wish = await here.post(here.anna)
    await here.move(here.dora, wish, publish)
    await here.claim(here.ben, wish, 'ben')
    await pass(here, beijing('2026-11-20T12:00:00'))

    expect(await here.walked(wish.id)).toEqual([
      '2026-11-03 11:00 contact: ben',
      '2026-11-05 10:00 due: ben',
      '2026-11-06 10:00 overdue: anna ben dora',
      '2026-11-07 00:00 lapse: anna ben cleo dora',
      '2026-11-12 10:00 push: cleo',
      '2026-11-18 10:00 secretary: dora',
    ])
    expect(await here.fresh(wish)).toMatchObject({ state: 'open', claimantId: null })
  })

  test('a delivery without a callback causes one reminder', async () => {
    const here = await place()
    const wish = await here.post(here.anna)
    await here.move(here.dora, wish, publish)
    await here.claim(here.ben, wish, 'ben')
    await here.move(here.ben, wish, { action: 'deliver' })
    await pass(here, beijing('2027-01-05T12:00:00'))

    expect(await here.walked(wish.id)).toEqual(['2026-11-06 10:00 callback: anna clara dora'])
  })

  test('a referral is asked after again and again, until its answer is in and the resident knows', async () => {
    const here = await place()
    const wish = await here.post(here.anna)
    await here.move(here.dora, wish, { action: 'refer', reason: 'policy' })
    await pass(here, beijing('2026-11-20T12:00:00'))
    await here.move(here.dora, wish, { action: 'answer', how: 'referral', told: 'phone' })
    await pass(here, beijing('2026-12-31T12:00:00'))

    expect(await here.walked(wish.id)).toEqual([
      '2026-11-10 10:00 referral: anna clara dora',
      '2026-11-18 10:00 referral: anna clara dora',
    ])
    expect(await here.fresh(wish)).toMatchObject({ state: 'answered', endReason: 'answered' })
  })

  test('a monthly wish comes back as a draft for the grid worker, once a month', async () => {
    const here = await place()
    const wish = await here.post(here.anna, { every: 'month' })
    await here.move(here.dora, wish, publish)
    await here.claim(here.ben, wish, 'ben')
    await here.move(here.ben, wish, { action: 'deliver' })
    await here.move(here.dora, wish, { action: 'confirm', how: 'call', speaker: 'resident', satisfaction: 'satisfied' })
    await pass(here, beijing('2027-03-01T12:00:00'))

    const rows = await here.store.db.select().from(wishes)
    expect(rows.map(({ state, repeatOf }) => [state, repeatOf])).toEqual([
      ['fulfilled', null],
      ['draft', wish.id],
    ])
    expect(await here.walked(wish.id)).toEqual(['2026-12-01 10:00 repeat'])
    expect(await here.walked(rows[1]?.id as string)).toEqual(['2026-12-01 10:00 draft: anna clara'])
  })

  test('after a week without a clock all that was missed is made at once, each step once, and the clock goes on', async () => {
    const here = await place()
    const wish = await here.post(here.anna)
    await here.move(here.dora, wish, publish)
    here.clock.now = beijing('2026-11-27T09:00:00')
    await Promise.all([tick(here.services), tick(here.services), tick(here.services)])
    await tick(here.services)

    const steps = (await here.walked(wish.id)).map((line) => line.split(' ').slice(1).join(' '))
    expect(steps).toEqual([
      '09:00 push: ben cleo',
      '09:00 secretary: dora',
      '09:00 ask: anna clara',
      '09:00 street: eve',
    ])
    expect(await here.fresh(wish)).toMatchObject({ nextStep: 'carry', nextAt: beijing('2026-12-01T00:00:00') })
  })
})
