import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { endFile, endingsOf, reopenFile, seenOf } from '#actions/residents/end-file.ts'
import { recordConsent } from '#actions/residents/record-consent.ts'
import { moveWish } from '#actions/wishes/move-wish.ts'
import { newId } from '#auth/hashing.ts'
import { residentOf } from '#db/residents/resident-rows.ts'
import { claims, consents, events, notifications, residents, wishes } from '#db/schema/tables.ts'
import type { Store } from '#db/store/store.ts'
import type { Person } from '#domain/people/actor.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { tick } from '#jobs/run-clock.ts'
import { eachStore } from '#test/support/stores.ts'
import { type Community, community } from './cast.ts'

const monday = new Date('2026-11-02T02:00:00Z')
const asked = { method: 'phone', day: '2026-11-02' } as const

/** Wishes of one resident: one to be checked, one open, one claimed, one delivered, and one that comes back each month. */
async function household(store: Store) {
  const place = await community(store, monday)
  const anna = await place.staff('anna', 'gridWorker')
  const dora = await place.staff('dora', 'secretary')
  const [ben, cleo] = (await place.volunteers(['ben', 'cleo'])) as [Person, Person]
  const open = async (changes = {}) => {
    const wish = await place.post(anna, changes)
    await place.move(dora, wish, { action: 'publish', publicText: '', approvesValue: false })
    return wish
  }
  const submitted = await place.post(anna)
  const published = await open()
  const claimed = await open()
  await place.claim(ben, claimed, 'ben')
  const visitAt = new Date('2026-11-03T04:00:00Z')
  await place.move(ben, claimed, { action: 'schedule', visitAt })
  const delivered = await open()
  await place.claim(cleo, delivered, 'cleo')
  await place.move(cleo, delivered, { action: 'deliver' })
  const monthly = await open({ every: 'month' })
  await place.claim(ben, monthly, 'ben')
  await place.move(ben, monthly, { action: 'deliver' })
  await place.move(dora, monthly, { action: 'confirm', how: 'call', speaker: 'resident', satisfaction: 'satisfied' })
  return { ...place, anna, dora, ben, cleo, wishes: { submitted, published, claimed, delivered, monthly } }
}

const end = async (place: Community, actor: Person, reason: 'moved' | 'deceased' | 'asked' = 'moved') => {
  const seen = seenOf(await endingsOf(place.services, 'r'))
  return endFile(place.services, actor, 'r', { reason, asked, seen })
}
const everything = async ({ db }: Store) => ({
  wishes: await db.select().from(wishes),
  claims: await db.select().from(claims),
  events: await db.select().from(events),
  notifications: await db.select().from(notifications),
  residents: await db.select().from(residents),
  consents: await db.select().from(consents),
})

eachStore((open) => {
  test('a file ends in one commit: wishes withdrawn, no calls, the claimant informed, nothing comes back', async () => {
    const store = await open()
    const place = await household(store)

    expect(await end(place, place.anna)).toEqual({ ok: true, isAgain: false })

    const fresh = async (wish: Wish) => place.fresh(wish)
    for (const name of ['submitted', 'published', 'claimed'] as const)
      expect(await fresh(place.wishes[name])).toMatchObject({
        ...{ state: 'withdrawn', endReason: 'moved', visitAt: null },
        ...{ claimantId: null, nextStep: null, informSince: null },
      })
    const delivered = await fresh(place.wishes.delivered)
    expect(delivered).toMatchObject({ state: 'unconfirmed', callbackDueAt: null, nextStep: null })
    const [claim] = await store.db.select().from(claims).where(eq(claims.wishId, delivered.id))
    expect(claim).toMatchObject({ sparedAt: monday, callbackDueAt: null })
    expect(await fresh(place.wishes.monthly)).toMatchObject({ state: 'fulfilled', every: null, nextStep: null })
    const told = await store.db.select().from(notifications).where(eq(notifications.kind, 'withdraw'))
    expect(told.filter((row) => row.personId === 'ben')).toHaveLength(1)
    const [event] = await store.db.select().from(events).where(eq(events.action, 'resident-ended'))
    expect(event?.data).toMatchObject({ residentId: 'r', reason: 'moved' })

    place.clock.now = new Date('2026-12-02T02:00:00Z')
    await tick(place.services)
    expect(await store.db.select().from(wishes).where(eq(wishes.state, 'draft'))).toEqual([])
  })

  test('pressed twice it ends once', async () => {
    const store = await open()
    const place = await household(store)
    await end(place, place.anna)
    const before = await everything(store)

    expect(await end(place, place.anna, 'deceased')).toEqual({ ok: true, isAgain: true })
    expect(await everything(store)).toEqual(before)
  })

  test('a wish claimed while the end is written changes nothing at all, and the new list is shown', async () => {
    const store = await open()
    const place = await household(store)
    const { anna, cleo, services } = place
    const seen = seenOf(await endingsOf(services, 'r'))
    let isFirst = true
    let between: unknown
    const commit: Store['commit'] = async (statements) => {
      if (isFirst) {
        isFirst = false
        await place.claim(cleo, place.wishes.published, 'cleo')
        between = await everything(store)
      }
      return store.commit(statements)
    }
    const slow = { ...services, store: { ...store, commit } }

    expect(await endFile(slow, anna, 'r', { reason: 'moved', asked, seen })).toEqual({ ok: false, why: 'changed' })
    expect(await everything(store)).toEqual(between)
  })

  test('a wish posted while the end is written refuses the end; after the end nothing can be posted', async () => {
    const store = await open()
    const place = await household(store)
    const { anna, services } = place
    const seen = seenOf(await endingsOf(services, 'r'))
    let isFirst = true
    const commit: Store['commit'] = async (statements) => {
      if (isFirst) {
        isFirst = false
        await place.post(anna)
      }
      return store.commit(statements)
    }
    const slow = { ...services, store: { ...store, commit } }
    expect(await endFile(slow, anna, 'r', { reason: 'moved', asked, seen })).toEqual({ ok: false, why: 'changed' })

    await end(place, anna)
    await expect(place.post(anna)).rejects.toThrow('file-ended')
  })

  test('no one calls about a file that has ended', async () => {
    const store = await open()
    const place = await household(store)
    await end(place, place.anna, 'deceased')

    const orders = [{ action: 'try', outcome: 'no-answer' }] as const
    const tried = await moveWish(place.services, place.dora, { code: place.wishes.delivered.code, orders: [...orders] })
    expect(tried).toMatchObject({ ok: false, refusal: { why: 'file-ended' } })
  })

  test('asked to be deleted takes the consent back with it; the secretary reopens it with a new one', async () => {
    const store = await open()
    const place = await household(store)
    await end(place, place.anna, 'asked')
    const file = await residentOf(store.db, 'r')
    if (!file) throw new Error('no file')

    expect(await reopenFile(place.services, place.anna, file, asked)).toBe(null)
    expect(await reopenFile(place.services, place.dora, file, asked)).toEqual({ ok: true })
    expect(await residentOf(store.db, 'r')).toMatchObject({ endedAt: null, endReason: null })
    const kept = await store.db.select().from(consents).where(eq(consents.purpose, 'kept'))
    expect(kept.map((row) => row.given).sort()).toEqual([false, true, true])
    expect(await place.fresh(place.wishes.published)).toMatchObject({ state: 'withdrawn' })
    await place.post(place.anna)
  })

  test('the consent to post taken back withdraws what is not delivered; that for the card only what is public', async () => {
    for (const [purpose, gone] of [
      ['posting', ['submitted', 'published', 'claimed']],
      ['card', ['published', 'claimed']],
      ['contact', []],
    ] as const) {
      const store = await open()
      const place = await household(store)
      const file = await residentOf(store.db, 'r')
      if (!file) throw new Error('no file')
      const answer = { purpose, given: false, ...asked }
      const recorded = await recordConsent(place.services, place.anna, newId(), file, answer)

      expect(recorded).toMatchObject({ ok: true, answer: { withdrawn: { length: gone.length } } })
      for (const name of ['submitted', 'published', 'claimed', 'delivered', 'monthly'] as const) {
        const isGone = (gone as readonly string[]).includes(name)
        const { state, endReason } = await place.fresh(place.wishes[name])
        expect([purpose, name, state === 'withdrawn', endReason]).toEqual([
          purpose,
          name,
          isGone,
          isGone ? 'consent-withdrawn' : null,
        ])
      }
      const told = await store.db.select().from(notifications).where(eq(notifications.kind, 'contact-withdrawn'))
      expect(told.map((row) => row.personId)).toEqual(purpose === 'contact' ? ['ben'] : [])
    }
  })
})
