import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { endFile, endingsOf, seenOf } from '#actions/residents/end-file.ts'
import { notes, residents, views } from '#db/schema/tables.ts'
import { type Held, lookLines, roleOn } from '#domain/people/resident-copy.ts'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { hanIn, type TestApp, testApp } from '#test/support/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
const path = () => `/residents/${app.residents.li}/copy`
const end = async (reason: 'deceased' | 'moved') => {
  const seen = seenOf(await endingsOf(app.services, app.residents.li))
  const asked = { method: 'relative', day: '2026-11-02' } as const
  await endFile(app.services, app.people.ana, app.residents.li, { reason, asked, seen })
}

test('the people in charge of the file can print it; for everyone else there is no such page', async () => {
  const status = async (who: 'ana' | 'dora' | 'gus' | 'ben' | 'eve' | 'finn' | 'wang') =>
    (await app.as(who).get(path())).status

  expect([await status('ana'), await status('dora')]).toEqual([200, 200])
  for (const who of ['gus', 'ben', 'eve', 'finn', 'wang'] as const) expect([who, await status(who)]).toEqual([who, 404])
  const anyone = await app.anyone.get(path())
  expect([anyone.status, anyone.location?.startsWith('/login')]).toEqual([303, true])
  expect((await app.as('ana').get('/residents/nobody/copy')).status).toBe(404)
})

test('all stored data is on it: file, consents, wishes, words, who was informed and who looked', async () => {
  const life = living(app)
  const code = await life.claimed('ben', { specification: 'a quiet one', note: 'ring twice', quantity: '2' })
  await app.as('ben').get(`/wishes/${code}`)
  await app.as('ana').get(`/residents/${app.residents.li}`)

  const page = await app.as('ana').get(path())

  for (const word of [
    'Li Guilan',
    '17号楼2单元203室',
    '13800138000',
    '10:00–12:30',
    '第四十四、四十五条',
    '0994-2345678',
  ])
    expect(page.words).toContain(word)
  for (const word of ['a quiet one', 'ring twice', 'Water Works', '已认领']) expect(page.words).toContain(word)
  expect(page.words).toMatch(/留在社区名单上 同意 当面 2026-10-20 网格员/)
  expect(page.words).toMatch(/2026-11-02 志愿者 认领后的联系方式 1/)
  expect(page.words).toMatch(/2026-11-02 网格员 居民档案 \d/)
  expect(page.words).toMatch(/2026-11-02 网格员 打印本副本（本人） 1/)
  const words = page.html.slice(page.html.indexOf('class="paper"'))
  for (const name of ['>ana<', '>ben<', '13900000001', '13900000002']) expect(words).not.toContain(name)
  expect(page.headers.get('x-robots-tag')).toContain('noindex')
  expect(page.headers.get('cache-control')).toContain('no-store')
})

test('no typed word about a resident is left out', async () => {
  const life = living(app)
  await life.move('ben', await life.claimed('ben', { note: 'first note' }), 'release', { handover: 'nobody at home' })
  const held = await app.services.store.db.select().from(notes)

  const page = await app.as('dora').get(path())

  expect(held.length).toBeGreaterThan(1)
  for (const { text } of held) expect(page.words).toContain(text)
})

test('the look is written down with its purpose: for the resident, and after death for a near relative', async () => {
  const purposes = async () =>
    (await app.services.store.db.select().from(views).where(eq(views.residentId, app.residents.li))).map(
      ({ page }) => page,
    )
  await app.as('ana').get(path())
  expect(await purposes()).toEqual(['copy'])

  await end('deceased')
  const page = await app.as('ana').get(path())

  expect(page.words).toContain('第四十九条')
  expect(page.words).toContain('2026-12-02 以后自动删掉')
  expect(await purposes()).toEqual(['copy', 'copy-relative'])
  expect((await app.as('ana').get(`/residents/${app.residents.li}`)).html).toContain(path())
})

test('of a file that was erased there is no copy', async () => {
  await end('moved')
  app.at('2026-12-03T12:00:00+08:00')
  await tick(app.services)
  const [file] = await app.services.store.db.select().from(residents).where(eq(residents.id, app.residents.li))

  expect(file?.endReason).toBe('erased')
  expect((await app.as('dora').get(path())).status).toBe(404)
  const page = await app.as('dora').get(`/residents/${app.residents.li}`)
  expect([page.words.includes('档案已按期删除'), page.html.includes(path())]).toEqual([true, false])
  const asked = { method: 'phone', day: '2026-12-03' }
  expect((await app.as('dora').post(`/residents/${app.residents.li}/reopen`, asked)).status).toBe(404)
})

test('in English it is English', async () => {
  await living(app).claimed('ben')
  const page = await app.as('ana').get(path(), { cookie: 'lang=en' })

  expect(page.words).toContain('The personal data of Li Guilan')
  expect(hanIn(page)).toEqual([])
})

test('a role is that of the day: a claimant looks as a volunteer, and where none covers the day it is the one of another time', () => {
  const held: readonly Held[] = [
    { personId: 'p', role: 'gridWorker', fromDay: '2026-01-01', untilDay: '2026-06-01' },
    { personId: 'p', role: 'volunteer', fromDay: '2026-03-01', untilDay: null },
  ]

  expect(roleOn(held, 'p', '2026-05-31', 'resident')).toBe('gridWorker')
  expect(roleOn(held, 'p', '2026-05-31', 'mine')).toBe('volunteer')
  expect(roleOn(held, 'p', '2026-06-01', 'resident')).toBe('volunteer')
  expect(roleOn(held, 'p', '2025-12-31', 'resident')).toBe('gridWorker')
  expect(roleOn(held, 'q', '2026-05-31', 'resident')).toBe('other')
  const look = (day: string) => ({ viewerId: 'p', page: 'resident' as const, day })
  expect(lookLines([look('2026-05-30'), look('2026-05-31'), look('2026-05-31')], held)).toEqual([
    { day: '2026-05-31', role: 'gridWorker', page: 'resident', times: 2 },
    { day: '2026-05-30', role: 'gridWorker', page: 'resident', times: 1 },
  ])
})
