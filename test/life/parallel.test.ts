import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { moveWish } from '#actions/wishes/move-wish.ts'
import { receiptCode } from '#actions/wishes/receipt-code.ts'
import { claims, events } from '#db/schema/tables.ts'
import type { Person } from '#domain/people/actor.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { eachStore } from '#test/support/stores.ts'
import { type Community, community, outcome, secret } from './cast.ts'

const monday = new Date('2026-11-02T02:00:00Z')
const names = (count: number) => Array.from({ length: count }, (_, n) => `v${n}`)

/** How often each outcome came. */
const tally = (outcomes: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(outcomes)].map((why) => [why, outcomes.filter((other) => other === why).length]))

async function openWishes(place: Community, count: number): Promise<readonly Wish[]> {
  const anna = await place.staff('anna', 'gridWorker')
  const dora = await place.staff('dora', 'secretary')
  const wishes: Wish[] = []
  for (let n = 0; n < count; n++) {
    const wish = await place.post(anna)
    await place.move(dora, wish, { action: 'publish', publicText: '', approvesValue: false })
    wishes.push(wish)
  }
  return wishes
}

eachStore((open) => {
  test('200 volunteers claim one wish at the same moment: one has it, 199 read that it is taken', async () => {
    const store = await open()
    const place = await community(store, monday)
    const [wish] = (await openWishes(place, 1)) as [Wish]
    const everyone = await place.volunteers(names(200))

    const moves = await Promise.all(everyone.map((person) => place.claim(person, wish, person.id)))

    expect(tally(moves.map(outcome))).toEqual({ done: 1, taken: 199 })
    expect(await store.db.select().from(events).where(eq(events.action, 'claim'))).toHaveLength(1)
    expect(await store.db.select().from(claims)).toHaveLength(1)
    const winner = everyone[moves.findIndex((moved) => moved?.ok)]
    expect(await place.fresh(wish)).toMatchObject({ claimantId: winner?.id, round: 1, seq: 3 })
  })

  test('one volunteer claims 20 wishes at the same moment: two are won, 18 name the limit', async () => {
    const store = await open()
    const place = await community(store, monday)
    const wishes = await openWishes(place, 20)
    const [ben] = (await place.volunteers(['ben'])) as [Person]

    const moves = await Promise.all(wishes.map((wish) => place.claim(ben, wish, 'ben')))

    expect(tally(moves.map(outcome))).toEqual({ done: 2, 'person-limit': 18 })
    const slots = await store.db.select({ slot: claims.slot }).from(claims).where(isNull(claims.endedAt))
    expect(slots.map(({ slot }) => slot).sort()).toEqual([1, 2])
  })

  test('20 members of one work unit claim 20 wishes at the same moment: five are won', async () => {
    const store = await open()
    const place = await community(store, monday)
    const wishes = await openWishes(place, 20)
    const members = await place.volunteers(names(20), 'water works')

    const moves = await Promise.all(wishes.map((wish, n) => place.claim(members[n] as Person, wish, `v${n}`)))

    expect(tally(moves.map(outcome))).toEqual({ done: 5, 'unit-limit': 15 })
    expect(await store.db.select().from(claims).where(eq(claims.unitId, 'water works'))).toHaveLength(5)
  })

  test('a claim pressed ten times at once is one claim, and no press reports a failure', async () => {
    const store = await open()
    const place = await community(store, monday)
    const [wish] = (await openWishes(place, 1)) as [Wish]
    const [ben] = (await place.volunteers(['ben'])) as [Person]

    const moves = await Promise.all(names(10).map(() => place.claim(ben, wish, 'ben')))

    expect(moves.every((moved) => moved?.ok)).toBe(true)
    expect(await store.db.select().from(claims)).toHaveLength(1)
  })

  test('of 20 wrong receipt codes at the same moment at most five are judged; after that even the right one is not', async () => {
    const store = await open()
    const place = await community(store, monday)
    const [wish] = (await openWishes(place, 1)) as [Wish]
    const [ben] = (await place.volunteers(['ben'])) as [Person]
    await place.claim(ben, wish, 'ben')
    await place.move(ben, wish, { action: 'deliver' })
    const right = receiptCode(secret, wish.id, 1)
    const guess = (typedCode: string) =>
      moveWish(place.services, ben, { code: wish.code, orders: [{ action: 'confirm', how: 'code' }], typedCode })
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0')

    const tried = tally((await Promise.all(names(20).map(() => guess(wrong)))).map(outcome))

    expect(tried['wrong-code'] ?? 0).toBeLessThanOrEqual(5)
    expect((tried['wrong-code'] ?? 0) + (tried['code-locked'] ?? 0)).toBe(20)
    expect(outcome(await guess(right))).toBe('code-locked')
    expect(await place.fresh(wish)).toMatchObject({ state: 'delivered' })
  })

  test('the right receipt code closes the wish once, however often it is sent', async () => {
    const store = await open()
    const place = await community(store, monday)
    const [wish] = (await openWishes(place, 1)) as [Wish]
    const [ben] = (await place.volunteers(['ben'])) as [Person]
    await place.claim(ben, wish, 'ben')
    const typedCode = receiptCode(secret, wish.id, 1)
    const orders = [{ action: 'deliver' }, { action: 'confirm', how: 'code' }] as const

    const moves = await Promise.all(
      names(3).map(() => moveWish(place.services, ben, { code: wish.code, orders, typedCode })),
    )

    expect(moves.filter((moved) => moved?.ok && !moved.isAgain)).toHaveLength(1)
    const confirmed = and(eq(events.stream, wish.id), eq(events.action, 'confirm'))
    expect(await store.db.select().from(events).where(confirmed)).toHaveLength(1)
    expect(await place.fresh(wish)).toMatchObject({ state: 'fulfilled', confirmedHow: 'code' })
  })
})
