import { expect } from 'vitest'
import { sha256 } from '#auth/hashing.ts'
import { claims, notes, wishes } from '#db/schema/tables.ts'
import type { Store } from '#db/store/store.ts'
import { replay } from '#domain/wish/apply.ts'
import { claimChange } from '#domain/wish/claim/claim.ts'
import type { Claim } from '#domain/wish/claim/claim-row.ts'
import type { Hashes, WishEvent } from '#domain/wish/wish-events.ts'

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

/** Fails where a wish or a claim is not what its events tell, where one is missing, or where a note lost its event. */
export async function isWhole(store: Store, all: readonly WishEvent[]): Promise<void> {
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
