import { beforeEach, expect, test } from 'vitest'
import { activities } from '#db/schema.ts'
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

test('without a title, a real day to come, or a thing that is wished for, nothing is planned', async () => {
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
