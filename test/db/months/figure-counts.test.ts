import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monthCounts } from '#db/ledger/ledger-month.ts'
import { ledgerOf } from '#db/ledger/ledger-rows.ts'
import { areaSeries, countArea, firstMonthIn } from '#db/months/area-months.ts'
import { countsBy } from '#db/months/figure-counts.ts'
import { listOf } from '#db/months/figure-lists.ts'
import type { Asked } from '#db/months/figure-sets.ts'
import { spansOf } from '#db/months/wait-lengths.ts'
import { monthCorrections, months } from '#db/schema/tables.ts'
import type { SqliteStore } from '#db/store/sqlite.ts'
import { type Counts, noCounts, type Period, periodOf, sumOf } from '#domain/month/figures.ts'
import { migrated } from '#test/support/migrated.ts'
import { type Living, lifeOf } from '#test/support/month/month.ts'
import { at, grids, settle, zone } from '#test/support/month/month-place.ts'
import { eachStore } from '#test/support/stores.ts'

const now = at('2026-05-20T12:00:00')
const monthOf = (month: string): Period => periodOf(month, zone, now) as Period
const march = monthOf('2026-03')
const april = monthOf('2026-04')
const may = monthOf('2026-05')

async function place(): Promise<SqliteStore> {
  const store = migrated()
  await settle(store)
  return store
}
const asked = (period: Period, gridIds: readonly string[] | null = null): Asked => ({
  communityIds: ['hongqi'],
  gridIds,
  period,
  now,
})
const counted = async (store: SqliteStore, period: Period, gridIds?: readonly string[]): Promise<Counts> =>
  sumOf((await countsBy(store.db, asked(period, gridIds ?? null), ['community'])).map(({ counts }) => counts))

/** Published at an instant, with nothing before it that could matter. */
async function published(store: SqliteStore, when: string, gridId = 'g1'): Promise<Living> {
  const life = lifeOf(store, { gridId })
  await life.post(at('2026-02-27T09:00:00'))
  await life.publish(at(when))
  return life
}

describe('at the edges of a month', () => {
  let store: SqliteStore
  beforeAll(async () => {
    store = await place()
    await published(store, '2026-03-31T23:59:59')
    await published(store, '2026-04-01T00:00:00')
    await published(store, '2026-04-01T00:00:00')
  })
  afterAll(() => store.close())

  test('the last second belongs to the month that ends and midnight to the next', async () => {
    expect((await counted(store, march)).published).toBe(1)
    expect((await counted(store, april)).published).toBe(2)
  })

  test('what was published in the last second is carried over into the next month', async () => {
    expect((await counted(store, april)).carried).toBe(1)
    expect((await counted(store, may)).carried).toBe(3)
  })
})

describe('published in one month, claimed in the next, called back in the third', () => {
  let store: SqliteStore
  beforeAll(async () => {
    store = await place()
    const life = await published(store, '2026-03-20T10:00:00')
    await life.claim(at('2026-04-28T10:00:00'))
    await life.deliver(at('2026-04-30T10:00:00'))
    await life.call(at('2026-05-06T10:00:00'))
  })
  afterAll(() => store.close())

  test('each month counts its own part, and the wish is fulfilled in the month of its publication', async () => {
    expect(await counted(store, march)).toMatchObject({ published: 1, claimed: 1, fulfilled: 1, due: 0, confirmed: 0 })
    expect(await counted(store, april)).toMatchObject({
      published: 0,
      carried: 1,
      deliveries: 1,
      reached: 1,
      satisfied: 1,
    })
    expect(await counted(store, may)).toMatchObject({ carried: 1, confirmed: 1, due: 1, 'on-time': 1, called: 1 })
  })
})

describe('on time', () => {
  test('ends with the promised day’s last second, and only a confirmed delivery counts', async () => {
    const store = await place()
    const lives = [await published(store, '2026-04-01T10:00:00'), await published(store, '2026-04-01T10:00:00')]
    for (const life of lives) await life.claim(at('2026-04-07T10:00:00'))
    const [punctual, late] = lives as [Living, Living]
    expect(punctual.now()?.promiseAt).toEqual(at('2026-04-10T23:59:59'))
    await punctual.deliver(at('2026-04-10T23:59:59'))
    await late.deliver(at('2026-04-11T00:00:00'))
    expect(await counted(store, april)).toMatchObject({ due: 2, 'on-time': 0 })

    for (const life of lives) await life.readOut(at('2026-04-12T10:00:00'))

    expect(await counted(store, april)).toMatchObject({
      due: 2,
      'on-time': 1,
      fulfilled: 2,
      called: 0,
      'callback-due': 2,
    })
    store.close()
  })

  test.each([0, 9, 10])('%i due are counted, and a withdrawn one is left out and listed', async (many) => {
    const store = await place()
    for (let n = 0; n < many; n++) {
      const life = await published(store, '2026-04-01T10:00:00')
      await life.claim(at('2026-04-07T10:00:00'))
    }
    const gone = await published(store, '2026-04-01T10:00:00')
    await gone.claim(at('2026-04-07T10:00:00'))
    await gone.withdraw(at('2026-05-02T10:00:00'))

    expect(await counted(store, april)).toMatchObject({ due: many, 'due-left-out': 1, withdrawn: 0 })
    expect((await counted(store, may)).withdrawn).toBe(1)
    store.close()
  })

  test('a second volunteer does not move the promise', async () => {
    const store = await place()
    const life = await published(store, '2026-04-01T10:00:00')
    await life.claim(at('2026-04-07T10:00:00'))
    await life.release(at('2026-04-08T10:00:00'))
    await life.claim(at('2026-05-06T10:00:00'))

    expect([(await counted(store, april)).due, (await counted(store, may)).due]).toEqual([1, 0])
    store.close()
  })
})

eachStore((open) => {
  test('figures, lists and the ledger are read alike', async () => {
    const store = await open()
    await settle(store)
    for (const gridId of grids) {
      const life = lifeOf(store, { gridId })
      await life.post(at('2026-03-02T09:00:00'))
      await life.publish(at('2026-03-31T10:00:00'))
      await life.claim(at('2026-04-01T10:00:00'))
      await life.deliver(at('2026-04-02T10:00:00'))
      if (gridId !== 'g2') await life.call(at('2026-05-06T10:00:00'))
    }
    const counts = sumOf((await countsBy(store.db, asked(april), ['community'])).map((row) => row.counts))
    const first = await listOf(store.db, asked(april), 'carried', null)
    const [one, two] = first.rows
    const rest = await listOf(store.db, asked(april), 'carried', {
      at: one?.publishedAt as Date,
      id: one?.id as string,
    })
    const ledger = await ledgerOf(store.db, 'hongqi', march, null, 2)

    expect(counts).toMatchObject({
      carried: 3,
      due: 3,
      'on-time': 2,
      deliveries: 3,
      reached: 2,
      called: 2,
      confirmed: 0,
    })
    expect([first.rows.length, rest.rows.length, rest.rows[0]?.id]).toEqual([3, 2, two?.id])
    expect([ledger.entries.length, ledger.next?.at]).toEqual([2, at('2026-03-31T10:00:00')])
    const ofMarch = await monthCounts(store.db, 'hongqi', march, now)
    expect([ofMarch.published, ofMarch.parts.fulfilled]).toEqual([3, 2])
    const cells = await countsBy(store.db, asked(april), ['category', 'unit'], ['deliveries', 'due'])
    expect(cells).toEqual([{ of: { category: 'goods', unit: null }, counts: { ...noCounts, deliveries: 3, due: 3 } }])
    expect((await spansOf(store.db, asked(april)))['to-delivery']).toEqual({ many: 3, median: 86400, slowest: 86400 })
    expect((await spansOf(store.db, asked(may)))['to-call']).toEqual({ many: 0, median: null, slowest: null })
  })

  test('a month of several communities adds up what is signed, with its corrections, and what is not', async () => {
    const store = await open()
    await settle(store)
    for (const [communityId, gridId] of [
      ['hongqi', 'g1'],
      ['hongqi', 'g2'],
      ['lvyuan', 'l1'],
    ] as const) {
      const life = lifeOf(store, { communityId, gridId })
      await life.post(at('2026-03-02T09:00:00'))
      await life.publish(at('2026-03-31T10:00:00'))
    }
    const signed = { signedBy: 'dora', signedAt: now, lastEvent: 4, ruleVersion: 'rules-1' }
    const facts = { published: 7, carried: 1, 'published@category:goods': 7, 'closed@reason:deceased': 1 }
    const snapshot = { version: 1, facts, grids: [], units: [] } as const
    const correction = { communityId: 'hongqi', month: '2026-03', by: 'dora', at: now, reason: '' }
    const corrected = (nth: number, figure: string, oldValue: number | null, newValue: number) =>
      store.db.insert(monthCorrections).values({ ...correction, nth, figure, oldValue, newValue })
    await store.commit([
      store.db.insert(months).values({ communityId: 'hongqi', month: '2026-03', ...signed, snapshot }),
      corrected(1, 'published', 7, 9),
      corrected(2, 'published', 9, 8),
      corrected(1, 'due@source:phone', null, 2),
    ])
    const places = ['hongqi', 'lvyuan'].map((id) => ({ id, zone }))
    const together = await countArea(store.db, places, '2026-03', now)
    const series = await areaSeries(store.db, places, ['2026-02', '2026-03'], ['published'], now)

    expect(together.facts).toMatchObject({ published: 8 + 1, carried: 1, 'published@category:goods': 7 + 1 })
    expect(together.facts).toMatchObject({ 'due@source:phone': 2, 'closed@reason:withdrawn': 1 })
    expect([together.signed, together.byCommunity.get('hongqi')?.published]).toEqual([1, 8])
    expect(together.lastEvent).toBeGreaterThan(4)
    expect([...series].map(([month, counts]) => [month, counts.published])).toEqual([
      ['2026-02', 0],
      ['2026-03', 9],
    ])
    expect(await firstMonthIn(store.db, places)).toBe('2026-03')
    expect(await firstMonthIn(store.db, [{ id: 'far', zone }])).toBeNull()
  })
})
