import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Asked } from '#db/figure-sets.ts'
import { countsOf, type ListPlace, listOf } from '#db/figures.ts'
import { openSqlite, type SqliteStore } from '#db/sqlite.ts'
import { type Counts, type Period, periodOf, setNames, sumOf } from '#domain/figures.ts'
import { at, grids, type Living, lifeOf, settle, zone } from '#test/support/month.ts'
import { reckon } from '#test/support/oracle.ts'
import { migrationsFolder } from '#test/support/stores.ts'

const now = at('2026-05-20T12:00:00')
const monthOf = (month: string): Period => periodOf(month, zone, now) as Period
const march = monthOf('2026-03')
const april = monthOf('2026-04')
const may = monthOf('2026-05')

async function place(): Promise<SqliteStore> {
  const store = openSqlite(':memory:')
  store.migrate(migrationsFolder)
  await settle(store)
  return store
}
const asked = (period: Period, gridIds: readonly string[] | null = null): Asked => ({
  communityIds: ['hongqi'],
  gridIds,
  period,
  tries: 3,
  now,
})
const counted = async (store: SqliteStore, period: Period, gridIds?: readonly string[]): Promise<Counts> =>
  sumOf((await countsOf(store.db, asked(period, gridIds ?? null))).map(({ counts }) => counts))

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

describe('over random histories', () => {
  let store: SqliteStore
  const lives: { readonly gridId: string; readonly life: Living }[] = []
  beforeAll(async () => {
    store = await place()
    const random = seeded(20261107)
    for (let n = 0; n < 160; n++) {
      const gridId = grids[random(3)] as string
      const life = lifeOf(store, { gridId })
      await liveAtRandom(life, random)
      if (life.events.length) lives.push({ gridId, life })
    }
  })
  afterAll(() => store.close())

  test('every kind of act has happened', () => {
    const happened = new Set(lives.flatMap(({ life }) => life.events.map(({ action }) => action)))

    expect(happened.size).toBe(13)
  })

  test('no set is empty in all of the months', async () => {
    const months = await Promise.all([march, april, may].map((period) => counted(store, period)))

    expect(setNames.filter((name) => sumOf(months)[name] === 0)).toEqual([])
  })

  test.each([march, april, may])('the figures of $month are those of the events, grid by grid', async (period) => {
    for (const gridId of grids) {
      const events = lives.filter((lived) => lived.gridId === gridId).map(({ life }) => life.events)

      expect(await counted(store, period, [gridId])).toEqual(reckon(events, period, 3, now))
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

  async function wholeList(what: Asked, name: (typeof setNames)[number]): Promise<ReadonlySet<string>> {
    const ids: string[] = []
    let after: ListPlace | null = null
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

/** The same numbers on every machine and every day. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const edges = ['2026-03-31T23:59:59', '2026-04-01T00:00:00', '2026-04-30T23:59:59', '2026-05-01T00:00:00'].map(at)

/** Acts at random intervals from the end of February on, with a liking for the edges of months and of due days. */
async function liveAtRandom(life: Living, random: (below: number) => number): Promise<void> {
  let time = at('2026-02-20T09:00:00').getTime() + random(60 * 24 * 60) * 60_000
  const forward = () => {
    const edge = edges[random(edges.length)] as Date
    const due = life.now()?.dueAt?.getTime() ?? 0
    if (random(5) === 0 && edge.getTime() > time) time = edge.getTime()
    else if (random(4) === 0 && due > time) time = due + random(2) * 1000
    else time += [60_000, 3_600_000, 86_400_000, 6 * 86_400_000][random(4)] ?? 0
    return new Date(time)
  }
  const acts = [
    'publish',
    'publish',
    'claim',
    'claim',
    'deliver',
    'deliver',
    'deliver',
    'undo',
    'release',
    'lapse',
    'readOut',
    'call',
    'try',
    'try',
    'try',
    'rate',
    'reopen',
    'refer',
    'withdraw',
  ] as const satisfies readonly (keyof Living)[]
  await life.post(forward())
  for (let n = 0; n < 40 && time < now.getTime(); n++) {
    const act = acts[random(acts.length)] as (typeof acts)[number]
    // Endings are many tries away, else no wish would live long enough for anything else.
    if ((act === 'withdraw' || act === 'refer') && random(6)) continue
    const when = new Date(time)
    if (act === 'call') await life.call(when, (['satisfied', 'dissatisfied', null] as const)[random(3)] ?? null)
    else await life[act](when)
    if (random(2)) forward()
  }
}
