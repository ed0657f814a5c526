import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { recordTableLooks } from '#actions/table/record-table-looks.ts'
import { answerAtOnce, type DirectAnswer } from '#actions/wishes/answer-at-once.ts'
import { preparePost } from '#actions/wishes/post-wish.ts'
import { newId } from '#auth/hashing.ts'
import { answerOf } from '#db/desk/answer-rows.ts'
import { answeredReferrals, referralCount, waitingReferrals } from '#db/desk/referral-rows.ts'
import { events, notifications, transfers, views, wishDetails, wishes } from '#db/schema/tables.ts'
import { tablePage, tickedRows } from '#db/table/table-rows.ts'
import { readFilter } from '#domain/table/table-filter.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'
import { tick } from '#jobs/run-clock.ts'
import { eachStore } from '#test/support/stores.ts'
import { community, milk, outcome } from './cast.ts'
import { isWhole } from './whole.ts'

const monday = new Date('2026-11-02T02:00:00Z')
const beijing = (text: string) => new Date(`${text}+08:00`)
const office = (text: string) => [{ kind: 'office', text }] as const
const resident = { id: 'r', communityId: 'c', gridId: 'g', ageBand: '80+' } as const
const plain = { words: '', specification: '', claimerNote: '', repeatReason: '' }

eachStore((open) => {
  test('a referral is asked about, the resident is informed at the second try, and nothing of it appears on the board', async () => {
    const store = await open()
    const place = await community(store, monday)
    const { services, clock, move, fresh } = place
    const anna = await place.staff('anna', 'gridWorker')
    const dora = await place.staff('dora', 'secretary')
    const asked = { communityId: 'c', gridIds: ['g'] }

    const content = { ...milk, itemId: null, source: 'transfer' } as const
    const came = { receivedAt: beijing('2026-10-30T15:00:00'), workOrder: 'YB-1' }
    const refer = { reason: 'utility', note: 'called the water works' } as const
    const posting = { ...plain, content, words: 'the pipe leaks', came, refer }
    const prepared = await preparePost(services, anna, resident, posting)
    if (!prepared.ok) throw new Error('not referred')
    await store.commit(prepared.statements)
    const { wish } = prepared
    expect(await fresh(wish)).toEqual(wish)
    expect(wish).toMatchObject({ state: 'referred', publishedAt: null, dueAt: beijing('2026-11-09T23:59:59') })
    expect(await preparePost(services, anna, resident, { ...posting, words: 'again' })).toMatchObject({
      refusal: { why: 'work-order', code: wish.code },
    })
    expect((await waitingReferrals(store.db, asked, null)).rows).toMatchObject([
      { code: wish.code, said: 'called the water works', follows: 0, publicText: 'the pipe leaks' },
    ])
    expect([await referralCount(store.db, anna), await referralCount(store.db, dora)]).toEqual([1, 1])

    // No one asks: the morning after the due day the clock reminds those who work there.
    clock.now = beijing('2026-11-10T11:00:00')
    await tick(services)
    const reminded = (await store.db.select().from(notifications)).filter(({ kind }) => kind === 'referral')
    expect(reminded.map(({ personId }) => personId).sort()).toEqual(['anna', 'dora'])
    const follow = { action: 'follow', outcome: 'no-answer', notes: office('on Thursday') } as const
    expect(outcome(await move(anna, wish, follow))).toBe('done')
    expect(await fresh(wish)).toMatchObject({ state: 'referred', remindedAt: clock.now })

    const answer = { action: 'answer', how: 'referral', told: 'phone', toldOn: '2026-11-11' } as const
    clock.now = beijing('2026-11-11T11:00:00')
    expect(outcome(await move(dora, wish, { ...answer, notes: office('mended') }))).toBe('done')
    expect(outcome(await move(anna, wish, { ...answer, notes: office('mended') }))).toBe('wrong-state')
    expect((await waitingReferrals(store.db, asked, null)).count).toBe(0)
    expect(await answeredReferrals(store.db, asked, monday)).toMatchObject([{ code: wish.code, said: 'mended' }])
    expect(await answerOf(store.db, wish.id)).toMatchObject({ told: 'phone', toldOn: '2026-11-11', said: 'mended' })
    await isWhole(store, (await store.db.select().from(events).orderBy(asc(events.pos))) as unknown as WishEvent[])
  })

  test('a question answered at once is one event without a name, and one work order is one request', async () => {
    const store = await open()
    const place = await community(store, monday)
    const anna = await place.staff('anna', 'gridWorker')
    const asked: DirectAnswer = {
      ...{ place: { communityId: 'c', gridId: 'g', ageBand: null }, residentId: null, how: 'office-call' },
      ...{ knowledgeId: null, asked: 'which bus card', said: 'at the terminus', source: 'transfer' },
      came: { receivedAt: null, workOrder: 'YB-2' },
    }
    const keys = [newId(), newId()]
    const answers = await Promise.all(keys.map((key) => answerAtOnce(place.services, anna, key, asked)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ refusal: { why: 'work-order' } }])

    const [wish, ...others] = await store.db.select().from(wishes)
    expect([wish?.state, wish?.seq, others]).toEqual(['answered', 1, []])
    expect(await store.db.select().from(wishDetails)).toEqual([])
    expect(await store.db.select().from(transfers)).toHaveLength(1)
    expect(await answerOf(store.db, wish?.id ?? '')).toMatchObject({ asked: 'which bus card', said: 'at the terminus' })
    await isWhole(store, (await store.db.select().from(events).orderBy(asc(events.pos))) as unknown as WishEvent[])
  })

  test('staff find a wish in the working table, tick it, and looking at its resident is recorded once a day', async () => {
    const store = await open()
    const place = await community(store, monday)
    const anna = await place.staff('anna', 'gridWorker')
    const [first, second] = [await place.post(anna), await place.post(anna)]
    const filter = readFilter({ state: 'submitted', grid: 'g' }, ['g'])
    const asked = { communityId: 'c', gridIds: ['g'], filter, search: null, now: monday, limit: 1 }

    const { rows, next } = await tablePage(store.db, { ...asked, after: null })
    const rest = await tablePage(store.db, { ...asked, after: next })
    expect([...rows, ...rest.rows].map(({ code }) => code).sort()).toEqual([first.code, second.code].sort())
    expect(rest.next).toBeNull()
    const search = { words: first.code.slice(0, 4), itemIds: ['milk', 'kettle'] }
    const found = await tablePage(store.db, { ...asked, search, after: null, limit: 50 })
    expect(found.rows).toHaveLength(2)
    const ticked = await tickedRows(store.db, { communityId: 'c', gridIds: ['g'] }, [second.code])
    expect(ticked).toMatchObject([{ code: second.code, residentId: 'r' }])
    expect(await tickedRows(store.db, { communityId: 'c', gridIds: ['other'] }, [second.code])).toEqual([])

    const looks = { page: 'table', residentIds: ['r', 'r'], since: monday } as const
    for (let time = 0; time < 2; time++) await recordTableLooks(place.services, anna, looks)
    expect(await store.db.select({ page: views.page, of: views.residentId }).from(views)).toEqual([
      { page: 'table', of: 'r' },
    ])
  })
})
