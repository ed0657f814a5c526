import { beforeAll, expect, test } from 'vitest'
import { grantRole } from '#actions/people/grant-role.ts'
import { areas } from '#db/schema/tables.ts'
import { clock } from '#domain/people/actor.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { listResident } from '#test/support/cast.ts'

/** More than one statement takes parameters (100), and more than any list took of its first so many. */
const many = 130
let app: TestApp
let last: string
let worker: { readonly id: string }

beforeAll(async () => {
  app = await testApp()
  const { store } = app.services
  const rows = Array.from({ length: many }, (_, index) => ({
    ...{ id: `far${index}`, kind: 'grid' as const, parentId: 'hongqi', name: `Far ${index}`, position: 10 + index },
    path: `changji/city/beijing-road/hongqi/far${index}/`,
  }))
  const towns = Array.from({ length: many }, (_, index) => ({
    ...{ id: `town${index}`, kind: 'community' as const, parentId: 'beijing-road', name: `Town ${index}` },
    ...{ path: `changji/city/beijing-road/town${index}/`, slug: `town${index}`, zone: 'Asia/Shanghai' },
  }))
  const all = [...rows, ...towns].map((row) => store.db.insert(areas).values(row))
  await store.commit(all)
  for (const { id } of rows)
    worker = {
      id:
        (await grantRole(app.services, clock, { role: 'gridWorker', areaId: id, name: 'hal', phone: '13900000077' })) ??
        '',
    }
  last = await listResident(app.services, app.people.dora, 'hongqi', {
    ...{ gridId: `far${many - 1}`, name: 'Zhou Lan', building: '99', door: '901', phones: ['13800138999'] },
  })
  for (const { id } of towns)
    await grantRole(app.services, clock, { role: 'secretary', areaId: id, name: 'ivy', phone: '13900000078' })
  await living(app).post({}, 'dora', 'li')
})

const asking = (who: 'dora' | 'hal') => (who === 'dora' ? app.as('dora') : app.as(worker))
const seen = async (who: 'dora' | 'hal', path: string) => (await asking(who).get(path)).words

test.each(['dora', 'hal'] as const)('%s finds a person of the last of many grids', async (who) => {
  for (const path of ['/residents/search', '/wishes/new/residents'])
    expect((await asking(who).post(path, { q: 'Zhou' })).words).toContain('Zhou Lan')
})

test.each(['dora', 'hal'] as const)('%s has every page with so many grids', async (who) => {
  const pages = [
    '/',
    '/desk',
    '/callbacks',
    '/residents',
    '/residents/consents',
    '/residents/new',
    '/wishes/new',
    '/import',
  ]
  const pages2 = ['/people', '/reports/2026-11', '/reports/2026-11/published', '/mine']
  for (const path of [...pages, ...pages2]) {
    const answer = await (who === 'dora' ? app.as('dora') : app.as(worker)).get(path)
    expect([200, 303], path).toContain(answer.status)
  }
})

test('a wish in the last grid appears on its worker’s desk, and its consent is asked', async () => {
  const form = await app.as(worker).get(`/wishes/new?resident=${last}`)
  const fields = { item: 'milk', words: '', quantity: '2', specification: '', urgency: 'yellow', source: 'visit' }
  const typed = { ...fields, value: '', note: '', repeat: '', resident: last, key: form.hidden('key') }
  expect((await app.as(worker).post('/wishes/new', typed)).status).toBe(303)
  expect(await seen('hal', '/desk')).toContain('Zhou Lan')
})

test('supervisors and secretaries of many communities have their pages', async () => {
  const id = await grantRole(app.services, clock, {
    role: 'secretary',
    areaId: 'town0',
    name: 'ivy',
    phone: '13900000078',
  })
  const ivy = app.as({ id: id ?? '' })
  for (const path of ['/', '/desk', '/residents?c=town129', '/reports/2026-11?c=town129', '/people?c=town129', '/mine'])
    expect((await ivy.get(path)).status, path).toBe(200)
  for (const path of [
    '/',
    '/reports/2026-11',
    '/reports/2026-11?c=town129',
    '/reports/2026-11?area=beijing-road',
    '/mine',
  ])
    expect((await app.as('eve').get(path)).status, path).toBe(200)
})
