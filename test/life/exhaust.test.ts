import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { moveWish } from '#actions/wishes/move-wish.ts'
import { receiptCode } from '#actions/wishes/receipt-code.ts'
import { claims, events, notifications, wishes } from '#db/schema/tables.ts'
import { replay } from '#domain/wish/apply.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'
import { tick } from '#jobs/run-clock.ts'
import { eachStore } from '#test/support/stores.ts'
import { community, outcome, secret } from './cast.ts'

const monday = new Date('2026-11-02T02:00:00Z')
const beijing = (text: string) => new Date(`${text}+08:00`)
const publish = { action: 'publish', publicText: '', approvesValue: false } as const
const noAnswer = { action: 'try', outcome: 'no-answer' } as const
const word = { speaker: 'resident', satisfaction: 'satisfied' } as const

eachStore((open) => {
  /** A delivery of Monday, 10:00, that anna and dora may call about. */
  async function place() {
    const store = await open()
    const here = await community(store, monday)
    const anna = await here.staff('anna', 'gridWorker')
    const dora = await here.staff('dora', 'secretary')
    const [ben] = await here.volunteers(['ben'])
    if (!ben) throw new Error('the cast is incomplete')
    const wish = await here.post(anna)
    await here.move(dora, wish, publish)
    await here.claim(ben, wish, 'ben')
    await here.move(ben, wish, { action: 'deliver' })
    const tryAt = async (time: string) => {
      here.clock.now = beijing(time)
      expect(outcome(await here.move(anna, wish, noAnswer))).toBe('done')
    }
    const told = async (of: Wish) => {
      const rows = await store.db.select().from(events).where(eq(events.stream, of.id)).orderBy(asc(events.seq))
      return rows as unknown as readonly WishEvent[]
    }
    return { ...here, store, anna, dora, ben, wish, tryAt, told }
  }

  test('after three tries at different hours the clock gives up once, also after a week without a clock', async () => {
    const { services, clock, store, wish, tryAt, told, fresh } = await place()
    await tryAt('2026-11-02T11:00:00')
    await tryAt('2026-11-02T11:30:00')
    await tryAt('2026-11-02T13:00:00')
    expect(await tick(services)).toMatchObject({ exhausted: 0 })
    await tryAt('2026-11-03T10:00:00')
    clock.now = beijing('2026-11-10T10:00:00')

    const ticks = await Promise.all([tick(services), tick(services)])
    expect(await tick(services)).toMatchObject({ exhausted: 0 })

    expect(ticks.map(({ exhausted }) => exhausted).sort()).toContain(1)
    const stream = await told(wish)
    expect(stream.map(({ action }) => action).join(' ')).toBe('post publish claim deliver try try try try exhaust')
    expect(stream.at(-1)).toMatchObject({ actorId: 'clock', state: 'unconfirmed' })
    expect(await fresh(wish)).toEqual(replay(stream))
    expect(await store.db.select().from(claims)).toMatchObject([
      { tries: 4, calledAt: null, triesSpentAt: beijing('2026-11-03T10:00:00') },
    ])
    const notified = await store.db.select().from(notifications).where(eq(notifications.kind, 'exhaust'))
    expect(notified.map(({ personId }) => personId).sort()).toEqual(['anna', 'dora'])
  })

  test('a later call still confirms, or opens the wish again', async () => {
    const first = await place()
    for (const time of ['2026-11-02T11:00:00', '2026-11-02T14:00:00', '2026-11-03T10:00:00']) await first.tryAt(time)
    await tick(first.services)
    const confirm = { action: 'confirm', how: 'call', ...word } as const
    expect(outcome(await first.move(first.dora, first.wish, confirm))).toBe('done')
    expect(await first.fresh(first.wish)).toMatchObject({ state: 'fulfilled', confirmedHow: 'call' })

    const second = await place()
    for (const time of ['2026-11-02T11:00:00', '2026-11-02T14:00:00', '2026-11-03T10:00:00']) await second.tryAt(time)
    await tick(second.services)
    const missing = { action: 'reopen', reason: 'not-received', ...word } as const
    expect(outcome(await second.move(second.dora, second.wish, missing))).toBe('done')
    expect(await second.fresh(second.wish)).toMatchObject({ state: 'open', reopened: 1, callbackTries: 0 })
  })

  test('what the receipt code has confirmed stays confirmed, however often a call goes unanswered', async () => {
    const { services, store, ben, wish, tryAt, fresh, move } = await place()
    const typedCode = receiptCode(secret, wish.id, 1)
    await moveWish(services, ben, { code: wish.code, orders: [{ action: 'confirm', how: 'code' }], typedCode })
    for (const time of ['2026-11-02T11:00:00', '2026-11-02T14:00:00', '2026-11-03T10:00:00']) await tryAt(time)

    expect(await tick(services)).toMatchObject({ exhausted: 0 })
    expect((await fresh(wish)).state).toBe('fulfilled')
    expect((await store.db.select().from(claims))[0]?.triesSpentAt).toEqual(beijing('2026-11-03T10:00:00'))
    expect(outcome(await move(ben, wish, noAnswer))).toBe('not-allowed')
    expect(await store.db.select().from(wishes).where(eq(wishes.state, 'unconfirmed'))).toEqual([])
  })
})
