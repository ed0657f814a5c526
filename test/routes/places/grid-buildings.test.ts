import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { gridBuildings, residents } from '#db/schema/tables.ts'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { type Name, places } from '#test/support/cast.ts'
import { csv, rowsOf, upload } from '#test/support/lists/imports.ts'
import { zh } from '#text/zh.ts'

const words = zh.places
let app: TestApp
let store: SqliteStore
beforeAll(async () => {
  store = openSqlite(':memory:')
  store.migrate('migrations')
  app = await testApp({ store })
})

const list = async (gridId: string, buildings: string, who: Name = 'dora') => {
  const form = await app.as(who).get(`/places/${gridId}`)
  return app.as(who).post(`/places/${gridId}/buildings`, { buildings, version: form.hidden('version') || '0' })
}
const listed = async (gridId: string) =>
  (await store.db.select().from(gridBuildings).where(eq(gridBuildings.gridId, gridId)))
    .map(({ place, building }) => `${place}|${building}`)
    .sort()

describe('the buildings of a grid', () => {
  test('are saved by the secretary as typed, and shown again one a line', async () => {
    expect((await list('grid1', '3号楼、平房巷')).status).toBe(303)
    expect(await listed('grid1')).toEqual(['|3', '平房巷|'])
    expect((await app.as('dora').get('/places/grid1')).html).toContain('3号楼\n平房巷</textarea>')
    expect((await app.as('dora').get('/places')).words).toContain(words.buildingsCount(2))
  })

  test('belong to one grid: a building of another grid is named, and nothing is saved', async () => {
    const answer = await list('grid2', '4号楼、3栋')
    expect([answer.status, answer.words.includes('3号楼（Grid 1）')]).toEqual([422, true])
    expect(answer.html).toContain('4号楼、3栋</textarea>')
    expect(await listed('grid2')).toEqual([])
  })

  test('what is not a building is named at the field', async () => {
    const answer = await list('grid2', '4号楼2单元101室')
    expect([answer.status, answer.words.includes(words.badBuildings(['4号楼2单元101室']))]).toEqual([422, true])
  })

  test('of a form that another person has overtaken are refused, and the form comes back as typed', async () => {
    const version = (await app.as('dora').get('/places/grid1')).hidden('version')
    await list('grid1', '3号楼、平房巷、5号楼')
    const late = await app.as('dora').post('/places/grid1/buildings', { buildings: '6号楼', version })
    expect([late.status, late.words.includes(words.changed), late.html.includes('6号楼</textarea>')]).toEqual([
      409,
      true,
      true,
    ])
    expect(await listed('grid1')).toEqual(['|3', '|5', '平房巷|'])
  })

  test('are the secretary’s: an administrator or a grid worker changes none', async () => {
    expect((await list('grid1', '9号楼', 'finn')).status).toBe(404)
    expect((await list('grid1', '9号楼', 'ana')).status).toBe(404)
    expect((await list('hongqi', '9号楼')).status).toBe(404)
  })
})

const typed = {
  ...{ sex: 'female', ageBand: '80+', unit: '', phone1: '', phone2: '', phone3: '', callFrom: '', callUntil: '' },
  ...{ relativeName: '', relativePhone: '', hearing: '', method: 'in-person', day: '2026-11-02', agreed: ['kept'] },
}
const add = async (who: Name, fields: Record<string, string>) => {
  const form = await app.as(who).get('/residents/new')
  return app.as(who).post('/residents', { ...typed, ...fields, key: form.hidden('key') })
}
const gridOf = async (name: string) =>
  (
    await store.db
      .select()
      .from(residents)
      .where(and(eq(residents.name, name), eq(residents.communityId, 'hongqi')))
  )[0]?.gridId

describe('the grid of a resident', () => {
  test('follows from the address, and a building on no list asks', async () => {
    const here = { name: 'Chen Yu', gridId: '', building: '3栋', door: '101' }
    expect((await add('dora', here)).status).toBe(303)
    expect(await gridOf('Chen Yu')).toBe('grid1')
    const asked = await add('dora', { ...here, name: 'Chen Lan', building: '44' })
    expect([asked.status, asked.words.includes(zh.faults.grid ?? '-')]).toEqual([422, true])
    expect((await add('dora', { ...here, name: 'Chen Lan', building: '44', gridId: 'grid2' })).status).toBe(303)
    expect(await gridOf('Chen Lan')).toBe('grid2')
  })

  test('is not chosen against the list, and a grid worker learns that a building is not theirs', async () => {
    const wrong = { name: 'Guo Min', gridId: 'grid2', building: '3', door: '102' }
    const sentence = zh.faults['other-grid'] ?? '-'
    expect((await add('dora', wrong)).words).toContain(sentence)
    expect((await add('gus', wrong)).words).toContain(sentence)
    expect(await gridOf('Guo Min')).toBeUndefined()
  })

  test('that another grid lists since is said in the file and at both grids', async () => {
    await list('grid2', '17号楼')
    const li = (await store.db.select().from(residents).where(eq(residents.name, 'Li Guilan')))[0]
    expect((await app.as('dora').get(`/residents/${li?.id}`)).words).toContain(
      zh.people.residents.show.otherGrid('Grid 2'),
    )
    expect((await app.as('dora').get('/places/grid2')).words).toContain(words.fromElsewhere(1, 'Grid 1'))
    expect((await app.as('dora').get('/places/grid1')).words).toContain(words.listedElsewhere(1, 'Grid 2'))
  })

  test('in an imported list without a grid follows from the address', async () => {
    const { dora } = app.people
    const bytes = csv(
      '姓名,住址,心愿,数量',
      '韩梅,5号楼1单元101室,创可贴,1',
      '郑好,平房巷8号,创可贴,1',
      '冯云,88号楼1单元1室,创可贴,1',
    )
    const rows = await rowsOf(app.services, dora, await upload(app.services, dora, bytes))
    expect(rows.map((row) => (row.kind === 'needs' ? (row.grid?.id ?? null) : null))).toEqual(['grid1', 'grid1', null])
  })
})

test('splitting a grid takes the listed buildings along, and a closed grid lists none', async () => {
  await app.as('dora').post('/places/grid1/move', { to: 'grid2', building: ['3'] })
  expect([await listed('grid1'), await listed('grid2')]).toEqual([
    ['|5', '平房巷|'],
    ['|17', '|3'],
  ])
  expect(await gridOf('Chen Yu')).toBe(places.grid2)
  const grid3 = await app.as('dora').get('/places/hongqi')
  const made = await app.as('dora').post('/places/hongqi/parts', { name: 'Grid 3', key: grid3.hidden('key') })
  const id = /^\/places\/([^?]+)/.exec(made.location ?? '')?.[1] ?? ''
  await list(id, '60号楼')
  expect((await app.as('dora').post(`/places/${id}/close`)).status).toBe(303)
  expect(await listed(id)).toEqual([])
})
