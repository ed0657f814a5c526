import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { once } from '#actions/once.ts'
import { endFile, endingsOf, seenOf } from '#actions/residents/end-file.ts'
import { recordConsent } from '#actions/residents/record-consent.ts'
import { moveWish } from '#actions/wishes/move-wish.ts'
import { type Posting, preparePost, type Whose } from '#actions/wishes/post-wish.ts'
import { newId } from '#auth/hashing.ts'
import { residentOf } from '#db/residents/resident-rows.ts'
import { consents, events, ruleVersions, wishes } from '#db/schema/tables.ts'
import type { Store } from '#db/store/store.ts'
import type { Person } from '#domain/people/actor.ts'
import type { ConsentPurpose } from '#domain/vocabulary.ts'
import { eachStore } from '#test/support/stores.ts'
import { community, milk, outcome } from './cast.ts'

const monday = new Date('2026-11-02T02:00:00Z')
const publish = { action: 'publish', publicText: '', approvesValue: false } as const

async function place(store: Store) {
  const here = await community(store, monday)
  const anna = await here.staff('anna', 'gridWorker')
  const dora = await here.staff('dora', 'secretary')
  const file = async () => (await residentOf(store.db, 'r')) as NonNullable<Awaited<ReturnType<typeof residentOf>>>
  const takeBack = async (purpose: ConsentPurpose, services = here.services) =>
    recordConsent(services, anna, newId(), await file(), { purpose, given: false, method: 'phone', day: '2026-11-02' })
  /** The services of someone between whose reading and writing something else happens, once. */
  const interrupted = (happens: () => Promise<unknown>) => {
    let isFirst = true
    const commit: Store['commit'] = async (statements) => {
      if (isFirst) {
        isFirst = false
        await happens()
      }
      return store.commit(statements)
    }
    return { ...here.services, store: { ...store, commit } }
  }
  /** As the form of a wish does it. */
  const postOver = (services: typeof here.services, by: Person) => {
    const posting: Posting = { content: milk, words: '', specification: '', claimerNote: '', repeatReason: 'agreed' }
    return once(services, by, { key: newId(), action: 'post', body: posting }, async () => {
      const prepared = await preparePost(services, by, (await file()) as Whose, posting)
      return prepared.ok ? { ok: true, statements: prepared.statements, answer: prepared.wish.code } : prepared
    })
  }
  return { ...here, anna, dora, takeBack, interrupted, postOver }
}

eachStore((open) => {
  test.each(['card', 'posting'] as const)(
    'the consent for %s taken back while a publish is written keeps the wish off the board',
    async (purpose) => {
      const store = await open()
      const { anna, dora, post, fresh, takeBack, interrupted } = await place(store)
      const wish = await post(anna)

      const slow = interrupted(() => takeBack(purpose))
      const moved = await moveWish(slow, dora, { code: wish.code, orders: [publish] })

      expect(moved?.ok).toBe(false)
      expect((await fresh(wish)).state).toBe(purpose === 'card' ? 'submitted' : 'withdrawn')
      if (purpose === 'card' && moved && !moved.ok)
        expect(moved.refusal).toEqual({ why: 'no-consent', missing: ['card'] })
      expect(await store.db.select().from(events).where(eq(events.action, 'publish'))).toEqual([])
    },
  )

  test('a wish published while the card consent is taken back goes along with it', async () => {
    const store = await open()
    const { anna, dora, post, move, fresh, takeBack, interrupted } = await place(store)
    const wish = await post(anna)

    const slow = interrupted(async () => expect(outcome(await move(dora, wish, publish))).toBe('done'))
    const recorded = await takeBack('card', slow)

    expect(recorded).toMatchObject({ ok: true, answer: { withdrawn: [wish.code] } })
    expect(await fresh(wish)).toMatchObject({ state: 'withdrawn', endReason: 'consent-withdrawn' })
    const answers = await store.db.select().from(consents).where(eq(consents.purpose, 'card'))
    expect(answers.filter(({ given }) => !given)).toHaveLength(1)
  })

  test('in a community without checks, a posting that would open at once waits if the consent was withdrawn in that moment', async () => {
    const store = await open()
    const { anna, takeBack, interrupted, postOver, services } = await place(store)
    const [first] = await store.db.select().from(ruleVersions)
    const rules = JSON.stringify({ ...JSON.parse(first?.rules ?? '{}'), checkBeforePublishing: false })
    const version = { id: 'unchecked', communityId: 'c', fromDay: '2026-06-01', reason: 'r', rules }
    await store.commit([store.db.insert(ruleVersions).values({ ...version, madeBy: 'dora', madeAt: monday })])
    const stateOf = async (posted: Awaited<ReturnType<typeof postOver>>) =>
      posted.ok && (await store.db.select().from(wishes).where(eq(wishes.code, posted.answer)))[0]?.state

    expect(await stateOf(await postOver(services, anna))).toBe('open')
    expect(
      await stateOf(
        await postOver(
          interrupted(() => takeBack('card')),
          anna,
        ),
      ),
    ).toBe('submitted')
  })

  test('a posting that is written while the file ends is refused with its reason', async () => {
    const store = await open()
    const { anna, interrupted, postOver, services } = await place(store)
    const asked = { method: 'phone', day: '2026-11-02' } as const
    const end = async () =>
      endFile(services, anna, 'r', { reason: 'moved', asked, seen: seenOf(await endingsOf(services, 'r')) })

    expect(await postOver(interrupted(end), anna)).toEqual({ ok: false, refusal: { why: 'file-ended' } })
    expect(await store.db.select().from(wishes)).toEqual([])
  })
})
