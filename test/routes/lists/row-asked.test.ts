import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { residents } from '#db/schema/tables.ts'
import { testApp } from '#test/support/app.ts'
import { csv, headings, nameGrids, upload } from '#test/support/lists/imports.ts'

const twoDoors = csv(
  headings,
  '王秀英,第一网格,21号楼1单元101,13900030001,理发,1,',
  '王秀英,第一网格,25号楼2单元302,13900030001,烧水壶,1,90',
)
const fragment = { 'hx-request': 'true' }

async function site(bytes: Uint8Array) {
  const app = await testApp()
  const { services, people, residents: cast } = app
  await nameGrids(services.store)
  const address = `/import/${await upload(services, people.dora, bytes)}`
  const change = (id: string, fields: Partial<typeof residents.$inferInsert>) =>
    services.store.commit([services.store.db.update(residents).set(fields).where(eq(residents.id, id))])
  return { ...app, dora: app.as('dora'), address, cast, change }
}

test('a row says whom it may be, is answered without scripts, and can be asked again', async () => {
  const { dora, address } = await site(twoDoors)
  const asked = await dora.get(address)
  expect(asked.words).toContain('和第 2 行是同一个人吗？')
  expect(asked.words).toContain('第 2 行：王秀英 · 第一网格 · 21号楼1单元101室 · 电话尾号 0001')
  expect(asked.words).toContain('登记这 1 个心愿')

  const answered = await dora.post(`${address}/rows/1/who?show=all`, { of: 'row-0', is: 'new' })
  expect([answered.status, answered.location]).toEqual([303, `${address}?show=all#row-1`])
  const shown = await dora.get(`${address}?show=all`)
  expect(shown.words).toContain('您定的：是另一个人，另建一份档案。')
  expect(shown.words).toContain('登记这 2 个心愿')

  const again = await dora.post(`${address}/rows/1/who?show=all`, { of: 'row-0', is: '' }, fragment)
  expect(again.html).not.toContain('<html')
  expect(again.words).toContain('和第 2 行是同一个人吗？')
})

test('the same person at another door is asked which door is right, with boxes to tick', async () => {
  const { dora, address } = await site(twoDoors)
  const asked = await dora.post(`${address}/rows/1/who`, { of: 'row-0', is: 'row-0' }, fragment)
  expect(asked.words).toContain('住址：原来 21号楼1单元101室，清单 25号楼2单元302室')
  const of = /name="of" value="([0-9a-f]{24})"/.exec(asked.html)?.[1] ?? ''

  const answered = await dora.post(`${address}/rows/1/changes?show=all`, { of, take: 'address' }, fragment)
  expect(answered.words).toContain('您定的：改住址，其余照旧。')
  expect(answered.words).toContain('登记这 2 个心愿')
  expect((await dora.post(`${address}/rows/1/changes`, { of: 'x'.repeat(24), take: 'address' })).status).toBe(409)
})

test('who was never offered cannot be answered; a question that has changed comes back fresh with 409', async () => {
  const { dora, as, address } = await site(twoDoors)

  expect((await dora.post(`${address}/rows/1/who`, { of: 'row-0', is: 'row-7' })).status).toBe(404)
  const stale = await dora.post(`${address}/rows/1/who`, { of: 'row-9', is: 'new' })
  expect([stale.status, stale.words.includes('要问的刚才变了')]).toEqual([409, true])
  expect((await dora.post(`${address}/rows/0/who`, { of: '', is: 'new' })).status).toBe(409)
  expect((await dora.post(`${address}/rows/9/who`, { of: 'row-0', is: 'new' })).status).toBe(404)
  expect((await as('ana').post(`${address}/rows/1/who`, { of: 'row-0', is: 'new' })).status).toBe(404)
  expect((await as('ana').post(`${address}/rows/1/changes`, { of: '', take: 'address' })).status).toBe(404)
  expect((await dora.get(address)).words).toContain('登记这 1 个心愿')
})

test('on the page that mends a row the question is answered with the rest', async () => {
  const { dora, address } = await site(twoDoors)
  const form = await dora.get(`${address}/rows/1`)
  expect(form.words).toContain('和第 2 行是同一个人吗？')
  const typed = {
    ...{ name: '王秀英', grid: '第一网格', place: '', building: '25', unit: '2', door: '302' },
    ...{ phone: '13900030001', age: '80+', item: 'kettle', words: '', quantity: '1', specification: '', value: '90' },
    ...{ urgency: 'blue', note: '', reason: '' },
  }
  const without = await dora.post(`${address}/rows/1`, { ...typed, whoOf: 'row-0' })
  expect(without.status).toBe(303)
  expect((await dora.get(address)).words).toContain('和第 2 行是同一个人吗？')

  await dora.post(`${address}/rows/1`, { ...typed, whoOf: 'row-0', who: 'new' })
  expect((await dora.get(`${address}?show=all`)).words).toContain('登记这 2 个心愿')
})

test('what only adds to a file is ticked already and mentioned; what contradicts it waits', async () => {
  const list = csv('姓名,网格,住址,电话,年龄,心愿', 'Ma Xiulan,第二网格,,13800138000 19900000911,85,理发')
  const { dora, address, cast, change } = await site(list)
  await change(cast.ma, { ageBand: null })

  const adds = await dora.get(`${address}?show=all`)
  expect(adds.words).toContain('电话：补上 19900000911')
  expect(adds.words).toContain('登记这 1 个心愿')
  expect(adds.html).toMatch(/value="phones" checked/)
  await change(cast.ma, { ageBand: '60-69' })
  const contradicts = await dora.get(address)
  expect(contradicts.words).toContain('年龄段：原来 60–69 岁，清单 80 岁以上')
  expect(contradicts.words).toContain('现在没有能收下的')
  expect(contradicts.html).not.toMatch(/value="age" checked/)
})
