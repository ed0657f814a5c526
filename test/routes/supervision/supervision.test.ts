import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { cards, events, inquiries, notes, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import { eraseDue } from '#jobs/erase-due.ts'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

const words = zh.supervision
const key = (n: number) => `0123456789abcdef0123456${n}`
let app: TestApp
let code = ''
let cardId = ''

/** A wish that was posted on a Monday, and whose check is two days late on Thursday. */
beforeAll(async () => {
  app = await testApp({ now: '2026-11-02T11:00:00+08:00' })
  code = await living(app).post()
  app.at('2026-11-05T11:00:00+08:00')
  await tick(app.services)
  const [card] = await app.services.store.db.select().from(cards)
  cardId = card?.id ?? ''
})

const ask = (fields: Readonly<Record<string, string>> = {}, who: 'eve' | 'dora' = 'eve') =>
  app.as(who).post(`/supervision/ask?card=${encodeURIComponent(cardId)}`, {
    ...{ key: key(1), words: '为什么还没有审核？', day: '2026-11-09' },
    ...fields,
  })
const inquiry = async () => (await app.services.store.db.select().from(inquiries))[0]
const press = async (who: 'eve' | 'dora', act: string, fields: Readonly<Record<string, string>> = {}) => {
  const row = await inquiry()
  return app.as(who).post(`/inquiries/${row?.id}`, { seq: String(row?.seq), act, ...fields })
}

test('the supervisor sees the late step as a number, and behind it number, step, dates and state', async () => {
  const page = await app.as('eve').get('/supervision')
  expect(page.words).toContain(words.title)
  const link = /href="(\/supervision\/cards\?step=check&amp;age=days)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&')
  const rows = await app.as('eve').get(link ?? 'no link')
  for (const word of [code, words.step.check, words.colour.red, zh.words.state.submitted, '11月3日'])
    expect(rows.words).toContain(word)
  const [own] = await app.services.store.db
    .select({ name: residents.name, words: wishDetails.words })
    .from(wishDetails)
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
  expect(rows.html).not.toContain(own?.name ?? 'no name')
  for (const path of [
    '/supervision?c=nowhere',
    '/supervision/cards?month=2026-13&set=all',
    '/supervision/cards?step=no',
  ])
    expect((await app.as('eve').get(path)).status).toBe(404)
})

test('a question without words or with a day that is over comes back as typed', async () => {
  const empty = await ask({ words: '', day: '2026-11-01' })
  expect(empty.status).toBe(422)
  expect(empty.words).toContain(words.inquiry.missing)
  expect(empty.words).toContain(words.inquiry.wrongDay(60))
  expect(empty.html).toContain('2026-11-01')
  expect((await ask({}, 'dora')).status).toBe(404)
  expect(await inquiry()).toBeUndefined()
})

test('the question is at the top of the desk, once however often it is sent, also as a new form', async () => {
  expect((await ask()).status).toBe(303)
  await ask()
  await ask({ key: key(2), words: '再问一次' })
  expect(await app.services.store.db.select().from(inquiries)).toHaveLength(1)
  const desk = await app.as('dora').get('/desk')
  expect(desk.html.indexOf('id="inquiries"')).toBeGreaterThan(0)
  expect(desk.html.indexOf('id="inquiries"')).toBeLessThan(desk.html.indexOf('href="/wishes/new"'))
  expect((await app.as('ana').get('/desk')).html).not.toContain('id="inquiries"')
})

test('not answered by its day it is a card itself', async () => {
  app.at('2026-11-10T11:00:00+08:00')
  await tick(app.services)
  const rows = await app.services.store.db.select().from(cards).where(eq(cards.step, 'inquiry'))
  expect(rows.map(({ colour, code: number }) => [colour, number])).toEqual([['red', code]])
  const page = await app.as('dora').get(`/inquiries/${(await inquiry())?.id}`)
  expect(page.words).toContain(words.inquiry.late)
})

test('an answer with the resident’s name is refused, and without it stays on the desk until the step is done', async () => {
  const [resident] = await app.services.store.db
    .select({ name: residents.name })
    .from(wishDetails)
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .innerJoin(wishes, eq(wishes.id, wishDetails.wishId))
    .where(eq(wishes.code, code))
  const named = await press('dora', 'answer', { words: `${resident?.name}不在家` })
  expect(named.status).toBe(422)
  expect((await press('dora', 'answer', { words: '书记外出，今天审。' })).status).toBe(303)
  expect((await app.as('dora').get('/desk')).words).toContain(words.inquiry.answeredStepOpen)
  const early = await press('eve', 'accept')
  expect(early.status).toBe(409)
  expect(early.words).toContain(words.inquiry.refusal['step-open'])
})

test('it is accepted once the step is done, without waiting for the clock, and its words are erased on time', async () => {
  await living(app).move('dora', code, 'publish')
  expect((await press('eve', 'accept')).status).toBe(303)
  expect((await app.as('dora').get('/desk')).html).not.toContain('id="inquiries"')
  const { db } = app.services.store
  const row = await inquiry()
  const history = await db
    .select()
    .from(events)
    .where(eq(events.stream, row?.id ?? ''))
  expect(history.map(({ action }) => action)).toEqual(['inquiry-ask', 'inquiry-answer', 'inquiry-accept'])
  const ofInquiry = () =>
    db
      .select()
      .from(notes)
      .where(eq(notes.stream, row?.id ?? ''))
  expect(await ofInquiry()).toHaveLength(2)
  app.at('2027-02-09T11:00:00+08:00')
  await eraseDue(app.services)
  expect(await ofInquiry()).toEqual([])
})
