import { asc } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { events } from '#db/schema/tables.ts'
import type { Store } from '#db/store/store.ts'
import { actions } from '#domain/wish/lifecycle.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'
import { migrated } from '#test/support/migrated.ts'
import { eachStore } from '#test/support/stores.ts'
import { community } from './cast.ts'
import { lawsHold } from './laws.ts'
import { history, liveThrough } from './random-life.ts'
import { isWhole } from './whole.ts'

const monday = new Date('2026-11-02T02:00:00Z')

/** Two grid workers, a secretary, and four volunteers of whom two share a work unit. */
async function lived(store: Store, ...histories: Parameters<typeof liveThrough>[2][]): Promise<readonly WishEvent[]> {
  const place = await community(store, monday)
  const staff = [
    await place.staff('anna', 'gridWorker'),
    await place.staff('clara', 'gridWorker'),
    await place.staff('dora', 'secretary'),
  ]
  const volunteers = [
    ...(await place.volunteers(['v0', 'v1'], 'water works')),
    ...(await place.volunteers(['v2', 'v3'])),
  ]
  for (const moments of histories) await liveThrough(place, [...staff, ...volunteers], moments)
  const rows = await store.db.select().from(events).orderBy(asc(events.pos))
  // The register's own events, such as certificates of what was erased, are no part of a wish.
  return rows.filter(({ stream }) => !stream.includes(':')) as unknown as WishEvent[]
}

eachStore((open, runtime) => {
  const [numRuns, length] = runtime === 'node' ? [20, 60] : [2, 30]

  test('whatever happens, a replay of the events gives the wishes and the claims exactly', async () => {
    const property = fc.asyncProperty(history(length), async (moments) => {
      const store = await open()
      const all = await lived(store, moments)
      await isWhole(store, all)
      await lawsHold(store, all)
    })
    // A failing history is reported as it is: each try takes a database of its own, so it is not made smaller.
    await fc.assert(property, { numRuns, endOnFailure: true })
  })
})

test('1,000 short histories, one after the other in forty communities, break no law and are replayed exactly', async () => {
  const many = fc.array(history(12), { minLength: 25, maxLength: 25 })
  const property = fc.asyncProperty(many, async (histories) => {
    const store = migrated()
    const all = await lived(store, ...histories)
    await isWhole(store, all)
    await lawsHold(store, all)
    store.close()
  })
  await fc.assert(property, { numRuns: 40, endOnFailure: true })
}, 900_000)

test('the random histories are no idle ones: every action of the table happens in them', async () => {
  const seen = new Set<string>()
  for (const moments of fc.sample(history(200), { numRuns: 30, seed: 7 })) {
    const store = migrated()
    for (const { action } of await lived(store, moments)) seen.add(action)
    store.close()
  }
  // Stories of their own: a notice that moves dates (test/life/replan.test.ts), the street's answer after weeks of waiting
  // (test/routes/desk/street.test.ts), and a volunteer at the limit who asks (test/routes/wishes/at-the-limit.test.ts).
  const elsewhere = ['replan', 'advise', 'request']
  expect([...new Set([...seen, ...elsewhere])].sort()).toEqual([...actions].sort())
})
