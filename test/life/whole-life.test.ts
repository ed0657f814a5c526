import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { claims, events, notifications } from '#db/schema/tables.ts'
import { anyone } from '#domain/people/actor.ts'
import { replay } from '#domain/wish/apply.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'
import { tick } from '#jobs/run-clock.ts'
import { eachStore } from '#test/support/stores.ts'
import { community, outcome } from './cast.ts'

// A Monday, ten in the morning in Beijing; yellow wishes are due three working days after the claim.
const monday = new Date('2026-11-02T02:00:00Z')
const beijing = (text: string) => new Date(`${text}+08:00`)
const note = (kind: 'handover' | 'reason', text: string) => ({ kind, text })

const call = { how: 'call', speaker: 'resident', satisfaction: 'very-satisfied' } as const
const publish = { action: 'publish', publicText: '', approvesValue: false } as const
const notReceived = { action: 'reopen', reason: 'not-received', speaker: 'resident', satisfaction: null } as const

eachStore((open) => {
  test('one life: claimed, given back, forgotten, delivered to the wrong door, done again, confirmed', async () => {
    const place = await community(await open(), monday)
    const { services, clock, move, claim, fresh } = place
    const anna = await place.staff('anna', 'gridWorker')
    const clara = await place.staff('clara', 'gridWorker')
    const dora = await place.staff('dora', 'secretary')
    const [ben, cleo, emil] = await place.volunteers(['ben', 'cleo', 'emil'])
    if (!ben || !cleo || !emil) throw new Error('the cast is incomplete')

    // No one outside knows of it before it is published.
    const wish = await place.post(anna)
    expect(wish).toMatchObject({ state: 'submitted', seq: 1, publishedAt: null })
    expect(outcome(await claim(ben, wish, 'ben'))).toBe('unknown')
    expect(outcome(await move(dora, wish, publish))).toBe('done')
    expect(outcome(await claim(anyone, wish, 'ben'))).toBe('not-allowed')

    // Ben takes it and gives it back with a note.
    expect(outcome(await claim(ben, wish, 'ben'))).toBe('done')
    expect(outcome(await claim(ben, wish, 'ben'))).toBe('again')
    expect(outcome(await claim(cleo, wish, 'cleo'))).toBe('taken')
    expect(await fresh(wish)).toMatchObject({ dueAt: beijing('2026-11-05T23:59:59'), claimantId: 'ben', round: 1 })
    expect(outcome(await move(ben, wish, { action: 'release' }))).toBe('reason-missing')
    const release = { action: 'release', notes: [note('handover', 'the shop closes at six')] } as const
    expect(outcome(await move(ben, wish, release))).toBe('done')

    // Cleo takes it the next day and forgets it: due on Friday, one working day of grace, back on the Tuesday.
    clock.now = beijing('2026-11-03T09:00:00')
    expect(outcome(await claim(cleo, wish, 'cleo'))).toBe('done')
    expect(await fresh(wish)).toMatchObject({ dueAt: beijing('2026-11-06T23:59:59') })
    for (const time of ['2026-11-04T09:00:00', '2026-11-06T10:00:00', '2026-11-07T10:00:00', '2026-11-09T23:59:59']) {
      clock.now = beijing(time)
      expect(await tick(services)).toMatchObject({ lapsed: 0 })
    }
    clock.now = beijing('2026-11-10T00:00:00')
    expect(await tick(services)).toMatchObject({ lapsed: 1 })
    expect(await tick(services)).toMatchObject({ lapsed: 0 })
    expect(await fresh(wish)).toMatchObject({ state: 'open', claimantId: null, dueAt: null })

    // Emil delivers, takes it back, delivers again; the resident says that nothing came.
    expect(outcome(await claim(emil, wish, 'emil'))).toBe('done')
    const visitAt = beijing('2026-11-10T15:00:00')
    expect(outcome(await move(emil, wish, { action: 'schedule', visitAt }))).toBe('done')
    expect(outcome(await move(emil, wish, { action: 'deliver' }))).toBe('done')
    expect(outcome(await move(emil, wish, { action: 'undo' }))).toBe('done')
    expect(outcome(await move(emil, wish, { action: 'deliver' }))).toBe('done')
    clock.now = beijing('2026-11-10T15:00:00')
    expect(outcome(await move(emil, wish, { action: 'undo' }))).toBe('undo-too-late')
    expect(outcome(await move(emil, wish, { action: 'confirm', ...call }))).toBe('not-allowed')
    expect(outcome(await move(clara, wish, notReceived))).toBe('done')
    expect(outcome(await claim(emil, wish, 'emil'))).toBe('new-owner')

    // Ben again; Clara, who had no part in it, calls back.
    expect(outcome(await claim(ben, wish, 'ben'))).toBe('done')
    expect(outcome(await move(ben, wish, { action: 'deliver' }))).toBe('done')
    expect(outcome(await move(clara, wish, { action: 'confirm', ...call }))).toBe('done')
    expect(outcome(await move(clara, wish, { action: 'confirm', ...call }))).toBe('again')

    // The promise of the first claim was not moved by the later ones.
    const done = await fresh(wish)
    expect(done).toMatchObject({
      state: 'fulfilled',
      confirmedHow: 'call',
      round: 4,
      reopened: 1,
      promiseAt: beijing('2026-11-05T23:59:59'),
      satisfaction: 'very-satisfied',
    })

    const { db } = services.store
    const told = await db.select().from(events).where(eq(events.stream, wish.id)).orderBy(asc(events.seq))
    const steps =
      'post publish claim release claim remind remind remind lapse claim schedule deliver undo deliver reopen claim deliver confirm'
    expect(told.map((event) => event.action).join(' ')).toBe(steps)
    expect(replay(told as unknown as WishEvent[])).toEqual(done)

    const rounds = await db.select().from(claims).where(eq(claims.wishId, wish.id)).orderBy(asc(claims.round))
    expect(rounds.map((row) => [row.personId, row.endReason, row.answer])).toEqual([
      ['ben', 'release', null],
      ['cleo', 'lapse', null],
      ['emil', 'delivered', 'not-received'],
      ['ben', 'delivered', 'received'],
    ])
    const toCleo = await db.select().from(notifications).where(eq(notifications.personId, 'cleo'))
    expect(toCleo.map((notice) => notice.kind)).toEqual(['fits', 'contact', 'due', 'overdue', 'lapse'])
  })

  test('a claimed wish that is no longer needed is withdrawn, and its volunteer is free again', async () => {
    const place = await community(await open(), monday)
    const anna = await place.staff('anna', 'gridWorker')
    const dora = await place.staff('dora', 'secretary')
    const [ben] = await place.volunteers(['ben'])
    const [first, second, third] = [await place.post(anna), await place.post(anna), await place.post(anna)]
    for (const wish of [first, second, third]) await place.move(dora, wish, publish)
    const claimAll = async () => {
      const outcomes = []
      for (const wish of [first, second, third]) outcomes.push(outcome(await place.claim(ben ?? anyone, wish, 'ben')))
      return outcomes
    }

    expect(await claimAll()).toEqual(['done', 'done', 'person-limit'])
    expect(outcome(await place.move(anna, first, { action: 'withdraw', reason: 'met-otherwise' }))).toBe('done')
    expect(await claimAll()).toEqual(['wrong-state', 'again', 'done'])
    expect(await place.fresh(first)).toMatchObject({ state: 'withdrawn', claimantId: null, endReason: 'met-otherwise' })
  })
})
