import { count } from 'drizzle-orm'
import { expect } from 'vitest'
import { notifications, wishes } from '#db/schema/tables.ts'
import type { Store } from '#db/store/store.ts'
import { type Circle, notificationsAfter } from '#domain/notifications.ts'
import { project } from '#domain/wish/apply.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'

/** Who works in the place of the random histories. */
const circle: Circle = { secretaries: ['dora'], gridWorkers: ['anna', 'clara'], supervisors: [], fitting: [] }

/**
 * Fails where a wish had two owners, where one is fulfilled without the receiving side's word, where someone was told
 * twice or not at all, or where the states do not add up to the wishes. Read from the events alone.
 */
export async function lawsHold(store: Store, all: readonly WishEvent[]): Promise<void> {
  const { db } = store
  const told = new Map<string, string>()
  const folded = new Map<string, Wish>()
  for (const event of all) {
    const before = folded.get(event.stream) ?? null
    const after = project(before, event)
    if (event.action === 'claim') expect(before?.claimantId ?? null, 'a second owner').toBeNull()
    if (after.state === 'fulfilled' && before?.state !== 'fulfilled') isTheirWord(before as Wish, event)
    for (const { personId, kind } of notificationsAfter(event, before, after, circle))
      told.set(`${event.stream} ${event.seq} ${personId}`, kind)
    folded.set(event.stream, after)
  }

  const rows = await db.select().from(notifications)
  const invited = rows.filter(({ kind }) => kind === 'fits')
  const others = rows.filter(({ kind }) => kind !== 'fits')
  expect(others.map((one) => `${one.stream} ${one.seq} ${one.personId} ${one.kind}`).sort()).toEqual(
    [...told].map(([key, kind]) => `${key} ${kind}`).sort(),
  )
  for (const one of invited) expect(folded.get(one.stream)?.postedBy).not.toBe(one.personId)

  const states = await db.select({ state: wishes.state, n: count() }).from(wishes).groupBy(wishes.state)
  expect(states.reduce((sum, { n }) => sum + n, 0)).toBe(folded.size)
  for (const { state, n } of states) expect([...folded.values()].filter((wish) => wish.state === state).length).toBe(n)
}

/** The code that the resident reads out, or a call by someone who had no part in it. */
function isTheirWord(before: Wish, { action, actorId, data }: WishEvent): void {
  expect(action).toBe('confirm')
  expect(['code', 'call']).toContain(data.how)
  // The code that the resident read out may be typed in by the claimant's side; the word of a call never.
  if (data.how === 'code' && [before.claimantId, before.enteredBy, before.deliveredBy].includes(actorId)) return
  const oneSided = [
    before.claimantId,
    before.enteredBy,
    before.deliveredBy,
    ...before.joiners.map((one) => one.personId),
  ]
  expect(oneSided).not.toContain(actorId)
}
