import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { countsBy } from '#db/months/figure-counts.ts'
import { claims, events, ruleVersions } from '#db/schema/tables.ts'
import { type Counts, type Period, periodOf } from '#domain/month/figures.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'
import { received, sayOnPage, slipOfEarlier } from './say-on-page.ts'

const words = zh.receipts
let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

/** A delivered wish with a slip; a new one whenever it is asked for. */
async function deliveredWithSlip() {
  const code = await life.open()
  await life.claim(code, 'ben')
  await life.deliver(code, 'ben')
  return { code, ...(await slipOfEarlier(app, code)) }
}
const claimOf = async (code: string) => {
  const { id } = await life.stored(code)
  const rows = await app.services.store.db.select().from(claims).where(eq(claims.wishId, id))
  return rows.at(-1)
}
const isCalled = async (code: string) =>
  (await app.as('ana').get('/callbacks')).html.includes(`/wishes/${code}/confirm`)
/** The work unit of the cast may claim more than five wishes in the month. */
async function allowMany() {
  const { db } = app.services.store
  const [version] = await db.select().from(ruleVersions)
  if (!version) throw new Error('no rules')
  const rules = JSON.stringify({ ...JSON.parse(version.rules), claimsPerUnitMonth: 200 })
  await app.services.store.commit([db.update(ruleVersions).set({ rules })])
}
const figures = async (): Promise<Counts> => {
  const now = new Date('2026-12-30T12:00:00+08:00')
  const period = periodOf('2026-11', 'Asia/Shanghai', now) as Period
  const asked = { communityIds: ['hongqi'], gridIds: null, period, now }
  const [row] = await countsBy(app.services.store.db, asked, ['community'])
  return row?.counts as Counts
}

/** Rates deliveries on their pages until one is spared and one is drawn for a call. */
async function untilBoth() {
  await allowMany()
  let [spared, drawn] = ['', '']
  for (let n = 0; n < 60 && !(spared && drawn); n++) {
    const { code, at } = await deliveredWithSlip()
    const { location } = await sayOnPage(app.anyone, at, received('satisfied'))
    if (location === `${at}?done=word`) spared = code
    if (location === `${at}?done=sample`) drawn = code
  }
  return { spared, drawn }
}

describe('a delivery that was rated on the page', () => {
  test('is not called about, except for those that are drawn; both are fulfilled, and the figures tell them apart', async () => {
    const { spared, drawn } = await untilBoth()

    expect(await life.stored(spared)).toMatchObject({ state: 'fulfilled', callbackDueAt: null })
    expect(await claimOf(spared)).toMatchObject({
      calledAt: null,
      satisfaction: 'satisfied',
      sparedAt: expect.any(Date),
    })
    expect(await isCalled(spared)).toBe(false)
    expect(await claimOf(drawn)).toMatchObject({ calledAt: null, sparedAt: null })
    expect(await isCalled(drawn)).toBe(true)
    const spare = (await app.services.store.db.select().from(events).where(eq(events.action, 'spare')))[0]
    expect(spare).toMatchObject({ actorId: 'receiver', data: { reason: 'said-on-page' } })

    const before = await figures()
    await life.call(drawn, { reached: 'yes', received: 'yes', satisfaction: 'very-satisfied' })
    const after = await figures()
    expect(before.paged).toBeGreaterThan(0)
    expect(before['page-satisfied']).toBe(before.paged)
    expect([after.called - before.called, after.paged - before.paged]).toEqual([1, 0])
    expect(after.called + after.paged + after.uncalled + after.exhausted).toBe(after['callback-due'])
    expect(after.reached).toBe(1)
  })

  test('without a level is called about: the page gave no word on how it was', async () => {
    const { code, at } = await deliveredWithSlip()
    await sayOnPage(app.anyone, at, received('unrated'))
    expect(await isCalled(code)).toBe(true)
    expect((await figures()).paged).toBe(0)
  })

  test('a report on the page that it was not received counts as the answer, and no call is overdue', async () => {
    const { code, at } = await deliveredWithSlip()
    await sayOnPage(app.anyone, at, { act: 'word', received: 'no' })
    expect(await claimOf(code)).toMatchObject({ answer: 'not-received', calledAt: null })
    expect(await figures()).toMatchObject({
      'callback-due': 1,
      paged: 1,
      'page-satisfied': 0,
      uncalled: 0,
      reopened: 1,
    })
  })
})

describe('a device on which a person who delivered has signed in', () => {
  test('is marked on the page, and every word from it is called about, also after they signed out', async () => {
    await app.givePassword('ben', 'a password of ben')
    const login = await app.anyone.post('/login', { phone: '13900000002', password: 'a password of ben' })
    const mark = login.headers.getSetCookie().find((cookie) => cookie.startsWith('here=')) ?? ''
    expect(mark).toContain('HttpOnly')
    expect(mark).not.toContain(app.people.ben.id)
    const cookie = mark.split(';')[0] ?? ''
    for (let n = 0; n < 4; n++) {
      const { code, at } = await deliveredWithSlip()
      const page = await app.anyone.get(at, { cookie })
      expect(page.words).toContain(words.shared)

      const seq = page.hidden('seq')
      const said = await app.anyone.post(at, { seq, ...received('satisfied'), sure: 'yes' }, { cookie })

      expect(said.location).toBe(`${at}?done=device`)
      expect((await app.anyone.get(`${at}?done=device`)).words).toContain(words.done.device)
      expect(await isCalled(code)).toBe(true)
    }
    const [confirmed] = await app.services.store.db.select().from(events).where(eq(events.action, 'confirm'))
    expect(confirmed?.data).toMatchObject({ how: 'page', call: 'device' })
  })

  test('of anybody else says nothing', async () => {
    await app.givePassword('cleo', 'a password of cleo')
    const login = await app.anyone.post('/login', { phone: '13900000003', password: 'a password of cleo' })
    const cookie = (login.headers.getSetCookie().find((one) => one.startsWith('here=')) ?? '').split(';')[0] ?? ''
    const { at } = await deliveredWithSlip()
    expect((await app.anyone.get(at, { cookie })).words).not.toContain(words.shared)
  })
})

test('a page that its call contradicts is on the secretary’s desk until another person has claimed the wish', async () => {
  const { drawn } = await untilBoth()
  await life.call(drawn, { reached: 'yes', received: 'no' })
  expect((await app.as('dora').get('/desk')).words).toContain(zh.desk.contradicted)

  await life.claim(drawn, 'cleo')

  expect((await app.as('dora').get('/desk')).words).not.toContain(zh.desk.contradicted)
})
