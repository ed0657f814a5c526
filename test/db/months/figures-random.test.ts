import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countsBy } from '#db/months/figure-counts.ts'
import { listOf } from '#db/months/figure-lists.ts'
import type { Asked } from '#db/months/figure-sets.ts'
import { spansOf } from '#db/months/wait-lengths.ts'
import { editions, editionWishes } from '#db/schema/tables.ts'
import type { Cursor } from '#db/store/paginate.ts'
import type { SqliteStore } from '#db/store/sqlite.ts'
import { type Counts, type Period, periodOf, setNames, sumOf } from '#domain/month/figures.ts'
import { seconds } from '#domain/time/seconds.ts'
import { countLives, type Found } from '#src/commands/recount/recompute.ts'
import { livesOf, type Place } from '#src/commands/recount/recount-place.ts'
import { migrated } from '#test/support/migrated.ts'
import { type Living, lifeOf } from '#test/support/month/month.ts'
import { at, grids, settle, zone } from '#test/support/month/month-place.ts'
import { liveAtRandom, seeded } from '#test/support/month/random-month.ts'

const now = at('2026-05-20T12:00:00')
const monthOf = (month: string): Period => periodOf(month, zone, now) as Period
const march = monthOf('2026-03')
const april = monthOf('2026-04')
const may = monthOf('2026-05')

async function settled(): Promise<SqliteStore> {
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

/** The set over which each wait is measured. */
const setOfWait = { 'to-claim': 'claimed', 'to-delivery': 'deliveries', 'to-call': 'reached' } as const

const place: Place = { id: 'hongqi', slug: 'hongqi', zone, name: 'hongqi' }

/** What the recount makes of the events alone. It shares no condition, projection or calendar with the report. */
const recountOf = (
  store: SqliteStore,
  { month }: Period,
  inBothPlaces: ReadonlySet<string>,
  gridIds?: readonly string[],
) => {
  const lives = [...livesOf(store, place, Number.MAX_SAFE_INTEGER)]
  const inGrids = lives.filter(({ grid }) => gridIds?.includes(grid ?? '') ?? true)
  return countLives(inGrids, { month, zone, now: seconds(now), inBothPlaces })
}
const setsIn = (found: Found): Counts =>
  Object.fromEntries(setNames.map((name) => [name, found.get(name) ?? 0])) as Counts

describe('over random histories', () => {
  let store: SqliteStore
  const inBothPlaces = new Set<string>()
  const lives: Living[] = []
  beforeAll(async () => {
    store = await settled()
    const random = seeded(20261107)
    for (let n = 0; n < 160; n++) {
      const gridId = grids[random(3)] as string
      const category = (['goods', 'repair', 'company'] as const)[random(3)] ?? 'goods'
      const itemId = ({ goods: 'milk', repair: null, company: 'chat' } as const)[category]
      const publicText = itemId ? '' : 'a thing'
      const life = lifeOf(store, {
        gridId,
        category,
        itemId,
        publicText,
        source: (['visit', 'phone'] as const)[random(2)] ?? 'visit',
      })
      await liveAtRandom(life, random)
      if (life.events.length) lives.push(life)
    }
    await publish()
  })

  /** Every third wish was in a message, every second one on a sheet, and of those all but each fifth in time. */
  async function publish(): Promise<void> {
    const { db } = store
    const ids = lives.map(({ events }) => events[0]?.stream ?? '')
    const madeBy = 'dora'
    for (const [door, each] of [
      ['group', 3],
      ['board', 2],
    ] as const) {
      const edition = { id: door, communityId: 'hongqi', door, number: 1, paper: null, madeBy, madeAt: now }
      const wishes = ids.flatMap((wishId, position) =>
        position % each ? [] : [{ editionId: door, position, wishId, inTime: position % 5 !== 0 }],
      )
      await store.commit([
        db.insert(editions).values(edition),
        ...wishes.map((wish) => db.insert(editionWishes).values(wish)),
      ])
    }
    for (const [n, id] of ids.entries()) if (n % 6 === 0 && n % 5 !== 0) inBothPlaces.add(id)
  }
  afterAll(() => store.close())

  test('every kind of act has happened', () => {
    const happened = new Set(lives.flatMap(({ events }) => events.map(({ action }) => action)))

    expect(happened.size).toBe(16)
  })

  test('no set is empty in all of the months', async () => {
    const months = await Promise.all([march, april, may].map((period) => counted(store, period)))

    expect(setNames.filter((name) => sumOf(months)[name] === 0)).toEqual([])
  })

  test.each([march, april, may])('the figures of $month are those of the events, grid by grid', async (period) => {
    for (const gridId of grids) {
      const recounted = setsIn(recountOf(store, period, inBothPlaces, [gridId]))

      expect(await counted(store, period, [gridId])).toEqual(recounted)
    }
    expect((await counted(store, period)).published).toBeGreaterThan(20)
  })

  test.each([march, april, may])(
    'in $month every list has as many rows as its figure says, each once',
    async (period) => {
      for (const gridIds of [null, ['g2'], ['g1', 'g3']]) {
        const counts = await counted(store, period, gridIds ?? undefined)
        for (const name of setNames)
          expect([name, (await wholeList(asked(period, gridIds), name)).size]).toEqual([name, counts[name]])
      }
    },
  )

  test.each([march, april, may])(
    'split by any dimension, the cells of $month add up to its figures',
    async (period) => {
      const whole = await counted(store, period)
      for (const by of ['category', 'source', 'unit', 'item', 'reason'] as const) {
        const cells = await countsBy(store.db, asked(period), [by, 'grid'])

        expect(sumOf(cells.map(({ counts }) => counts))).toEqual(whole)
        for (const { of, counts } of cells) {
          const part = { ...asked(period, [of.grid as string]), parts: [{ by, value: of[by] }] }
          for (const name of setNames.filter((name) => counts[name] > 0))
            expect([by, of, name, (await wholeList(part, name)).size]).toEqual([by, of, name, counts[name]])
        }
      }
    },
  )

  test.each([march, april, may])('the waits of $month are those of the events, at the nearest rank', async (period) => {
    for (const gridIds of [null, ['g2']]) {
      const recounted = recountOf(store, period, inBothPlaces, gridIds ?? undefined)
      const expected = Object.entries(setOfWait).map(([wait, set]) => [
        wait,
        {
          many: recounted.get(set) ?? 0,
          median: recounted.get(`${wait}.median`) ?? null,
          slowest: recounted.get(`${wait}.slowest`) ?? null,
        },
      ])

      expect(await spansOf(store.db, asked(period, gridIds))).toEqual(Object.fromEntries(expected))
    }
  })

  async function wholeList(what: Asked, name: (typeof setNames)[number]): Promise<ReadonlySet<string>> {
    const ids: string[] = []
    let after: Cursor | null = null
    do {
      const { rows, next } = await listOf(store.db, what, name, after)
      ids.push(...rows.map(({ id }) => id))
      after = next
    } while (after)
    const unique = new Set(ids)
    expect(unique.size).toBe(ids.length)
    return unique
  }
})
