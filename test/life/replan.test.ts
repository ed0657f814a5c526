import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { enterHolidayNotice, withdrawDays } from '#actions/community/edit-calendar.ts'
import { placeEvent } from '#actions/event-log.ts'
import { effectOf, replan } from '#actions/wishes/replan.ts'
import { newId } from '#auth/hashing.ts'
import { communityById } from '#db/community/area-rows.ts'
import { claims, events, holidayDays, holidayNotices, notifications, wishes } from '#db/schema/tables.ts'
import type { Person } from '#domain/people/actor.ts'
import type { NewHolidayNotice } from '#domain/time/holiday-notice.ts'
import { replay } from '#domain/wish/apply.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'
import { tick } from '#jobs/run-clock.ts'
import { eachStore } from '#test/support/stores.ts'
import { community, outcome } from './cast.ts'

const beijing = (text: string) => new Date(`${text}+08:00`)
const endOf = (day: string) => beijing(`${day}T23:59:59`)
const monday = beijing('2026-11-02T10:00:00')
const publish = { action: 'publish', publicText: '', approvesValue: false } as const
const closed = (day: string, until = day, kind: 'rest' | 'work' = 'rest'): NewHolidayNotice => ({
  ...{ layer: 'community', year: null, title: '', reference: '', issuedOn: '2026-11-02', provisional: false },
  runs: [{ day, until, kind, name: 'burst pipe', line: 1 }],
})
const admin: Person = {
  ...{ kind: 'person', id: 'finn', name: 'finn' },
  roles: [{ role: 'administrator', areaId: 'top', communityId: null, path: 'top/' }],
}

eachStore((open) => {
  /** ben and cleo each have a wish in hand since Monday morning, due on Thursday. */
  async function place(now = monday) {
    const store = await open()
    const here = await community(store, now)
    const anna = await here.staff('anna', 'gridWorker')
    const dora = await here.staff('dora', 'secretary')
    const [ben, cleo] = (await here.volunteers(['ben', 'cleo'])) as [Person, Person]
    const taken = async (who: Person) => {
      const wish = await here.post(anna)
      await here.move(dora, wish, publish)
      await here.claim(who, wish, who.id)
      return here.fresh(wish)
    }
    const enter = async (notice: NewHolidayNotice, by: Person = dora) => {
      const scope = by === admin ? null : await communityById(store.db, 'c')
      const entered = await enterHolidayNotice(here.services, by, scope, newId(), notice)
      if (!entered?.ok) throw new Error(`not entered: ${JSON.stringify(entered)}`)
      return entered.answer
    }
    const stream = async (of: Wish) => {
      const rows = await store.db.select().from(events).where(eq(events.stream, of.id)).orderBy(asc(events.seq))
      return rows as unknown as readonly WishEvent[]
    }
    const acts = async (of: Wish) => (await stream(of)).map(({ action }) => action).join(' ')
    const waiting = async () =>
      (await store.db.select().from(holidayNotices)).filter((row) => row.replannedAt === null).length
    return { ...here, store, anna, dora, ben, cleo, mine: await taken(ben), taken, enter, stream, acts, waiting }
  }

  test('a closure moves due date and promise at once: an event of the clock, notifications to those concerned, the resident to be called', async () => {
    const { services, store, mine, enter, fresh, stream, acts, waiting } = await place()
    expect(mine.dueAt).toEqual(endOf('2026-11-05'))
    const scope = await communityById(store.db, 'c')
    expect(await effectOf(services, scope, closed('2026-11-04'))).toEqual({
      ...{ count: 1, onlyFirst: null },
      earliest: { from: '2026-11-05', to: '2026-11-06' },
      latest: { from: '2026-11-05', to: '2026-11-06' },
    })
    expect(await acts(mine)).toBe('post publish claim')

    await enter(closed('2026-11-04'))

    const after = await fresh(mine)
    expect([after.dueAt, after.promiseAt]).toEqual([endOf('2026-11-06'), endOf('2026-11-06')])
    expect(after.informSince).toEqual(monday)
    expect(await acts(mine)).toBe('post publish claim replan')
    const told = await stream(mine)
    expect(told.at(-1)).toMatchObject({ actorId: 'clock', state: 'claimed' })
    expect(after).toEqual(replay(told))
    expect((await store.db.select().from(claims))[0]?.dueAt).toEqual(endOf('2026-11-06'))
    const rows = await store.db.select().from(notifications).where(eq(notifications.kind, 'replan'))
    expect(rows.map(({ personId }) => personId).sort()).toEqual(['anna', 'ben'])
    expect(await waiting()).toBe(0)
  })

  test('what one run leaves the next ticks finish, each wish once, however many clocks run', async () => {
    const { services, store, clock, mine, cleo, taken, enter, acts, waiting } = await place()
    const other = await taken(cleo)
    // As if the machine had stopped right after the notice was saved.
    await enter(closed('2026-12-24'))
    await store.commit([
      store.db.update(holidayDays).set({ day: '2026-11-04', until: '2026-11-04' }),
      store.db.update(holidayNotices).set({ replannedAt: null }),
      // The calendar is read again after the event that every change of it writes.
      placeEvent(store, 'calendar:c', {
        ...{ action: 'notice-entered', actorId: 'dora', communityId: 'c', now: clock.now, data: {} },
      }),
    ])

    expect(await replan(services, 1)).toBe(1)
    expect(await waiting()).toBe(1)
    await Promise.all([tick(services), tick(services)])
    await tick(services)

    expect(await waiting()).toBe(0)
    expect([await acts(mine), await acts(other)]).toEqual(Array(2).fill('post publish claim replan'))
  })

  test('no claim is taken back for a day on which the community was closed if the closure was announced a day late', async () => {
    const { services, clock, mine, enter, fresh } = await place()
    clock.now = beijing('2026-11-06T09:00:00')
    await enter(closed('2026-11-05'))
    clock.now = beijing('2026-11-06T23:59:59')
    await tick(services)

    expect(await fresh(mine)).toMatchObject({ state: 'claimed', dueAt: endOf('2026-11-06') })
  })

  test('a delivery’s call-back moves too; a date that was moved does not come back when its day is withdrawn', async () => {
    const { services, store, mine, ben, dora, move, enter, fresh, acts } = await place()
    await move(ben, mine, { action: 'deliver' })
    expect((await fresh(mine)).callbackDueAt).toEqual(endOf('2026-11-05'))

    await enter(closed('2026-11-03', '2026-11-04'))
    expect((await fresh(mine)).callbackDueAt).toEqual(endOf('2026-11-09'))

    const [run] = await store.db.select().from(holidayDays)
    const scope = await communityById(store.db, 'c')
    expect(await withdrawDays(services, dora, scope, [run?.id ?? ''])).toBe(true)
    await tick(services)
    expect((await fresh(mine)).callbackDueAt).toEqual(endOf('2026-11-09'))
    expect(await acts(mine)).toBe('post publish claim deliver replan')
  })

  test('a worked Saturday that is withdrawn moves what had counted with it', async () => {
    const { services, store, clock, dora, enter, taken, cleo, fresh } = await place()
    await enter(closed('2026-11-07', '2026-11-07', 'work'))
    clock.now = beijing('2026-11-05T10:00:00')
    const wish = await taken(cleo)
    expect(wish.dueAt).toEqual(endOf('2026-11-09'))

    const [run] = await store.db.select().from(holidayDays)
    await withdrawDays(services, dora, await communityById(store.db, 'c'), [run?.id ?? ''])

    expect((await fresh(wish)).dueAt).toEqual(endOf('2026-11-10'))
  })

  test('the notice of the year moves what passes the year’s end, and what is over stays as it is', async () => {
    const { clock, services, store, mine, ben, cleo, move, taken, enter, fresh, acts } = await place()
    await move(ben, mine, { action: 'withdraw', reason: 'met-otherwise' })
    clock.now = beijing('2026-12-30T10:00:00')
    const late = await taken(cleo)
    expect(late.dueAt).toEqual(endOf('2027-01-05'))
    const run = { day: '2027-01-01', until: '2027-01-04', kind: 'rest', name: 'new-year', line: 1 } as const
    const year = { ...closed('2027-01-01'), layer: 'national', year: 2027, title: 'Notice', runs: [run] } as const
    expect(await effectOf(services, null, year)).toMatchObject({ count: 1 })

    await enter(year, admin)

    expect((await fresh(late)).dueAt).toEqual(endOf('2027-01-06'))
    expect(await acts(mine)).not.toContain('replan')
    const [event] = await store.db.select().from(events).where(eq(events.stream, 'calendar:*'))
    expect(event).toMatchObject({
      action: 'notice-entered',
      data: { year: 2027, days: ['rest 2027-01-01 2027-01-04'] },
    })
  })

  test('a closure changes the clock’s next steps even where no date moves, and informs no one', async () => {
    const { services, store, clock, anna, dora, post, move, enter, fresh, stream, acts } = await place()
    const toCheck = await post(anna)
    const onBoard = await post(anna)
    await move(dora, onBoard, publish)
    const nextOf = async (wish: Wish) => {
      const { nextStep, nextAt } = await fresh(wish)
      return [nextStep, nextAt]
    }
    expect(await nextOf(toCheck)).toEqual(['check', beijing('2026-11-04T10:00:00')])
    expect(await nextOf(onBoard)).toEqual(['push', beijing('2026-11-06T10:00:00')])
    const scope = await communityById(store.db, 'c')
    const before = (await store.db.select().from(notifications)).length

    // Only ben's claim has a date that counts the day; on the two others a reminder hangs.
    expect(await effectOf(services, scope, closed('2026-11-03'))).toMatchObject({ count: 1 })
    await enter(closed('2026-11-03'))

    expect(await nextOf(toCheck)).toEqual(['check', beijing('2026-11-05T10:00:00')])
    expect(await nextOf(onBoard)).toEqual(['push', beijing('2026-11-07T10:00:00')])
    const { dueAt, promiseAt, callbackDueAt } = await fresh(toCheck)
    expect([dueAt, promiseAt, callbackDueAt]).toEqual([null, null, null])
    for (const wish of [toCheck, onBoard]) expect(await fresh(wish)).toEqual(replay(await stream(wish)))
    // Of the claim two people are told; of the others no one.
    expect((await store.db.select().from(notifications)).length).toBe(before + 2)

    clock.now = beijing('2026-11-05T09:59:59')
    await tick(services)
    expect(await acts(toCheck)).toBe('post replan')
    clock.now = beijing('2026-11-05T10:00:00')
    await tick(services)
    expect(await acts(toCheck)).toBe('post replan remind')
  })

  test('a closure on the day of grace moves the taking back of an overdue claim, and not the date that was missed', async () => {
    const { services, clock, mine, enter, fresh } = await place()
    for (const at of ['2026-11-03T10:00:00', '2026-11-05T10:00:00', '2026-11-06T10:00:00']) {
      clock.now = beijing(at)
      await tick(services)
    }
    expect(await fresh(mine)).toMatchObject({ nextStep: 'lapse', nextAt: beijing('2026-11-07T00:00:00') })

    await enter(closed('2026-11-06'))

    const after = { state: 'claimed', dueAt: endOf('2026-11-05') }
    expect(await fresh(mine)).toMatchObject({ ...after, nextStep: 'lapse', nextAt: beijing('2026-11-10T00:00:00') })
    clock.now = beijing('2026-11-09T23:59:59')
    await tick(services)
    expect(await fresh(mine)).toMatchObject(after)
    clock.now = beijing('2026-11-10T00:00:00')
    await tick(services)
    expect(await fresh(mine)).toMatchObject({ state: 'open' })
  })

  test('where no date moves nothing is written', async () => {
    const { services, store, mine, anna, enter, move, acts } = await place()
    await enter(closed('2026-11-30'))
    await enter(closed('2026-11-07', '2026-11-08'))

    expect(await acts(mine)).toBe('post publish claim')
    expect(outcome(await move(anna, mine, { action: 'replan' }))).toBe('not-allowed')
    expect(outcome(await move({ kind: 'clock' } as never, mine, { action: 'replan' }))).toBe('nothing-moves')
    expect(await replan(services)).toBe(0)
    expect((await store.db.select().from(wishes))[0]?.informSince).toBeNull()
  })
})
