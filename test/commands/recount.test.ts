import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { correctMonth, markOf, signMonth } from '#actions/months.ts'
import { newId } from '#auth/hashing.ts'
import { communityById } from '#db/areas.ts'
import { reckonMonth } from '#db/months.ts'
import { volunteerOf } from '#db/people.ts'
import { openSqlite, type SqliteStore } from '#db/sqlite.ts'
import type { Person } from '#domain/actor.ts'
import { type Period, periodOf, setNames } from '#domain/figures.ts'
import type { Volunteer } from '#domain/orders.ts'
import { spanNames } from '#domain/spans.ts'
import { recountArea } from '#src/commands/recount/area.ts'
import { areasOf, placesOf } from '#src/commands/recount/place.ts'
import { counted, waits } from '#src/commands/recount/reckon.ts'
import { type Recount, readOnly, recount } from '#src/commands/recount/recount.ts'
import { noPhotos, type Services } from '#src/services.ts'
import { community } from '#test/life/cast.ts'
import { history, liveThrough } from '#test/life/random-life.ts'
import { lifeOf, secretary } from '#test/support/month.ts'
import { at, grids, settle } from '#test/support/month-place.ts'
import { endOfStory, liveAtRandom, seeded } from '#test/support/random-month.ts'
import { migrationsFolder } from '#test/support/stores.ts'
import { zh } from '#text/zh.ts'

const monday = new Date('2026-10-26T02:00:00Z')
const months = ['2026-10', '2026-11', '2026-12', '2027-01']

const opened: SqliteStore[] = []
afterEach(() => {
  for (const store of opened.splice(0)) store.close()
})

/** A community whose clock stands at the end of what was lived. */
async function lived(moments: Parameters<typeof liveThrough>[2]) {
  const store = openSqlite(':memory:')
  opened.push(store)
  store.migrate(migrationsFolder)
  const place = await community(store, monday)
  const staff = [await place.staff('anna', 'gridWorker'), await place.staff('clara', 'gridWorker')]
  const dora = await place.staff('dora', 'secretary')
  const volunteers = [...(await place.volunteers(['v0', 'v1'], 'water works')), ...(await place.volunteers(['v2']))]
  const cast = [...staff, dora, ...volunteers]
  await liveThrough(place, cast, moments)
  return { store, place, dora, more: (then: typeof moments) => liveThrough(place, cast, then) }
}

async function recounted(store: SqliteStore, services: Services, month: string): Promise<Recount> {
  readOnly(store)
  const [place] = await placesOf(store, 'hongqi')
  const { led, joined } = zh.sheets.letter
  const names: Readonly<Record<string, string>> = { ...zh.reports.names, led, joined }
  const states: Readonly<Record<string, string>> = zh.words.state
  const nameOf = (figure: string) => names[figure]
  const stateName = (state: string) => states[state] ?? state
  if (!place) throw new Error('the community is gone')
  const result = await recount({ store, services, month, nameOf, stateName }, place)
  if ('why' in result) throw new Error(result.why)
  return result
}

const samples = fc.sample(history(90), { numRuns: 5, seed: 20261107 })

describe('the recount', () => {
  test('knows every figure and every wait that the program has, and no other', () => {
    expect([...counted].sort()).toEqual([...setNames].sort())
    expect([...waits].sort()).toEqual([...spanNames].sort())
  })

  test('shares nothing with the report but the schema', () => {
    const folder = join(import.meta.dirname, '../../src/commands/recount')
    const imported = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/from '([^'.][^']*)'/g)].map(([, from]) => from ?? ''),
    )
    const own = imported.filter((from) => from.startsWith('#')).sort()

    expect([...new Set(own)]).toEqual(['#auth/sessions.ts', '#db/schema.ts', '#import/read-xlsx.ts', '#text/text.ts'])
  })

  test.each(samples.map((moments, n) => [n + 1, moments] as const))(
    'agrees with every surface in random history %i',
    async (_n, moments) => {
      const { store, place } = await lived(moments)
      const reached = place.clock.now.toISOString().slice(0, 7)
      for (const month of months.filter((one) => one <= reached)) {
        const { faults } = await recounted(store, place.services, month)
        expect([month, faults]).toEqual([month, []])
      }
    },
  )

  test('takes a signed month as of its signature, whatever happened since', async () => {
    const { store, place, dora, more } = await lived(samples[0] ?? [])
    place.clock.now = new Date(Math.max(place.clock.now.getTime(), Date.parse('2026-12-02T03:00:00Z')))
    const hongqi = await communityById(store.db, 'c')
    if (!hongqi) throw new Error('the community is gone')
    const period = periodOf('2026-11', 'Asia/Shanghai', place.clock.now) as Period
    const { facts } = await reckonMonth(store.db, hongqi, period, place.clock.now)
    const form = { month: '2026-11', seen: markOf(facts) }
    expect(await signMonth(place.services, dora, hongqi, newId(), form)).toMatchObject({ ok: true })
    await more(samples[1] ?? [])

    const { signed, faults } = await recounted(store, place.services, '2026-11')
    expect([signed, faults]).toEqual([true, []])
  })

  test('leaves no session and no other row behind', async () => {
    const { store, place } = await lived(samples[0] ?? [])
    await recounted(store, place.services, '2026-11')

    expect(store.raw.prepare('select count(*) as n from main.sessions').get()).toEqual({ n: 0 })
  })
})

describe('over many wishes and the edges of months', () => {
  test('every surface agrees in each month, and no figure is 0 in all of them', async () => {
    const { store, services } = await manyLives(20261107, 120)
    const found = await Promise.all(
      ['2026-02', '2026-03', '2026-04', '2026-05'].map((month) => recounted(store, services, month)),
    )

    expect(found.flatMap(({ faults }) => faults)).toEqual([])
    // Nobody answers at once in these lives.
    const empty = counted.filter((figure) =>
      found.every(({ table }) => table.find(([name]) => name === figure)?.[1] === '0'),
    )
    expect(empty.filter((figure) => !['direct', 'answered'].includes(figure))).toEqual([])
  })
})

async function manyLives(seed: number, many: number) {
  const store = openSqlite(':memory:')
  opened.push(store)
  store.migrate(migrationsFolder)
  await settle(store)
  const random = seeded(seed)
  for (let n = 0; n < many; n++) await liveAtRandom(lifeOf(store, { gridId: grids[random(3)] as string }), random)
  const unheard = lifeOf(store)
  await unheard.post(at('2026-03-02T10:00:00'))
  await unheard.publish(at('2026-03-02T11:00:00'))
  await unheard.claim(at('2026-03-02T12:00:00'))
  await unheard.deliver(at('2026-03-03T12:00:00'))
  for (const hour of ['04T10', '04T15', '05T10']) await unheard.try(at(`2026-03-${hour}:00:00`))
  const config = { publicUrl: 'http://wish.example.cn', secret: 'a secret that only these tests know', isDemo: false }
  const services: Services = { store, config, photos: noPhotos, now: () => endOfStory }
  return { store, services }
}

describe('an area above two communities', () => {
  const october = '2026-10'
  async function town() {
    const store = openSqlite(':memory:')
    opened.push(store)
    store.migrate(migrationsFolder)
    await settle(store)
    const random = seeded(20261126)
    const live = async (communityId: 'hongqi' | 'lvyuan', day: number) => {
      const life = lifeOf(store, { communityId, gridId: communityId === 'hongqi' ? 'g1' : 'l1' })
      await life.post(at(`2026-10-${day}T08:00:00`))
      await life.publish(at(`2026-10-${day}T09:00:00`))
      await life.claim(at(`2026-10-${day}T${10 + random(9)}:00:00`))
      if (random(4)) await life.deliver(at(`2026-10-${day + 1}T12:00:00`))
      if (random(3)) await life.call(at(`2026-10-${day + 2}T12:00:00`))
      else await life.withdraw(at(`2026-10-${day + 2}T12:00:00`), random(2) ? 'moved' : 'deceased')
    }
    for (let n = 0; n < 14; n++) await live(n % 3 ? 'hongqi' : 'lvyuan', 10 + n)
    const clock = { now: at('2026-11-07T12:00:00') }
    const config = { publicUrl: 'http://wish.example.cn', secret: 'a secret that only these tests know', isDemo: false }
    const services: Services = { store, config, photos: noPhotos, now: () => clock.now }
    const recountTown = async () => {
      readOnly(store)
      const [area] = await areasOf(store, clock.now)
      if (!area) throw new Error('nobody supervises it')
      const names: Readonly<Record<string, string>> = zh.reports.names
      const all = { store, services, month: october, nameOf: (figure: string) => names[figure], stateName: String }
      const result = await recountArea(all, area)
      if ('why' in result) throw new Error(result.why)
      return result
    }
    return { store, services, live, recountTown }
  }

  test('agrees with the sums, whether its communities have signed, corrected or neither', async () => {
    const { store, services, live, recountTown } = await town()
    expect((await recountTown()).faults).toEqual([])

    const hongqi = await communityById(store.db, 'hongqi')
    if (!hongqi) throw new Error('the community is gone')
    const { facts } = await reckonMonth(
      store.db,
      hongqi,
      periodOf(october, hongqi.zone, services.now()) as Period,
      services.now(),
    )
    await signMonth(services, secretary, hongqi, newId(), { month: october, seen: markOf(facts) })
    const published = facts.published as number
    const correcting = {
      month: october,
      figure: 'published',
      oldValue: published,
      newValue: published + 3,
      reason: 'found',
    }
    expect(await correctMonth(services, secretary, hongqi, newId(), correcting)).toMatchObject({ ok: true })
    await live('hongqi', 27)
    await live('lvyuan', 27)

    const { faults, table } = await recountTown()
    expect(faults).toEqual([])
    expect(table.find(([name]) => name === 'published')?.[1]).toBe(String(published + 3 + 6))
  })

  test('names what differs', async () => {
    const { store, recountTown } = await town()
    store.raw.prepare("update wishes set published_at = null where community_id = 'lvyuan'").run()

    const told = (await recountTown()).faults.map(({ what, where }) => `${what} on ${where}`)
    for (const where of ['sheet', 'csv', 'xlsx', 'json']) expect(told).toContain(`published on ${where}`)
    expect(told).toContain('published@area:lvyuan on json')
    expect(told).not.toContain('published@area:hongqi on json')
  })
})

describe('a row that was tampered with', () => {
  test('in the projection is named: the figure, the surface, and both values', async () => {
    const { store, services } = await manyLives(7, 12)
    const [row] = store.raw
      .prepare("select code, published_at as at from wishes where state = 'fulfilled' and published_at is not null")
      .all() as { code: string; at: number }[]
    if (!row) throw new Error('no life was fulfilled')
    store.raw.prepare("update wishes set state = 'open' where code = ?").run(row.code)
    const month = new Date((row.at + 8 * 3600) * 1000).toISOString().slice(0, 7)
    const { faults } = await recounted(store, services, month)

    for (const where of ['page', 'sheet', 'csv', 'xlsx', 'json']) {
      const told = faults.find((fault) => fault.what === 'fulfilled' && fault.where === where)
      expect([where, Number(told?.events) - Number(told?.shown)]).toEqual([where, 1])
    }
    for (const kind of ['csv', 'xlsx', 'json'])
      expect(faults.map(({ what, where }) => `${what} on ${where}`)).toContain(`${row.code} state on ledger.${kind}`)
  })

  test('in a claim is named too', async () => {
    const { store, services } = await manyLives(7, 12)
    const [row] = store.raw.prepare('select id, delivered_at as at from claims where called_at is not null').all() as {
      id: string
      at: number
    }[]
    store.raw.prepare('update claims set called_at = null where id = ?').run(row?.id)
    const month = new Date(((row?.at ?? 0) + 8 * 3600) * 1000).toISOString().slice(0, 7)
    const { faults } = await recounted(store, services, month)

    expect(faults.map(({ what, where }) => `${what} on ${where}`)).toContain('reached on page')
  })

  test('in who helped is named in the unit’s letter', async () => {
    const store = openSqlite(':memory:')
    opened.push(store)
    store.migrate(migrationsFolder)
    const place = await community(store, monday)
    const dora = await place.staff('dora', 'secretary')
    const [lead] = await place.volunteers(['v0'])
    const [helper] = await place.volunteers(['v1'], 'water')
    const wish = await place.post(await place.staff('anna', 'gridWorker'))
    const volunteer = (id: string) => volunteerOf(store.db, id, 'c') as Promise<Volunteer>
    const claim = { claimId: newId(), volunteer: await volunteer('v0'), isExtra: false, isJoint: true }
    await place.move(dora, wish, { action: 'publish', publicText: '', approvesValue: true })
    await place.move(lead as Person, wish, { action: 'claim', ...claim })
    await place.move(helper as Person, wish, { action: 'join', volunteer: await volunteer('v1'), quantity: 1 })
    await place.move(lead as Person, wish, { action: 'deliver' })

    expect((await recounted(store, place.services, '2026-10')).faults).toEqual([])
    store.raw.prepare('update claim_helpers set unit_id = null').run()
    expect((await recounted(store, place.services, '2026-10')).faults).toEqual([
      { what: '@unit:water', where: 'letter', events: '1', shown: '0' },
    ])
  })
})
