import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { caseLooks, notes, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import { eraseDue } from '#jobs/erase-due.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

const words = zh.supervision.case
const key = '0123456789abcdef01234567'
let app: TestApp
let code = ''
let resident: { readonly name: string; readonly phones: readonly string[] }

/** A wish whose words name its resident, with the telephone number. */
beforeAll(async () => {
  app = await testApp({ now: '2026-11-02T11:00:00+08:00' })
  code = await living(app).post()
  const { db } = app.services.store
  const [row] = await db
    .select({ id: wishes.id, name: residents.name, phones: residents.phones })
    .from(wishDetails)
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .innerJoin(wishes, eq(wishes.id, wishDetails.wishId))
    .where(eq(wishes.code, code))
  if (!row) throw new Error('no resident')
  resident = row
  const typed = `${row.name}要热牛奶，先打 ${row.phones[0]}`
  await app.services.store.commit([
    db.update(wishDetails).set({ words: typed }).where(eq(wishDetails.wishId, row.id)),
    db.insert(notes).values({ stream: row.id, seq: 1, kind: 'claimer', text: `找${row.name}`, salt: '' }),
  ])
})

const open = (fields: Readonly<Record<string, string>> = {}, who: 'eve' | 'dora' = 'eve') =>
  app.as(who).post('/supervision/case', { key, number: code, reason: '核对为什么晚了', ...fields })
const looks = () => app.services.store.db.select().from(caseLooks)

test('a case opens only with a reason, for a number in the supervisor’s own communities', async () => {
  const answer = await open({ reason: ' ', number: '0000-0000' })
  expect(answer.status).toBe(422)
  expect(answer.words).toContain(words.missing)
  expect(answer.words).toContain(words.unknown)
  expect((await open({}, 'dora')).status).toBe(404)
  expect(await looks()).toEqual([])
})

test('the supervisor reads what was typed without name and number, for half an hour', async () => {
  const { location, status } = await open()
  expect(status).toBe(303)
  const page = await app.as('eve').get(location ?? '')
  expect(page.words).toContain('热牛奶')
  for (const hidden of [resident.name, resident.phones[0] ?? 'no number']) expect(page.html).not.toContain(hidden)
  expect((await app.as('dora').get(location ?? '')).status).toBe(404)
  app.at('2026-11-02T11:31:00+08:00')
  expect((await app.as('eve').get(location ?? '')).location).toBe(`/supervision/case?number=${code}`)
})

test('the look is a row, the community reads who looked and why, and the month counts it', async () => {
  await open()
  expect(await looks()).toHaveLength(1)
  const list = await app.as('dora').get('/inquiries')
  for (const word of [code, '核对为什么晚了', app.people.eve.name]) expect(list.words).toContain(word)
  const sheet = await app.as('eve').get('/supervision/2026-11/sheet')
  expect(sheet.words).toContain(words.count)
  expect(sheet.html).toMatch(new RegExp(`data-label="${words.count}"[^>]*>1<`))
})

test('the reason is erased on time and the look stays', async () => {
  app.at('2027-02-09T11:00:00+08:00')
  await eraseDue(app.services)
  const [look] = await looks()
  expect(
    await app.services.store.db
      .select()
      .from(notes)
      .where(eq(notes.stream, look?.id ?? '')),
  ).toEqual([])
})
