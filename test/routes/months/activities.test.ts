import { beforeEach, describe, expect, test } from 'vitest'
import { activities } from '#db/schema/tables.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp({ now: '2026-11-10T11:00:00+08:00' })
})

const address = '/reports/2026-11/activities'
const form = async () => (await app.as('dora').get(`${address}/new?item=milk`)).hidden('key')
const plan = async (fields: Record<string, string> = {}, who: 'dora' | 'ana' | 'zhao' | 'ben' = 'dora', to = address) =>
  app.as(who).post(to, { key: await form(), item: 'milk', title: '送奶日', day: '2026-11-20', note: '', ...fields })
const planned = () => app.services.store.db.select().from(activities)

test('what a month asks for most becomes an activity with a day, which the report shows', async () => {
  const answer = await plan()
  expect([answer.status, answer.location]).toEqual([303, '/reports/2026-11?c=hongqi#insight'])
  expect(await planned()).toMatchObject([{ title: '送奶日', day: '2026-11-20', itemId: 'milk', month: '2026-11' }])
  expect((await app.as('dora').get('/reports/2026-11')).words).toContain('送奶日')
})

test('without a title, a real day to come, or an item that is wished for, nothing is planned', async () => {
  const { faults } = zh.activities
  for (const [fields, sentence] of [
    [{ title: ' ' }, faults.title],
    [{ day: '2026-02-30' }, faults.day],
    [{ day: '2026-11-09' }, faults.past],
  ] as const) {
    const answer = await plan(fields)
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(sentence)
  }
  expect((await plan({ item: 'no such thing' })).status).toBe(404)
  expect((await plan({}, 'dora', '/reports/nonsense/activities')).status).toBe(404)
  expect((await plan({}, 'dora', '/reports/2027-05/activities')).status).toBe(404)
  expect(await planned()).toEqual([])
})

test('sent twice it is planned once', async () => {
  const key = await form()
  const fields = { key, item: 'milk', title: '送奶日', day: '2026-11-20', note: '' }
  await Promise.all([app.as('dora').post(address, fields), app.as('dora').post(address, fields)])
  expect(await planned()).toHaveLength(1)
})

test('is the secretary’s of that community to plan and to end', async () => {
  for (const who of ['ana', 'ben'] as const) expect((await plan({}, who)).status).toBe(404)
  await plan()
  const [one] = await planned()
  const end = (who: 'zhao' | 'dora', state: string) => app.as(who).post(`${address}/${one?.id}`, { state })
  await end('zhao', 'dropped')
  expect(await planned()).toMatchObject([{ state: 'planned' }])
  expect((await end('dora', 'nonsense')).status).toBe(404)
  await end('dora', 'held')
  await end('dora', 'dropped')
  expect(await planned()).toMatchObject([{ state: 'held' }])
})

describe('on the desk', () => {
  const coming = async (who: 'dora' | 'ana' | 'zhao' | 'wang' | 'eve') => {
    const { html } = await app.as(who).get('/desk')
    const panel = /<section class="panel" id="coming".*?<\/section>/s.exec(html)?.[0] ?? ''
    return [...panel.matchAll(/<a href="([^"]*)">([^<]*)<\/a>.*?<time[^>]*>([^<]*)<\/time>/gs)].map((one) =>
      one.slice(1),
    )
  }

  test('the plan shows the secretary and the grid workers the nearest day first, in the days’ own words', async () => {
    expect(await coming('dora')).toEqual([])
    for (const [title, day] of [
      ['理发日', '2026-12-05'],
      ['送奶日', '2026-11-14'],
      ['手机课', '2026-11-11'],
      ['义诊', '2026-11-10'],
    ] as const)
      await plan({ title, day })
    const kept = '/reports/2026-11?c=hongqi#insight'
    const expected = [
      [kept, '义诊', '今天'],
      [kept, '手机课', '明天'],
      [kept, '送奶日', '周六'],
      [kept, '理发日', '12月5日'],
    ]

    expect(await coming('dora')).toEqual(expected)
    expect(await coming('ana')).toEqual(expected)
    for (const who of ['zhao', 'wang', 'eve'] as const) expect(await coming(who)).toEqual([])
    expect((await app.as('ana').get(kept)).words).toContain('理发日')
  })

  test('an activity that took place, was cancelled or is over does not', async () => {
    await plan({ day: '2026-11-11' })
    await plan({ title: '义诊', day: '2026-11-12' })
    const [one] = await planned()
    await app.as('dora').post(`${address}/${one?.id}`, { state: 'dropped' })
    expect(await coming('dora')).toHaveLength(1)
    app.at('2026-11-12T23:59:59+08:00')
    expect(await coming('dora')).toHaveLength(1)
    app.at('2026-11-13T00:00:00+08:00')
    expect(await coming('dora')).toEqual([])
  })
})
