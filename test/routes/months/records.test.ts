import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { claims, events, serviceTimes } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

const words = zh.sheets.record
let app: TestApp
let claimId: string
beforeEach(async () => {
  app = await testApp()
  const life = living(app)
  await life.call(await life.delivered('ben'), { reached: 'yes', received: 'yes' })
  const [claim] = await app.services.store.db.select().from(claims).where(eq(claims.personId, app.people.ben.id))
  claimId = claim?.id ?? ''
})

const told = (action: string) => app.services.store.db.select().from(events).where(eq(events.action, action))

describe('a volunteer’s own record', () => {
  test('has identity, service, time and evaluation, and no resident', async () => {
    const { words: page } = await app.as('ben').get('/mine/record')

    for (const part of [words.identity, words.service, words.evaluation, words.training]) expect(page).toContain(part)
    expect(page).toContain('ben')
    expect(page).toContain('Water Works')
    expect(page).toContain('共送达 1 次，其中已由受助一方确认 1 次')
    expect(page).toContain(words.received)
    expect(page).toContain(`${zh.catalogue.categories.goods} · ${zh.catalogue.items.milk.name}`)
    expect(page).toContain(words.noTime)
    expect(page).not.toContain('0.0')
    expect(page).not.toMatch(/Li Guilan|Ma Xiulan|13800138000/)
  })

  test('says from which months it is, up to which event, when it was made, and a number that reveals no person', async () => {
    const { words: page } = await app.as('ben').get('/mine/record')
    const [last] = (await app.services.store.db.select().from(events)).slice(-1)

    expect(page).toMatch(new RegExp(`服务月份：2026年\\d+月 算到账本第 ${last?.pos} 条记录 制表时间：\\d`))
    expect(page).toMatch(new RegExp(`记录编号 \\d{8}-${last?.pos}-[0-9a-f]{8} `))
  })

  test('sums up all deliveries where only the newest two hundred are listed', async () => {
    const { db } = app.services.store
    const [one] = await db.select().from(claims).where(eq(claims.id, claimId))
    if (!one) throw new Error('no claim')
    for (let n = 0; n < 204; n++)
      await app.services.store.commit([
        db.insert(claims).values({
          ...one,
          id: `old-${n}`,
          round: n + 10,
          unitId: null,
          deliveredAt: new Date(1_700_000_000_000 + n),
        }),
      ])
    const { words: page } = await app.as('ben').get('/mine/record')

    expect(page).toContain('共送达 205 次，其中已由受助一方确认 205 次')
    expect(page).toContain(words.newest(200))
    expect(page.split(words.received)).toHaveLength(201)
  })

  test('shows the minutes that its owner states, and each stating is an event', async () => {
    const answer = await app.as('ben').post('/mine/record', { claim: claimId, minutes: '９0' })
    expect([answer.status, answer.location]).toEqual([303, '/mine/record?done=saved'])
    await app.as('ben').post('/mine/record', { claim: claimId, minutes: '75' })

    expect((await app.as('ben').get('/mine/record')).words).toContain('自报时间合计 1.3 小时')
    expect((await told('hours-stated')).map(({ data }) => data.minutes)).toEqual([90, 75])
  })

  test.each(['0', '721', 'long', ''])('“%s” minutes are refused with a sentence at the field', async (minutes) => {
    const answer = await app.as('ben').post('/mine/record', { claim: claimId, minutes })

    expect([answer.status, answer.words.includes(words.fault)]).toEqual([422, true])
    expect(await app.services.store.db.select().from(serviceTimes)).toEqual([])
  })

  test('takes no statement about another person’s delivery', async () => {
    expect((await app.as('cleo').post('/mine/record', { claim: claimId, minutes: '30' })).status).toBe(404)
    expect((await app.as('ben').post('/mine/record', { claim: 'nothing', minutes: '30' })).status).toBe(404)
    expect(await app.services.store.db.select().from(serviceTimes)).toEqual([])
  })

  test('who never volunteered has none', async () => {
    expect((await app.as('ana').get('/mine/record')).status).toBe(404)
  })
})

describe('printed at the office', () => {
  test('by the secretary, it is written down whose and by whom', async () => {
    const answer = await app.as('dora').post(`/people/${app.people.ben.id}/record`)

    expect(answer.status).toBe(200)
    expect(answer.words).toContain('应本人要求，由dora于')
    const [event] = await told('record-printed')
    expect([event?.actorId, event?.data.personId]).toEqual([app.people.dora.id, app.people.ben.id])
  })

  test('by no one else, and for no one of another community', async () => {
    for (const who of ['ana', 'ben', 'eve', 'zhao'] as const)
      expect((await app.as(who).post(`/people/${app.people.ben.id}/record`)).status).toBe(404)
    expect(await told('record-printed')).toEqual([])
  })
})
