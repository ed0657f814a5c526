import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sha256 } from '#auth/hashing.ts'
import { claims, consents, events, receipts, receiverWords, views, wishes } from '#db/schema/tables.ts'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'
import { hiddenOf, received, sayOnPage, slipOfEarlier } from './say-on-page.ts'
import { slipOf } from './slip-of.ts'

const words = zh.receipts
let app: TestApp
let life: ReturnType<typeof living>
const log = vi.spyOn(console, 'error').mockImplementation(() => {})
afterAll(() => log.mockRestore())
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})
afterEach(() => expect(log).not.toHaveBeenCalled())

const say = (at: string, fields: Readonly<Record<string, string>>) => sayOnPage(app.anyone, at, fields)
const claimOf = async (code: string) => {
  const { id } = await life.stored(code)
  const rows = await app.services.store.db.select().from(claims).where(eq(claims.wishId, id))
  return rows.at(-1)
}

describe('the page behind a slip', () => {
  test('says what was wished, how far it is and by when, in large type, and whom to call', async () => {
    const code = await life.open()
    const { at } = await slipOf(app, code)

    const { status, words: said, html } = await app.anyone.get(at)

    expect(status).toBe(200)
    expect(said).toContain('2 箱')
    expect(said).toContain(words.lead(code))
    expect(said).toContain(words.state.open)
    expect(said).toContain(words.within(3))
    expect(html).toContain('data-view="elder"')
    expect(html).toContain('tel:0994-2345678')
  })

  test('names the visitor, with the work unit and the time, once a visit is agreed, and not before', async () => {
    const code = await life.claimed()
    const { at } = await slipOf(app, code)
    expect((await app.anyone.get(at)).words).toContain(words.noVisitYet)
    expect((await app.anyone.get(at)).words).not.toContain('Water Works')

    await life.move('ben', code, 'schedule', { day: '2026-11-03', time: '11:00' })

    const { words: said } = await app.anyone.get(at)
    expect(said).toContain('Water Works')
    expect(said).toMatch(/来的人 +ben/)
    expect(said).toContain(words.who.check)

    await life.deliver(code)
    expect((await app.anyone.get(at)).words).not.toContain('Water Works')
  })

  test('is never cached or indexed, and passed on to no other page', async () => {
    const { at, token } = await slipOfEarlier(app, await life.delivered())
    const home = await app.anyone.get(at)
    const looks = await app.anyone.get(`${at}/looks`)
    const asked = await app.anyone.post(at, { seq: home.hidden('seq'), ...received('satisfied') })

    for (const { headers, html } of [home, looks, asked]) {
      expect(headers.get('cache-control')).toBe('private, no-store')
      expect(headers.get('x-robots-tag')).toBe('noindex, nofollow')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      const addresses = [...html.matchAll(/(?:href|src|action|content|value)="([^"]*)"/g)].map(([, to = '']) => to)
      const telling = addresses.filter((to) => to.includes(token))
      expect([...new Set(telling)].sort()).toEqual(telling.includes(`${at}/looks`) ? [at, `${at}/looks`] : [at])
    }
  })

  test('of a wrong token is not found, and after twenty of them says when to come back; the right one still opens', async () => {
    const { at } = await slipOf(app, await life.open())
    const wrong = (n: number) => `/r/${String(n).padStart(22, 'a')}`
    for (let n = 0; n < 20; n++) {
      const { status, html } = await app.anyone.get(wrong(n))
      expect(status).toBe(404)
      expect(html).not.toContain(wrong(n))
    }

    const locked = await app.anyone.get(wrong(20))

    expect(locked.status).toBe(429)
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(locked.words).toContain(zh.errors.tooMany(60).title)
    expect((await app.anyone.get(at)).status).toBe(200)
  })

  test('stores the hash of its token and nothing that leads back to it', async () => {
    const { token } = await slipOf(app, await life.open())
    const { db } = app.services.store
    expect((await db.select().from(receipts)).map(({ id }) => id)).toEqual([sha256(token)])
    const everything = JSON.stringify([await db.select().from(events), await db.select().from(views)])
    expect(everything).not.toContain(token)
  })

  test('ends when a newer slip is printed, and when staff end it', async () => {
    const code = await life.open()
    const first = await slipOf(app, code)
    const second = await slipOf(app, code)
    expect((await app.anyone.get(first.at)).status).toBe(404)
    expect((await app.anyone.get(second.at)).status).toBe(200)

    await app.as('ana').post(`/wishes/${code}/slip/end`)

    expect((await app.anyone.get(second.at)).status).toBe(404)
    expect((await app.as('wang').post(`/wishes/${code}/slip/end`)).status).toBe(404)
  })

  test('ends thirty days after the wish is closed', async () => {
    const code = await life.delivered()
    const { at } = await slipOfEarlier(app, code)
    await life.call(code, { reached: 'yes', received: 'yes', satisfaction: 'satisfied' })
    app.at('2026-12-02T10:59:00+08:00')
    expect((await app.anyone.get(at)).status).toBe(200)
    app.at('2026-12-02T11:00:00+08:00')
    expect((await app.anyone.get(at)).status).toBe(404)
  })
})

describe('what the receiving side says', () => {
  let code: string
  let at: string
  beforeEach(async () => {
    code = await life.delivered()
    at = (await slipOfEarlier(app, code)).at
  })

  test('is asked once more before it counts', async () => {
    const page = await app.anyone.get(at)
    const asked = await app.anyone.post(at, { seq: page.hidden('seq'), ...received('satisfied') })

    expect(asked.words).toContain(words.ask.level('满意'))
    expect((await life.stored(code)).state).toBe('delivered')

    await app.anyone.post(at, { ...hiddenOf(asked), sure: 'yes' })
    expect(await life.stored(code)).toMatchObject({
      state: 'fulfilled',
      confirmedHow: 'page',
      satisfaction: 'satisfied',
    })
    expect(await claimOf(code)).toMatchObject({ answer: 'received', satisfaction: 'satisfied', calledAt: null })
    expect((await claimOf(code))?.saidAt).toEqual(app.services.now())
  })

  test.each([
    ['no', 'not-received'],
    ['partly', 'partly-received'],
  ])('%s reopens the wish for another claimant, and the secretary is informed', async (answer, reason) => {
    const { location } = await say(at, { act: 'word', received: answer })

    expect(location).toBe(`${at}?done=reopen`)
    expect(await life.stored(code)).toMatchObject({ state: 'open', barredId: app.people.ben.id, reopened: 1 })
    expect((await app.anyone.get(`${at}?done=reopen`)).words).toContain(words.done.reopen)
    expect((await app.as('dora').get('/desk')).words).toContain(zh.notifications.kind.reopen)
    const [last] = (await app.services.store.db.select().from(events).where(eq(events.action, 'reopen'))) as [
      typeof events.$inferSelect,
    ]
    expect(last).toMatchObject({ actorId: 'receiver', data: { reason, onPage: true, speaker: 'resident' } })
  })

  test('that it is dissatisfied opens it again, also when it was rated before', async () => {
    await say(at, received('satisfied'))
    const { location } = await say(at, { act: 'word', received: 'dissatisfied' })
    expect(location).toBe(`${at}?done=reopen`)
    expect((await life.stored(code)).state).toBe('open')
  })

  test('that it arrived, without a level, can be rated later, and once', async () => {
    await say(at, received('unrated'))
    expect(await life.stored(code)).toMatchObject({ state: 'fulfilled', satisfaction: null })
    await say(at, received('very-satisfied'))
    expect(await life.stored(code)).toMatchObject({ state: 'fulfilled', satisfaction: 'very-satisfied' })

    const again = await say(at, received('satisfied'))

    expect(again.status).toBe(409)
    expect((await life.stored(code)).satisfaction).toBe('very-satisfied')
  })

  test('nothing chosen comes back with a sentence', async () => {
    const page = await app.anyone.get(at)
    const answer = await app.anyone.post(at, { act: 'word', seq: page.hidden('seq') })
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(words.word.choose)
  })

  test('in two tabs: the same word twice is one, and a page that is out of date says so and changes nothing', async () => {
    const [one, two] = [await app.anyone.get(at), await app.anyone.get(at)]
    const word = { ...received('satisfied'), sure: 'yes' }
    await app.anyone.post(at, { ...word, seq: one.hidden('seq') })
    const same = await app.anyone.post(at, { ...word, seq: two.hidden('seq') })
    expect(same.location).toBe(`${at}?done=again`)

    await say(at, { act: 'word', received: 'dissatisfied' })
    const late = await app.anyone.post(at, { act: 'word', received: 'no', sure: 'yes', seq: two.hidden('seq') })
    expect(late.status).toBe(409)
    expect(late.words).toContain(words.moved)
    expect((await life.stored(code)).reopened).toBe(1)
  })

  test('does not count for another delivery: a page of the first round says nothing about the second', async () => {
    const page = await app.anyone.get(at)
    await life.call(code, { reached: 'yes', received: 'no' })
    await life.claim(code, 'cleo')
    await life.deliver(code, 'cleo')

    const late = await app.anyone.post(at, { ...received('satisfied'), sure: 'yes', seq: page.hidden('seq') })

    expect(late.status).toBe(409)
    expect((await life.stored(code)).state).toBe('delivered')
  })

  test.each(['ben', 'dora'] as const)('is not taken from %s, who had a part in it or printed the slip', async (who) => {
    if (who === 'dora') {
      const { id, round } = await life.stored(code)
      const look = { id: 'look', viewerId: app.people.dora.id, wishId: id, round: `${round}`, page: 'slip' }
      await app.services.store.commit([app.services.store.db.insert(views).values({ ...look, at: app.services.now() })])
    }
    const page = await app.as(who).get(at)
    expect(page.words).toContain(words.ownSide)
    expect(page.html).not.toContain('name="received"')

    const answer = await app.as(who).post(at, { ...received('satisfied'), sure: 'yes', seq: '4' })

    expect(answer.status).toBe(403)
    expect((await life.stored(code)).state).toBe('delivered')
    // No one is signed in on the resident's own phone.
    expect([`${at}?done=word`, `${at}?done=sample`]).toContain((await say(at, received('satisfied'))).location)
  })
})

describe('what else the page accepts', () => {
  test('a wish that is no longer needed is withdrawn, and its claimant is informed', async () => {
    const code = await life.claimed()
    const { at } = await slipOf(app, code)

    expect((await say(at, { act: 'withdraw' })).location).toBe(`${at}?done=withdraw`)

    expect(await life.stored(code)).toMatchObject({ state: 'withdrawn', endReason: 'no-longer-needed' })
    expect((await app.as('ben').get('/mine')).words).toContain(zh.notifications.kind.withdraw)
    expect((await app.anyone.get(at)).words).toContain(words.state.withdrawn)
  })

  test('a mistake is written down for the grid worker, once, and is gone from the list when it is done', async () => {
    const code = await life.open()
    const { at } = await slipOf(app, code)
    const asked = await app.anyone.post(at, { act: 'correct', text: '门牌是 204，不是 203' })
    const sent = { ...hiddenOf(asked), sure: 'yes' }
    await app.anyone.post(at, sent)
    await app.anyone.post(at, sent)

    const [row, ...more] = await app.services.store.db.select().from(receiverWords)
    expect(more).toEqual([])
    const copy = await app.as('ana').get(`/residents/${app.residents.li}/copy`)
    expect(copy.words).toContain('门牌是 204，不是 203')
    expect((await app.as('ana').get('/desk')).words).toContain(words.toRead.onDesk(1))
    expect((await app.as('gus').get('/desk')).words).not.toContain(words.toRead.onDesk(1))
    const list = await app.as('ana').get('/callbacks')
    expect(list.words).toContain('门牌是 204，不是 203')
    expect((await app.as('gus').get('/callbacks')).words).not.toContain('门牌是 204')
    expect((await app.as('wang').post(`/receipts/words/${row?.id}`)).status).toBe(404)

    await app.as('ana').post(`/receipts/words/${row?.id}`)
    expect((await app.as('ana').get('/callbacks')).words).not.toContain('门牌是 204')
  })

  test('an empty or too long mistake, and one with an identity number, come back as typed', async () => {
    const { at } = await slipOf(app, await life.open())
    for (const text of ['', 'x'.repeat(501), '我的身份证是 110101199003070038'])
      expect((await app.anyone.post(at, { act: 'correct', text })).status).toBe(422)
    expect(await app.services.store.db.select().from(receiverWords)).toEqual([])
  })

  test('a consent is taken back at once: without the contact the claimant sees no door', async () => {
    const code = await life.claimed()
    const { at } = await slipOf(app, code)
    expect((await app.as('ben').get(`/wishes/${code}`)).words).toContain('Li Guilan')

    expect((await say(at, { act: 'consent', purpose: 'contact' })).location).toBe(`${at}?done=consent`)

    expect((await app.as('ben').get(`/wishes/${code}`)).words).not.toContain('Li Guilan')
    const [row] = (await app.services.store.db.select().from(consents)).slice(-1)
    expect(row).toMatchObject({ purpose: 'contact', given: false, method: 'page', witnessId: 'receiver' })
    const again = await app.anyone.post(at, { act: 'consent', purpose: 'contact', sure: 'yes' })
    expect(again.status).toBe(409)
  })

  test('with the consent for wishes the page itself ends, and every wish of the resident that is not delivered', async () => {
    const [first, second] = [await life.open(), await life.open()]
    const slips = [await slipOf(app, first), await slipOf(app, second)]

    const closed = await say(slips[0]?.at ?? '', { act: 'consent', purpose: 'posting' })

    expect(closed.status).toBe(200)
    expect(closed.words).toContain(words.done.closed)
    for (const { at } of slips) expect((await app.anyone.get(at)).status).toBe(404)
    expect((await life.stored(first)).state).toBe('withdrawn')
    expect((await life.stored(second)).state).toBe('withdrawn')
  })

  test('being taken off the list is for a person to explain first', async () => {
    const { at } = await slipOf(app, await life.open())
    expect((await app.anyone.get(at)).words).toContain(words.consent.kept)
    expect((await app.anyone.post(at, { act: 'consent', purpose: 'kept', sure: 'yes' })).status).toBe(409)
  })

  test('who has looked at the data is shown by role and day, without a name', async () => {
    const code = await life.claimed()
    await app.as('ben').get(`/wishes/${code}`)
    const { at } = await slipOf(app, code)

    const { words: said } = await app.anyone.get(`${at}/looks`)
    // How often is said only where it was more than once.
    expect(said).not.toContain(zh.receipts.looks.times(1))
    expect(said).not.toContain(zh.copy.lookHead.times)

    expect(said).toContain('2026-11-02')
    expect(said).toContain(zh.copy.role.volunteer)
    expect(said).toContain(zh.copy.page.slip)
    for (const name of ['ben', 'dora']) expect(said).not.toContain(name)
  })

  test('anything else is no form of this page', async () => {
    const { at } = await slipOf(app, await life.open())
    expect((await app.anyone.post(at, { act: 'publish' })).status).toBe(400)
    expect((await app.anyone.post(at, { act: 'withdraw' })).status).toBe(400)
  })
})

test('the end of the file and its erasure end the page, and nothing that was written is left', async () => {
  const code = await life.open()
  const { at } = await slipOf(app, code)
  await say(at, { act: 'correct', text: '名字写错了' })
  const { li } = app.residents
  const form = await app.as('ana').get(`/residents/${li}/end?reason=moved&method=phone&day=2026-11-02`)
  await app
    .as('ana')
    .post(`/residents/${li}/end`, { ...hiddenOf(form), reason: 'moved', method: 'phone', day: '2026-11-02' })
  expect((await app.anyone.get(at)).status).toBe(404)

  app.at('2026-12-20T12:00:00+08:00')
  await tick(app.services)

  const { db } = app.services.store
  expect(await db.select().from(receipts)).toEqual([])
  expect(await db.select().from(receiverWords)).toEqual([])
  expect((await db.select().from(wishes)).length).toBeGreaterThan(0)
})
