import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { views } from '#db/schema/tables.ts'
import { type Answer, type TestApp, testApp } from '#test/support/app.ts'
import { listResident, places } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'
import { living } from '../site/living.ts'

const words = zh.table.visits
let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const tomorrow = '2026-11-03'
const codesIn = ({ html }: Answer) => [...html.matchAll(/href="\/wishes\/(\d{4}-\d{4})"/g)].map(([, code]) => code)
/** A claimed wish of a resident behind that door, with a visit agreed for tomorrow. */
async function visited(building: string, door: string, who: 'ben' | 'cleo') {
  const fields = { gridId: places.grid1, name: `At ${door}`, building, door, phones: [`1391234${1000 + Number(door)}`] }
  const id = await listResident(app.services, app.people.ana, places.hongqi, fields)
  Object.assign(app.residents, { [id]: id })
  const code = await life.post({}, 'ana', id as never)
  await life.publish(code)
  await life.claim(code, who)
  await life.move(who, code, 'schedule', { day: tomorrow, time: '11:00', late: 'as-it-is' })
  return { code, id }
}

test('a day’s visits are in the order of buildings and doors, with time, volunteer and a box', async () => {
  const far = await visited('12', '101', 'ben')
  const near = await visited('2', '301', 'cleo')
  const nearest = await visited('2', '102', 'ben')

  const list = await app.as('ana').get(`/visits?day=${tomorrow}`)
  expect(codesIn(list)).toEqual([nearest.code, near.code, far.code])
  expect(list.words).toContain(`${words.tasks.visit} 纯牛奶 2 箱 ${near.code}`)
  expect(list.words).toContain('cleo')
  expect(list.words).toContain('At 301 13912341301')
  expect(codesIn(await app.as('ana').get('/visits'))).toEqual([])
  expect((await app.as('ana').get('/visits')).words).toContain(words.none)
})

test('returned wishes, and residents to inform of a new date, are on every day’s list', async () => {
  const draft = await life.post()
  await life.move('dora', draft, 'return', { reason: 'which?' })

  for (const path of ['/visits', `/visits?day=${tomorrow}`])
    expect((await app.as('ana').get(path)).words).toContain(`${words.tasks.complete} 纯牛奶 2 箱 ${draft}`)
})

test('shows a grid worker the own grids only, records the look, and takes no day that is past or far away', async () => {
  const { code, id } = await visited('2', '301', 'cleo')
  expect(codesIn(await app.as('gus').get(`/visits?day=${tomorrow}`))).toEqual([])
  expect((await app.as('ana').get('/visits?c=nanyuan')).status).toBe(404)
  expect(codesIn(await app.as('dora').get(`/visits?day=${tomorrow}`))).toEqual([code])
  const seen = and(eq(views.residentId, id), eq(views.page, 'visits'))
  expect((await app.services.store.db.select().from(views).where(seen)).map(({ viewerId }) => viewerId)).toEqual([
    app.people.dora.id,
  ])
  const today = (await app.as('dora').get('/visits')).words
  for (const day of ['2026-11-01', '2026-12-24', 'tomorrow'])
    expect((await app.as('dora').get(`/visits?day=${day}`)).words).toBe(today)
})

test('ticked wishes are printed as such a list; none ticked is said on the table', async () => {
  const [first, other] = [await life.post(), await life.post({ item: 'plaster' }, 'gus', 'ma')]

  const list = await app.as('ana').post('/visits?c=hongqi', { wish: [first, other] })
  expect(codesIn(list)).toEqual([first])
  expect(list.words).toContain(words.tasks.ask)
  expect((await app.as('ana').post('/visits?c=hongqi', {})).location).toBe('/wishes?c=hongqi&none=yes')
})
