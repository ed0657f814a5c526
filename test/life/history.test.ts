import { asc } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '#auth/hashing.ts'
import { claims, events, notes, wishes } from '#db/schema.ts'
import { openSqlite } from '#db/sqlite.ts'
import type { Store } from '#db/store.ts'
import { type Claim, claimChange } from '#domain/claim.ts'
import type { Hashes, WishEvent } from '#domain/events.ts'
import { actions } from '#domain/lifecycle.ts'
import { replay } from '#domain/project.ts'
import { eachStore, migrationsFolder } from '#test/support/stores.ts'
import { community } from './cast.ts'
import { history, liveThrough } from './random-life.ts'

const monday = new Date('2026-11-02T02:00:00Z')

/** Two grid workers, a secretary, and four volunteers of whom two share a work unit. */
async function lived(store: Store, moments: Parameters<typeof liveThrough>[2]): Promise<readonly WishEvent[]> {
  const place = await community(store, monday)
  const staff = [
    await place.staff('anna', 'gridWorker'),
    await place.staff('clara', 'gridWorker'),
    await place.staff('dora', 'secretary'),
  ]
  const helpers = [...(await place.volunteers(['v0', 'v1'], 'water works')), ...(await place.volunteers(['v2', 'v3']))]
  await liveThrough(place, [...staff, ...helpers], moments)
  const rows = await store.db.select().from(events).orderBy(asc(events.pos))
  return rows as unknown as WishEvent[]
}

/** The rows of `claims` as the events tell them. */
function claimsOf(all: readonly WishEvent[]): readonly Claim[] {
  const told = new Map<string, Claim>()
  for (const event of all) {
    const change = claimChange(event)
    if (change?.kind === 'begin') told.set(change.claim.id, change.claim)
    if (change?.kind === 'change') told.set(change.id, { ...(told.get(change.id) as Claim), ...change.set })
  }
  return [...told.values()]
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))

async function isWhole(store: Store, all: readonly WishEvent[]): Promise<void> {
  const { db } = store
  for (const row of await db.select().from(wishes)) {
    const stream = all.filter((event) => event.stream === row.id)
    expect(stream.map((event) => event.seq)).toEqual(stream.map((_, n) => n + 1))
    expect(replay(stream)).toEqual(row)
  }

  const kept = await db.select().from(claims)
  const withoutTries = kept.map(({ tries: _, ...row }) => row)
  expect(byId(withoutTries)).toEqual(byId(claimsOf(all)))

  const open = kept.filter((claim) => claim.endedAt === null)
  const claimed = (await db.select().from(wishes)).filter((wish) => wish.state === 'claimed')
  expect(open.map((claim) => claim.id).sort()).toEqual(claimed.map((wish) => wish.claimId).sort())
  expect(new Set(open.map((claim) => `${claim.personId} ${claim.slot}`)).size).toBe(open.length)

  const ordinary = all.filter((event) => event.action === 'claim' && !event.data.isExtra)
  for (const { data } of ordinary) {
    expect(data.slot).toBeLessThanOrEqual(2)
    expect(data.monthSlot ?? 0).toBeLessThanOrEqual(5)
  }

  for (const note of await db.select().from(notes)) {
    const event = all.find(({ stream, seq }) => stream === note.stream && seq === note.seq) as WishEvent
    expect((event.data.notes as Hashes)[note.kind]).toBe(sha256(note.salt + note.text))
  }
}

eachStore((open, runtime) => {
  const [numRuns, length] = runtime === 'node' ? [20, 60] : [3, 30]

  test('whatever happens, a replay of the events gives the wishes and the claims exactly', async () => {
    const property = fc.asyncProperty(history(length), async (moments) => {
      const store = await open()
      await isWhole(store, await lived(store, moments))
    })
    // A failing history is reported as it is: each try takes a database of its own, so it is not made smaller.
    await fc.assert(property, { numRuns, endOnFailure: true })
  })
})

test('the random histories are no idle ones: every action of the table happens in them', async () => {
  const seen = new Set<string>()
  for (const moments of fc.sample(history(200), { numRuns: 12, seed: 7 })) {
    const store = openSqlite(':memory:')
    store.migrate(migrationsFolder)
    for (const { action } of await lived(store, moments)) seen.add(action)
    store.close()
  }
  expect([...seen].sort()).toEqual([...actions].sort())
})
