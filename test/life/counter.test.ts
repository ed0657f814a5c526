import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { enterHolidayNotice } from '#actions/community/edit-calendar.ts'
import { bookAtCounter } from '#actions/counter/book-time.ts'
import { newId } from '#auth/hashing.ts'
import { communityById } from '#db/community/area-rows.ts'
import { bookings, takenTimes } from '#db/schema/tables.ts'
import { walkBookings } from '#jobs/walk-bookings.ts'
import { eachStore } from '#test/support/stores.ts'
import { community } from './cast.ts'

const monday = new Date('2026-11-23T03:00:00Z')
const matter = { id: 'm1', title: '高龄津贴', answer: '', documents: '身份证', length: 30, isDoneHere: true } as const
const words = { name: '李某', phone: '13912345678', note: '' }

eachStore((open) => {
  test('of fifty people who book the last time at the same moment one gets it, and the others read that it is taken', async () => {
    const { services } = await community(await open(), monday)
    const book = () =>
      bookAtCounter(services, 'c', newId(), { matter, day: '2026-11-28', start: 630, way: 'web', words })
    const answers = await Promise.all(Array.from({ length: 50 }, book))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const refused = answers.flatMap((one) => (!one.ok && one.why === 'refused' ? [one.refusal.why] : []))
    expect(refused).toEqual(Array.from({ length: 49 }, () => 'taken'))
    expect(await services.store.db.select().from(takenTimes)).toHaveLength(6)
  })

  test('a closure that comes later moves the bookings of that day once, to the same time if it is free', async () => {
    const place = await community(await open(), monday)
    const { services } = place
    const { db } = services.store
    const at = (start: number, day = '2026-11-28') =>
      bookAtCounter(services, 'c', newId(), { matter, day, start, way: 'web', words })
    for (const start of [630, 660]) expect((await at(start)).ok).toBe(true)
    expect((await at(630, '2026-12-05')).ok).toBe(true)
    const dora = await place.staff('dora', 'secretary')
    const hongqi = await communityById(db, 'c')
    const closure = { layer: 'community', year: null, title: '装修', reference: '', provisional: false } as const
    const runs = [{ line: 1, kind: 'rest', day: '2026-11-28', until: '2026-11-28', name: '装修' }] as const
    await enterHolidayNotice(services, dora, hongqi, newId(), { ...closure, issuedOn: '2026-11-23', runs })
    expect(await walkBookings(services)).toBe(2)
    expect(await walkBookings(services)).toBe(0)
    const rows = await db.select().from(bookings).where(eq(bookings.isToTell, true))
    expect(rows.map(({ day, start }) => [day, start]).toSorted()).toEqual([
      ['2026-12-05', 660],
      ['2026-12-05', 690],
    ])
  })
})
