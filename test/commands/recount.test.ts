import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { correctMonth, markOf, signMonth } from '#actions/months/sign-month.ts'
import { newId } from '#auth/hashing.ts'
import { communityById } from '#db/community/area-rows.ts'
import { countMonth } from '#db/months/month-rows.ts'
import { volunteerOf } from '#db/people/people-rows.ts'
import type { SqliteStore } from '#db/store/sqlite.ts'
import { type Period, periodOf, setNames } from '#domain/month/figures.ts'
import { spanNames } from '#domain/month/waits.ts'
import type { Person } from '#domain/people/actor.ts'
import type { Volunteer } from '#domain/wish/acts/claim-act.ts'
import { pageWords } from '#src/commands/recount/page-words.ts'
import { counted, waits } from '#src/commands/recount/recompute.ts'
import { recountArea } from '#src/commands/recount/recount-area.ts'
import { type Recount, readOnly, recount } from '#src/commands/recount/recount-month.ts'
import { areasOf, placesOf } from '#src/commands/recount/recount-place.ts'
import { recountCommand } from '#src/commands/recount/run-recount.ts'
import { commandWords } from '#src/commands/running/command-words.ts'
import { makeDemoDatabase } from '#src/commands/running/demo-database.ts'
import { noPhotos, type Services } from '#src/services.ts'
import { community } from '#test/life/cast.ts'
import { history, liveThrough } from '#test/life/random-life.ts'
import { migrated } from '#test/support/migrated.ts'
import { lifeOf, secretary } from '#test/support/month/month.ts'
import { at, grids, settle } from '#test/support/month/month-place.ts'
import { endOfStory, liveAtRandom, seeded } from '#test/support/month/random-month.ts'

const monday = new Date('2026-10-26T02:00:00Z')
const months = ['2026-10', '2026-11', '2026-12', '2027-01']

const opened: SqliteStore[] = []
afterEach(() => {
  for (const store of opened.splice(0)) store.close()
})

/** A community whose clock stands at the end of what was lived. */
async function lived(moments: Parameters<typeof liveThrough>[2]) {
  const store = migrated()
  opened.push(store)
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
  if (!place) throw new Error('the community is gone')
  const result = await recount({ store, services, month, ...pageWords() }, place)
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
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^(import type )?.*from '(#[^']*)'/gm)].map(
        ([, type, from]) => ({ isType: type !== undefined, from: from ?? '' }),
      ),
    )
    const own = imported.filter(({ isType }) => !isType).map(({ from }) => from)
    const shapes = imported.filter(({ isType }) => isType).map(({ from }) => from)

    // The program it asks like a browser, the connection, and how a command starts; of what counts and decides, nothing.
    expect([...new Set(own)].sort()).toEqual([
      '#auth/sessions.ts',
      '#db/schema/tables.ts',
      '#db/store/sqlite.ts',
      '#files/read-xlsx.ts',
      '#src/app.tsx',
      '#src/commands/running/command-words.ts',
      '#src/commands/running/demo-database.ts',
      '#src/commands/running/machine.ts',
      '#src/services.ts',
      '#text/text.ts',
    ])
    // Of the domain only the names of the acts and the states, so that a new state cannot be forgotten here.
    const names = ['#domain/vocabulary.ts', '#domain/wish/lifecycle.ts']
    expect(shapes.filter((from) => from.startsWith('#domain/'))).toEqual(names)
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
    const { facts } = await countMonth(store.db, hongqi, period, place.clock.now)
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
    // No one answers at once in these lives.
    const empty = counted.filter((figure) =>
      found.every(({ table }) => table.find(([name]) => name === figure)?.[1] === '0'),
    )
    expect(empty.filter((figure) => !['direct', 'answered', 'twice'].includes(figure))).toEqual([])
  })
})

async function manyLives(seed: number, many: number) {
  const store = migrated()
  opened.push(store)
  await settle(store)
  const random = seeded(seed)
  for (let n = 0; n < many; n++) await liveAtRandom(lifeOf(store, { gridId: grids[random(3)] as string }), random)
  // Whatever is drawn, the community begins before March, so that March has a trend.
  const early = lifeOf(store)
  await early.post(at('2026-02-10T10:00:00'))
  await early.publish(at('2026-02-10T11:00:00'))
  const unheard = lifeOf(store)
  await unheard.post(at('2026-03-02T10:00:00'))
  await unheard.publish(at('2026-03-02T11:00:00'))
  await unheard.claim(at('2026-03-02T12:00:00'))
  await unheard.deliver(at('2026-03-03T12:00:00'))
  for (const hour of ['04T10', '04T15', '05T10']) await unheard.try(at(`2026-03-${hour}:00:00`))
  const config = {
    publicUrl: 'http://wish.example.cn',
    secret: 'a secret that only these tests know',
    logSeed: 'a secret that only these tests know',
    isDemo: false,
  }
  const services: Services = { store, config, photos: noPhotos, now: () => endOfStory }
  return { store, services }
}

describe('an area above two communities', () => {
  const october = '2026-10'
  async function town() {
    const store = migrated()
    opened.push(store)
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
    const config = {
      publicUrl: 'http://wish.example.cn',
      secret: 'a secret that only these tests know',
      logSeed: 'a secret that only these tests know',
      isDemo: false,
    }
    const services: Services = { store, config, photos: noPhotos, now: () => clock.now }
    const recountTown = async () => {
      readOnly(store)
      const [area] = await areasOf(store, clock.now)
      if (!area) throw new Error('nobody supervises it')
      const result = await recountArea({ store, services, month: october, ...pageWords() }, area)
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
    const { facts } = await countMonth(
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
      publicReason: 'counted-wrong' as const,
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
    const { store, services } = await manyLives(7, 48)
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

  const monthAt = (seconds: number) => new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 7)
  const told = (faults: Recount['faults']) => faults.map(({ what, where }) => `${what} on ${where}`)
  const march = ['2026-03-01T00:00:00', '2026-04-01T00:00:00'].map((local) => at(local).getTime() / 1000)
  const inMarch = `published_at >= ${march[0]} and published_at < ${march[1]}`
  async function faultsAfter(month: string, ...tampering: readonly string[]) {
    const { store, services } = await manyLives(7, 60)
    const before = await recounted(store, services, month)
    expect(before.faults).toEqual([])
    for (const sql of tampering) store.raw.exec(sql)
    return told((await recounted(store, services, month)).faults)
  }

  test('in the projection is named on every rate, in the trend, the comparison, the lists, the overview', async () => {
    const one = `select id from wishes where state = 'fulfilled' and ${inMarch} limit 1`
    const faults = await faultsAfter('2026-03', `update wishes set state = 'open' where id = (${one})`)

    for (const where of ['page', 'csv', 'xlsx', 'comparison 2026-03', 'overview'])
      expect(faults).toContain(`rate.fulfilled on ${where}`)
    for (const where of ['trend 2026-03', 'list fulfilled']) expect(faults).toContain(`fulfilled on ${where}`)
  })

  test('in the month before is named together with this one', async () => {
    const faults = await faultsAfter(
      '2026-04',
      `update wishes set published_at = published_at - 40 * 86400
        where id = (select id from wishes where ${inMarch} limit 1)`,
    )

    expect(faults).toContain('published on comparison 2026-03')
    expect(faults).toContain('published on trend 2026-03')
    expect(faults).not.toContain('published on page')
  })

  test('in what the public notice counts is named', async () => {
    const faults = await faultsAfter(
      '2026-03',
      `update wishes set published_at = published_at - 100 * 86400 where ${inMarch} and grid_id = 'g1'`,
    )

    expect(faults).toContain('published, fulfilled on notice')
  })

  test('in how long a resident waited is named on the page too', async () => {
    const faults = await faultsAfter('2026-03', 'update claims set claimed_at = claimed_at - 50 * 86400')

    expect(faults).toContain('to-delivery.slowest on page')
    expect(faults).toContain('to-delivery.slowest on csv')
  })

  test('so that a list is shorter than its figure is named', async () => {
    const { store, services } = await manyLives(7, 60)
    store.raw.pragma('foreign_keys = OFF')
    // The list shows a delivery with the wish that it was of.
    const [row] = store.raw
      .prepare('select wish_id as id, delivered_at as at from claims where delivered_at > 0')
      .all() as {
      readonly id: string
      readonly at: number
    }[]
    store.raw.prepare('delete from wishes where id = ?').run(row?.id)
    const { faults } = await recounted(store, services, monthAt(row?.at ?? 0))

    expect(told(faults)).toContain('deliveries on list deliveries')
  })

  test('in a correction, or a correction without an event, is named on every page that shows corrections', async () => {
    const { store, services } = await manyLives(7, 60)
    const dora = { kind: 'person', id: 'dora', name: 'dora', roles: secretary.roles } as const
    const hongqi = await communityById(store.db, 'hongqi')
    if (!hongqi) throw new Error('the community is gone')
    const period = periodOf('2026-03', 'Asia/Shanghai', services.now()) as Period
    const { facts } = await countMonth(store.db, hongqi, period, services.now())
    await signMonth(services, dora, hongqi, newId(), { month: '2026-03', seen: markOf(facts) })
    const oldValue = facts['confirmed@grid:g1'] ?? 0
    const why = { reason: 'x', publicReason: 'counted-wrong' } as const
    const correcting = { month: '2026-03', figure: 'confirmed@grid:g1', oldValue, newValue: oldValue + 1, ...why }
    const whole = { ...correcting, figure: 'confirmed', oldValue: facts.confirmed ?? 0 }
    await correctMonth(services, dora, hongqi, newId(), { ...whole, newValue: whole.oldValue + 1 })
    expect(await correctMonth(services, dora, hongqi, newId(), correcting)).toMatchObject({ ok: true })
    expect((await recounted(store, services, '2026-03')).faults).toEqual([])

    store.raw.exec(`insert into month_corrections values ('hongqi', '2026-03', 'late', 1, 1, 0, 'x', 'dora', 1, null)`)
    const { faults } = await recounted(store, services, '2026-03')
    for (const where of ['json', 'xlsx', 'page', 'sheet']) expect(told(faults)).toContain(`corrections on ${where}`)
    for (const where of ['csv', 'xlsx']) expect(told(faults)).toContain(`corrected late on ${where}`)
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
    const store = migrated()
    opened.push(store)
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

test('a demo that began on another day is recounted by its own clock', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'micro-wish-'))
  try {
    const config = {
      publicUrl: 'http://127.0.0.1:3000',
      secret: 'a secret that only these tests know',
      logSeed: 'a secret that only these tests know',
      isDemo: true,
    }
    const now = at('2026-10-21T17:00:00')
    await makeDemoDatabase({ file: join(folder, 'micro-wish.db'), config, now, passwordHash: 'none' })
    const lines: string[] = []
    const terminal = { out: (line: string) => lines.push(line), error: (line: string) => lines.push(line) }
    const env = { DATA_DIR: folder, SECRET: config.secret }
    await recountCommand(['2026-10'], env, { ...terminal, now: Date.parse('2027-06-01T00:00:00Z') })
    const ahead = lines.find((line) => /^ahead\b/.test(line)) ?? ''

    // By the machine's clock every promise of that October would be over.
    expect(Number(ahead.split(/\s+/)[1])).toBeGreaterThan(0)
    const say = commandWords('zh', {}).recount
    expect(lines.join('\n')).toContain(say.compared)
    expect(lines.join('\n')).toContain(say.running)

    lines.length = 0
    const later = await recountCommand(['2026-11'], env, { ...terminal, now: Date.parse('2027-06-01T00:00:00Z') })
    expect([later, lines.at(-1)]).toEqual([0, say.notBegun('2026-11')])
    expect(lines.join('\n')).not.toContain(say.bad)
    expect(lines.join('\n')).not.toContain(say.good)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
