import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { monthBounds } from '#domain/time/workdays.ts'
import { measureLog } from '#src/commands/bench/bench-log.ts'
import { measurePages } from '#src/commands/bench/bench-pages.ts'
import { makePlace, type Place } from '#src/commands/bench/bench-place.ts'
import { lookedAt, month, zone } from '#src/commands/bench/fill.ts'
import { atLeast, atMost, median, tableOf } from '#src/commands/bench/measure.ts'
import { loopOf } from '#src/commands/bench/raw-loop.ts'

const folder = mkdtempSync(join(tmpdir(), 'micro-wish-bench-'))
let passed = 0
const places: Place[] = []
beforeAll(async () => {
  for (const size of [1000, 2000])
    places.push(await makePlace(folder, size, () => new Date(lookedAt.getTime() + passed * 1000)))
}, 60_000)
afterAll(() => {
  for (const { store } of places) store.close()
  rmSync(folder, { recursive: true, force: true })
})
const counted = ({ store }: Place, sql: string, ...values: readonly unknown[]) =>
  store.raw
    .prepare(`select count(*) from ${sql}`)
    .pluck()
    .get(...values)

test('a community has as many wishes as were asked for, and every row has its parent and its stream', () => {
  for (const place of places) {
    expect(counted(place, 'wishes')).toBe(place.size)
    expect(place.store.raw.pragma('foreign_key_check')).toEqual([])
    expect(counted(place, 'wishes w where not exists (select 1 from events e where e.stream = w.id)')).toBe(0)
    expect(counted(place, 'wishes w where seq <> (select max(seq) from events e where e.stream = w.id)')).toBe(0)
    expect(counted(place, "sqlite_master where type = 'index' and name = 'wishes_published'")).toBe(1)
  }
})

test('the month that is looked at, and what is pending, are the same whatever the size', () => {
  const { from, until } = monthBounds(month, zone)
  const [small, large] = places.map((place) => [
    counted(
      place,
      'wishes where published_at >= ? and published_at < ?',
      from.getTime() / 1000,
      until.getTime() / 1000,
    ),
    counted(place, "wishes where state in ('open', 'claimed', 'submitted', 'delivered')"),
  ])

  expect(small).toEqual(large)
  expect(small?.[0]).toBeGreaterThan(300)
})

test('each page is measured against the smallest, and the loop of claims has what it needs', async () => {
  const lines = await measurePages(places, 1, () => {
    passed += 10
  })
  const codes = places[0]?.store.raw.prepare("select code from wishes where state = 'open' limit 3").pluck().all()

  expect(lines.map(({ what }) => what)).toEqual([
    'board, signed out, 2000 wishes',
    'board, volunteer, processor',
    'board, volunteer, 2000 wishes',
    'own page, volunteer, processor',
    'own page, volunteer, 2000 wishes',
    'desk, secretary, processor',
    'desk, secretary, 2000 wishes',
    'ledger month, processor',
    'ledger month, 2000 wishes',
    'month’s report, processor',
    'month’s report, 2000 wishes',
    'working table, 2000 wishes',
    'search, by name, 2000 wishes',
  ])
  const [ofSizes, ofOne] = [/^[\d.]+ ms/, /^at 1000 wishes$/]
  for (const { what, note } of lines) expect(note).toMatch(what.endsWith('processor') ? ofOne : ofSizes)
  expect(await loopOf(places[0] as Place, codes as string[])).toBeGreaterThan(0)
})

test('the log is measured with a valid proof and the size of its tables', async () => {
  const lines = await measureLog(folder, 600)

  expect(lines.map(({ what }) => what)).toEqual(['tree of 600 events', 'proof of one of them', 'room of the log'])
  expect(lines[2]?.note).toBe('3 bundles of entries')
  expect(lines[2]?.value).toMatch(/^0\.[0-9]*[1-9][0-9]* MB$/)
})

test('a goal that is missed is called so', () => {
  const table = tableOf([atMost('slow', 1.31, 1.2, ''), atLeast('quick', 0.8, 0.7, 'beside')])

  expect(table.split('\n')).toHaveLength(3)
  expect(table).toMatch(/slow +1\.31 × +≤ 1\.2 × +MISSED/)
  expect(table).toMatch(/quick +0\.80 × +≥ 0\.7 × +met +beside/)
  expect(median([3, 1, 2])).toBe(2)
})
