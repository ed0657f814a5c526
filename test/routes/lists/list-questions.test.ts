import { readFile } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '#auth/hashing.ts'
import { sessionsOf } from '#auth/sessions.ts'
import { importHeadings, imports } from '#db/schema/tables.ts'
import { testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { csv, nameGrids } from '#test/support/lists/imports.ts'
import { zh } from '#text/zh.ts'

async function site() {
  const app = await testApp()
  const { services } = app
  await nameGrids(services.store)
  const send = async (who: Name, fields: Readonly<Record<string, string | File>>) => {
    const cookie = (await sessionsOf(services).begin(app.people[who].id)).split(';')[0] ?? ''
    const form = new FormData()
    for (const [name, value] of Object.entries({ key: newId(), c: 'hongqi', ...fields })) form.set(name, value)
    const headers = { cookie, origin: services.config.publicUrl }
    const answer = await app.app.request('/import', { method: 'POST', body: form, headers })
    return { status: answer.status, location: answer.headers.get('location') ?? '', html: await answer.text() }
  }
  const hand = (who: Name, bytes: Uint8Array, name = 'list.csv') =>
    send(who, { file: new File([bytes as BlobPart], name) })
  const kept = async () => services.store.db.select().from(imports)
  const remembered = async () => services.store.db.select().from(importHeadings)
  return { ...app, send, hand, kept, remembered }
}

/** The fields of the form as the page sends them, with some answered otherwise. */
function fieldsOf(html: string, answers: Readonly<Record<string, string>>) {
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  const chosen = [...html.matchAll(/<select[^>]* name="([^"]+)"[\s\S]*?<\/select>/g)].map(([select, name]) => [
    name,
    /<option value="([^"]*)" selected/.exec(select)?.[1] ?? '',
  ])
  const headings = new Map(
    hidden.filter(([, name]) => name?.startsWith('heading-')).map(([, name, value]) => [value, name]),
  )
  const answered = Object.entries(answers).flatMap(([heading, value]) => {
    const name = headings.get(heading)
    return name ? [[name.replace('heading', 'means'), value]] : [[heading, value]]
  })
  return Object.fromEntries([...hidden.map(([, name, value]) => [name, value]), ...chosen, ...answered])
}

const twoWishes = csv(
  '姓名,网格,住址,电话,想要的东西,希望得到的东西',
  '甲某,第一网格,5号楼1单元101,19900000101,烧水壶,牛奶',
)

test('asks which of two fitting columns is meant, stores nothing before, and remembers the answer', async () => {
  const { hand, send, kept, remembered, as } = await site()
  const asked = await hand('dora', twoWishes)

  expect(asked.status).toBe(422)
  expect(asked.html).toContain('「想要的东西」「希望得到的东西」都像「心愿」')
  expect(await kept()).toEqual([])

  const read = await send('dora', fieldsOf(asked.html, { kind: 'needs', 想要的东西: 'wish', 希望得到的东西: 'none' }))
  expect(read.status).toBe(303)
  const preview = await as('dora').get(`${read.location}?show=all`)
  expect(preview.words).toContain('「想要的东西」当作心愿（按上次的选择）')
  expect(preview.words).toContain('「希望得到的东西」一列没有读：按上次的选择')
  expect((await remembered()).map(({ heading, meaning }) => `${heading}=${meaning}`).sort()).toEqual([
    '姓名|网格|住址|电话|想要的东西|希望得到的东西=list',
    '希望得到的东西=none',
    '想要的东西=wish',
  ])

  const again = await hand('ana', twoWishes)
  expect(again.status).toBe(303)
})

test('the question can be answered without a file in the page, and a wrong answer is asked again', async () => {
  const { hand, send } = await site()
  const asked = await hand('dora', twoWishes)
  const {
    copy: _,
    copyName: __,
    ...fields
  } = fieldsOf(asked.html, { kind: 'needs', 想要的东西: 'wish', 希望得到的东西: 'none' })

  const without = await send('dora', fields)
  expect(without.status).toBe(422)
  expect(without.html).toContain('请再选一次这个文件')
  const both = await send('dora', fieldsOf(asked.html, { kind: 'needs' }))
  expect(both.status).toBe(422)
  expect(both.html).toContain('都像「心愿」')
})

test('headings that are not known are named, and the person says which is the name and which the wish', async () => {
  const { hand, send, as } = await site()
  const list = csv('谁家,网格,住址,电话,缺点啥', '甲某,第一网格,5号楼1单元101,19900000101,烧水壶')
  const asked = await hand('dora', list)

  expect(asked.html).toContain('没有认出哪一列是「姓名」')
  expect(asked.html).toContain('没有认出哪一列是「心愿」')
  const read = await send('dora', fieldsOf(asked.html, { kind: 'needs', 谁家: 'name', 缺点啥: 'wish' }))
  const preview = await as('dora').get(`${read.location}?show=all`)
  expect(preview.words).toContain('甲某')
  expect(preview.words).toContain('烧水壶')
})

test('what is no list names what was seen', async () => {
  const { hand } = await site()

  expect((await hand('dora', csv('账目,收入,支出', '一月,3,4'))).html).toContain('看到的是「账目」「收入」「支出」')
})

test('a list of needs with a form line above is no roll, and one of neither kind is asked about', async () => {
  const { hand, send, as } = await site()
  const bytes = new Uint8Array(await readFile(new URL('../../files/cases/M03-both.xlsx', import.meta.url)))
  const read = await hand('dora', bytes, 'M03.xlsx')
  expect((await as('dora').get(read.location)).words).toContain('需求清单“M03.xlsx”')

  const people = csv('姓名,单位,手机号码,微心愿', '甲某,第九中学,19900000101,烧水壶')
  const asked = await hand(
    'dora',
    csv('困难群众走访慰问表', '姓名,单位,手机号码,缺的', '甲某,第九中学,19900000101,烧水壶'),
  )
  expect(asked.status).toBe(422)
  expect(asked.html).toContain('看不出这是需求清单还是志愿者花名册')
  expect((await send('dora', fieldsOf(asked.html, {}))).html).toContain('请选一种清单')
  expect((await hand('dora', people)).status).toBe(303)
})

test('hidden rows are said above the rows and taken by one press', async () => {
  const { hand, as } = await site()
  const bytes = new Uint8Array(await readFile(new URL('../../files/cases/M07-hidden-rows.xlsx', import.meta.url)))
  const { location } = await hand('dora', bytes, 'M07.xlsx')
  const before = await as('dora').get(`${location}?show=all`)
  expect(before.words).toContain('第 3–4 行在原表里是隐藏的')
  expect(before.words).toContain('登记这 2 个心愿')

  await as('dora').post(`${location}/hidden`, {})
  expect((await as('dora').get(`${location}?show=all`)).words).toContain('登记这 4 个心愿')
})

test('a note is in no preview; who opens the row writes what the claimer has to know, and an illness is refused', async () => {
  const { hand, as, kept } = await site()
  const list = csv('姓名,网格,住址,电话,心愿,备注', '甲某,第一网格,5号楼1单元101,19900000101,烧水壶,渐冻症，敲门要大声')
  const { location } = await hand('dora', list)
  expect(JSON.stringify(await kept())).not.toMatch(/渐冻|敲门/)

  const form = await as('dora').get(`${location}/rows/0`)
  expect(form.words).toContain('原表这一行写了备注，没有照抄')
  const typed = {
    ...{ name: '甲某', grid: '第一网格', building: '5', unit: '1', door: '101', phone: '19900000101', age: '' },
    ...{ item: 'kettle', words: '烧水壶', quantity: '1', value: '', urgency: 'blue', specification: '', reason: '' },
  }
  const refused = await as('dora').post(`${location}/rows/0`, { ...typed, note: '渐冻症，敲门要大声' })
  expect(refused.status).toBe(422)
  expect(refused.words).toContain('「渐冻症」是病情，规则不许登记')
  expect((await as('dora').post(`${location}/rows/0`, { ...typed, note: '敲门要大声' })).status).toBe(303)
  expect(JSON.stringify(await kept())).toMatch(/敲门要大声/)
})

test('what every row lacks is said once', async () => {
  const { hand, as } = await site()
  const row = (name: string, wish: string) => `${name},第一网格,5号楼1单元101,${wish}`
  const { location } = await hand('dora', csv('姓名,网格,住址,心愿', row('甲某', '烧水壶'), row('乙某', '牛奶')))
  const { words } = await as('dora').get(`${location}?show=all`)

  expect(words.split('没有电话。可以保留').length - 1).toBe(1)
  expect(words).toContain('每一行都这样：没有电话')
})

test('remembered headings are changed, added and forgotten on their page; a roll’s by the secretary alone', async () => {
  const { as, remembered, services } = await site()
  const add = (who: Name, means: string) => as(who).post('/import/headings', { c: 'hongqi', heading: '缺点啥', means })

  expect((await add('ana', 'roll:name')).status).toBe(422)
  expect((await add('dora', 'needs:wish')).status).toBe(303)
  const [row] = await remembered()
  expect((await as('ana').get('/import/headings')).words).toContain('「缺点啥」当作什么')
  await as('ana').post(`/import/headings/${row?.id}`, { c: 'hongqi', means: 'specification', do: 'save' })
  expect((await remembered()).map(({ meaning }) => meaning)).toEqual(['specification'])
  expect((await as('zhao').post(`/import/headings/${row?.id}`, { c: 'hongqi', do: 'forget' })).status).toBe(404)
  await as('dora').post(`/import/headings/${row?.id}`, { c: 'hongqi', do: 'forget' })
  expect(await services.store.db.select().from(importHeadings).where(eq(importHeadings.heading, '缺点啥'))).toEqual([])
})

test('a missing grid is answered once for all its rows, and an unknown name once for all that say it', async () => {
  const { hand, as } = await site()
  const row = (name: string, grid: string, door: number) => `${name},${grid},5号楼1单元${door},19900000${door},烧水壶`
  const lines = [row('甲某', '', 101), row('乙某', '', 102), row('丙某', '东片', 103), row('丁某', '东片', 104)]
  const { location } = await hand('dora', csv('姓名,网格,住址,电话,心愿', ...lines))
  const asked = await as('dora').get(location)
  expect(asked.words).toContain(zh.imports.preview.gridMissing(2))
  expect(asked.words).toContain(zh.imports.preview.gridOf('东片', 2))

  const none = await as('dora').post(`${location}/grid`, { written: '', grid: '' })
  expect([none.status, none.words.includes(zh.imports.preview.gridUnchosen)]).toEqual([422, true])
  await as('dora').post(`${location}/grid`, { written: '', grid: '第一网格' })
  const second = await as('dora').get(location)
  expect(second.words).not.toContain(zh.imports.preview.gridMissing(2))
  expect(second.words).toContain(zh.imports.preview.takeNeeds(2))

  await as('dora').post(`${location}/grid`, { written: '东片', grid: '第二网格' })
  const done = await as('dora').get(`${location}?show=all`)
  expect(done.words).toContain(zh.imports.preview.takeNeeds(4))
  expect(done.html).not.toContain('id="grids"')
  expect([done.words.split('第一网格').length - 1, done.words.split('第二网格').length - 1]).toEqual([2, 2])
})

test('the errors of a corrected row name their fields at the top', async () => {
  const { hand, as } = await site()
  const { location } = await hand(
    'dora',
    csv('姓名,网格,住址,电话,心愿', '甲某,第一网格,5号楼1单元101,19900000101,烧水壶'),
  )
  const typed = { name: '', grid: '第一网格', item: 'kettle', words: '', quantity: '0', urgency: 'blue' }
  const answer = await as('dora').post(`${location}/rows/0`, typed)

  const { mend } = zh.imports
  expect(answer.words).toContain(`${mend.name} · ${zh.faults.required}`)
  expect(answer.words).toContain(`${mend.quantity} · ${zh.faults.quantity}`)
})
