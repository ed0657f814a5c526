import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { areas, events, residents, wishes } from '#db/schema/tables.ts'
import type { SqliteStore } from '#db/store/sqlite.ts'
import { pageWords } from '#src/commands/recount/page-words.ts'
import { readOnly, recount } from '#src/commands/recount/recount-month.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { listResident, type Name, places } from '#test/support/cast.ts'
import { leave } from '#test/support/leave.ts'
import { migrated } from '#test/support/migrated.ts'
import { zh } from '#text/zh.ts'

const words = zh.places

let app: TestApp
let store: SqliteStore
beforeEach(() => begin('2026-11-02T11:00:00+08:00'))

async function begin(now: string) {
  store = migrated()
  app = await testApp({ store, now })
}

const part = async (who: Name, parent: string, fields: Record<string, string>) => {
  const form = await app.as(who).get(`/places/${parent}`)
  return app.as(who).post(`/places/${parent}/parts`, { ...fields, key: form.hidden('key') || 'a'.repeat(24) })
}
const idIn = (location: string | null) => /^\/places\/([^?]+)/.exec(location ?? '')?.[1] ?? ''
const areaOf = async (id: string) => (await store.db.select().from(areas).where(eq(areas.id, id)))[0]
const settings = { slug: 'hongqi', phone: '0994-2345678', opens: '10:00', closes: '18:30', region: 'xinjiang' }
const before = Object.fromEntries(Object.entries(settings).map(([name, value]) => [`before-${name}`, value]))

describe('the tree of areas', () => {
  test('shows a secretary the own community, an administrator everything below, each with its people', async () => {
    const own = await app.as('dora').get('/places')
    expect(own.words).toMatch(/hongqi[\s\S]*Grid 1[\s\S]*1 人 1 位居民[\s\S]*Grid 2/)
    expect(own.words).not.toMatch(/nanyuan|Beijing Road/)
    expect((await app.as('finn').get('/places')).words).toMatch(/Changji[\s\S]*Beijing Road[\s\S]*hongqi[\s\S]*nanyuan/)
    for (const who of ['ana', 'ben', 'eve'] as const) expect((await app.as(who).get('/places')).status).toBe(404)
  })

  test('is nothing of another place: every page and form is 404 there', async () => {
    for (const path of ['', '/move']) expect((await app.as('zhao').get(`/places/grid1${path}`)).status).toBe(404)
    for (const step of ['name', 'settings', 'parts', 'close', 'move', 'order', 'buildings'])
      for (const id of ['grid1', 'hongqi', 'beijing-road'])
        expect([
          step,
          id,
          (await app.as('zhao').post(`/places/${id}/${step}`, { key: 'a'.repeat(24), version: '0' })).status,
        ]).toEqual([...[step, id], 404])
  })
})

describe('an administrator', () => {
  test('adds a second community with a grid, which is served at once', async () => {
    const typed = { ...settings, name: '南湖社区', slug: 'nanhu' }
    const added = await part('finn', 'beijing-road', typed)
    expect(added.status).toBe(303)
    const id = idIn(added.location)
    expect((await app.anyone.get('/c/nanhu')).words).toContain('南湖社区')
    const grid = await part('finn', id, { name: '第一网格' })
    expect(await areaOf(idIn(grid.location))).toMatchObject({ kind: 'grid', parentId: id, position: 0 })
    const told = await store.db.select().from(events).where(eq(events.action, 'area-added'))
    expect(told.map(({ communityId, data }) => [communityId, data])).toEqual([
      [id, { areaId: id }],
      [id, { areaId: idIn(grid.location) }],
    ])
  })

  test('cannot take an address that another community has; the sentence is at the field', async () => {
    const answer = await part('finn', 'beijing-road', { ...settings, name: 'Third' })
    expect([answer.status, answer.words.includes(words.taken)]).toEqual([422, true])
    const bad = await part('finn', 'beijing-road', { ...settings, name: 'Third', slug: '南湖', phone: 'x' })
    expect([bad.status, bad.words.includes(words.badSlug), bad.words.includes(zh.faults.phone ?? '-')]).toEqual([
      422,
      true,
      true,
    ])
  })

  test('moves the residents of a grid without seeing a name, and the register says who did it', async () => {
    const life = living(app)
    const open = await life.open()
    const list = await app.as('finn').get('/places/grid1/move')
    expect([list.status, list.words.includes('Li Guilan')]).toEqual([200, false])
    expect((await app.as('finn').post('/places/grid1/move', { to: 'grid2' })).words).toContain(words.moved(1, 0))
    expect((await life.stored(open)).gridId).toBe(places.grid2)
    const told = await store.db.select().from(events).where(eq(events.action, 'resident-amended'))
    expect(told.map(({ actorId }) => actorId)).toEqual([app.people.finn.id])
    expect((await app.as('finn').get(`/residents/${app.residents.li}`)).status).toBe(404)
  })

  test('changes the order of the parts of an area by one step, and not beyond its ends', async () => {
    const names = async () => (await app.as('finn').get('/places')).words.match(/Grid [12]/g)
    expect(await names()).toEqual(['Grid 1', 'Grid 2'])
    expect((await app.as('finn').post('/places/grid1/order', { step: 'down' })).status).toBe(303)
    expect(await names()).toEqual(['Grid 2', 'Grid 1'])
    expect((await app.as('finn').post('/places/grid1/order', { step: 'down' })).status).toBe(404)
    expect((await app.as('dora').post('/places/grid1/order', { step: 'up' })).status).toBe(303)
    expect(await names()).toEqual(['Grid 1', 'Grid 2'])
  })
})

describe('a secretary', () => {
  test('changes telephone, hours and address; the old address leads on, also from a printed code', async () => {
    const after = { ...settings, slug: 'red-flag', phone: '0994-7654321', closes: '19:00' }
    expect((await app.as('dora').post('/places/hongqi/settings', { ...before, ...after })).status).toBe(303)

    expect((await app.anyone.get('/c/red-flag')).words).toContain('0994-7654321')
    expect((await app.anyone.get('/c/hongqi/ledger/2026-11?x=1')).location).toBe('/c/red-flag/ledger/2026-11?x=1')
    expect((await app.anyone.get('/c/nowhere')).status).toBe(404)
    const taken = { ...Object.fromEntries(Object.entries(settings).map(([k, v]) => [`before-${k}`, v])), ...settings }
    const other = await app.as('zhao').post('/places/nanyuan/settings', { ...taken, 'before-slug': 'nanyuan' })
    expect([other.status, other.words.includes(words.taken)]).toEqual([422, true])
    const [told] = await store.db.select().from(events).where(eq(events.action, 'area-amended'))
    expect(told?.data).toEqual({ areaId: 'hongqi', fields: ['slug', 'phone', 'closes'] })
  })

  test('who saves second gets the form as typed, and the first change stays', async () => {
    const save = (phone: string) => app.as('dora').post('/places/hongqi/settings', { ...before, ...settings, phone })
    await save('0994-1111111')
    const late = await save('0994-2222222')
    expect([late.status, late.words.includes(words.changed)]).toEqual([409, true])
    expect(late.html).toContain('value="0994-2222222"')
    expect((await areaOf('hongqi'))?.phone).toBe('0994-1111111')
    const rename = (name: string) => app.as('dora').post('/places/grid1/name', { before: 'Grid 1', name })
    expect([(await rename('North')).status, (await rename('South')).status]).toEqual([303, 409])
  })

  test('splits a grid: residents of the chosen buildings move with their open wishes, and past figures stay', async () => {
    await begin('2026-11-27T11:00:00+08:00')
    const life = living(app)
    await life.call(await life.delivered(), { reached: 'yes', received: 'yes' })
    const open = await life.open({ item: 'rice' })
    await listResident(app.services, app.people.ana, places.hongqi, {
      gridId: places.grid1,
      name: 'Qian Yulan',
      building: '9',
    })
    app.at('2026-12-03T11:00:00+08:00')
    const figures = async () => {
      const { words: said } = await app.as('dora').get('/reports/2026-11')
      return said.replace(/\d\d:\d\d(:\d\d)?/g, '')
    }
    const grid3 = idIn((await part('dora', 'hongqi', { name: 'Grid 3' })).location)
    const past = await figures()
    const list = await app.as('dora').get('/places/grid1/move')
    expect(list.words).toContain(words.moveList(2, 1))

    const moved = await app.as('dora').post('/places/grid1/move', { to: grid3, building: ['17'] })

    expect(moved.words).toContain(words.moved(1, 0))
    const rows = await store.db.select().from(residents).where(eq(residents.communityId, places.hongqi))
    const gridOf = (name: string) => rows.find((row) => row.name === name)?.gridId
    expect([gridOf('Li Guilan'), gridOf('Qian Yulan')]).toEqual([grid3, places.grid1])
    const [wish] = await store.db.select().from(wishes).where(eq(wishes.code, open))
    expect(wish).toMatchObject({ gridId: grid3, state: 'open' })
    expect(withoutLength(await figures())).toBe(withoutLength(past))
    readOnly(store)
    const place = { id: 'hongqi', slug: 'hongqi', zone: 'Asia/Shanghai', name: 'hongqi' }
    const found = await recount({ store, services: app.services, month: '2026-11', ...pageWords() }, place)
    expect('faults' in found ? found.faults : found).toEqual([])
  })

  test('does not move a resident whose wish is under way, and says so; a second press moves them afterwards', async () => {
    const life = living(app)
    const code = await life.claimed('ben')
    expect((await app.as('dora').get('/places/grid1/move')).words).toContain(words.underWay(1))
    const first = await app.as('dora').post('/places/grid1/move', { to: 'grid2' })
    expect(first.words).toContain(words.moved(0, 1))
    await life.move('ben', code, 'release', { handover: 'no time this week' })
    expect((await app.as('dora').post('/places/grid1/move', { to: 'grid2' })).words).toContain(words.moved(1, 0))
  })

  test('merges grids: one is closed only without residents, wishes and workers, and then accepts none', async () => {
    const full = await app.as('dora').post('/places/grid1/close')
    expect([full.status, full.words.includes(words.left.residents), full.words.includes(words.left.roles)]).toEqual([
      409,
      true,
      true,
    ])
    await app.as('dora').post('/places/grid1/move', { to: 'grid2' })
    await leave(app, 'dora', app.people.ana.id, 'gridWorker', { 'taker-grid1': '' })

    expect((await app.as('dora').post('/places/grid1/close')).status).toBe(303)

    expect((await app.as('dora').get('/places')).words).toContain(words.closed)
    const grant = { role: 'gridWorker', areaId: 'grid1' }
    expect((await app.as('dora').post(`/people/${app.people.gus.id}/roles`, grant)).status).toBe(422)
    expect((await app.as('dora').get('/residents/new')).html).not.toContain('value="grid1"')
    expect((await app.as('dora').get('/desk')).words).not.toContain(zh.people.handover.unmanned('Grid 1'))
    expect((await app.as('dora').post('/places/grid1/close')).status).toBe(404)
  })

  test('adds no second grid of the same name, and the same form twice is one grid', async () => {
    expect((await part('dora', 'hongqi', { name: 'Grid 1' })).words).toContain(words.twin)
    const form = await app.as('dora').get('/places/hongqi')
    const press = () => app.as('dora').post('/places/hongqi/parts', { name: 'Grid 9', key: form.hidden('key') })
    const [one, two] = [await press(), await press()]
    expect([one.status, one.location]).toEqual([303, two.location])
  })
})

/** The figures without the length of the ledger, which the move itself has made longer. */
const withoutLength = (said: string): string => said.replace(/第 \d+ 条/, '')
