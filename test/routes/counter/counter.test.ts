import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { bookings, bookingWords, counterMatters, events, takenTimes, views } from '#db/schema/tables.ts'
import { day } from '#domain/time/durations.ts'
import { eraseDue } from '#jobs/erase-due.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let matter = ''
const key = '0123456789abcdef01234567'
const { counter } = zh

/** A Monday in the hours of booking. An entry of the knowledge base that ana offers at the counter. */
beforeEach(async () => {
  app = await testApp({ now: '2026-11-23T11:00:00+08:00' })
  const entry = {
    subject: 'allowance',
    title: '高龄津贴',
    keywords: '',
    answer: '当月办，下月发。',
    office: '',
    phone: '',
  }
  const added = await app
    .as('ana')
    .post('/knowledge/new', { ...entry, documents: '身份证\n银行卡复印件', reviewedOn: '2026-11-02', key })
  matter = added.location?.split('/').at(-1) ?? ''
  await app.as('ana').post('/counter/matters', { matter, length: '30', isDoneHere: 'yes' })
})

const form = { time: '2026-11-28 10:30', name: '李某', phone: '13912345678', note: '', hasRead: 'yes' }
const book = (fields: Readonly<Record<string, string>> = {}, at = key) =>
  app.anyone.post(`/c/hongqi/counter/${matter}`, { ...form, key: at, ...fields })
const codeIn = (html: string) => /name="number" value="([\d-]{9})"/.exec(html)?.[1] ?? ''
const keyIn = (html: string) => /name="letterKey" value="([A-Z]{6})"/.exec(html)?.[1] ?? ''
const rows = () => app.services.store.db.select().from(bookings)
const step = async (who: Name, fields: Readonly<Record<string, string>>) => {
  const [row] = await rows()
  return app.as(who).post(`/counter/${row?.code}`, { seq: String(row?.seq), ...fields })
}
const booked = async () => {
  const { html, status } = await book()
  expect(status).toBe(200)
  return { number: codeIn(html), letterKey: keyIn(html) }
}

describe('booking', () => {
  test('shows what to bring before it asks for anything, and gives number and key once', async () => {
    const page = await app.anyone.get(`/c/hongqi/counter/${matter}`)
    expect(page.html.indexOf('银行卡复印件')).toBeLessThan(page.html.indexOf('action="/c/hongqi/counter'))
    expect(page.words).toContain('10:30')
    const answer = await book()
    for (const word of ['11月28日', '10:30', '银行卡复印件']) expect(answer.words).toContain(word)
    expect(codeIn(answer.html)).toMatch(/^\d{4}-\d{4}$/)
    const [event] = (await app.services.store.db.select().from(events)).filter(
      ({ action }) => action === 'booking-book',
    )
    expect(JSON.stringify(event)).not.toMatch(/李某|13912345678/)
  })

  test('without a time, a name or the tick comes back as typed with a sentence at each', async () => {
    const answer = await book({ time: '', name: '', hasRead: '' })
    expect(answer.status).toBe(422)
    for (const sentence of [counter.form.choose, counter.form.read, zh.faults.required])
      expect(answer.words).toContain(sentence)
    expect(answer.html).toContain('value="13912345678"')
  })

  test('a time that was taken is refused, and is no longer offered', async () => {
    await book()
    const late = await book({}, 'fedcba9876543210fedcba98')
    expect([late.status, late.words.includes(counter.refusal.taken)]).toEqual([409, true])
    expect((await app.anyone.get(`/c/hongqi/counter/${matter}`)).html).not.toContain('2026-11-28 10:30')
  })

  test('is for the offered Saturdays alone: no other day, no time between, nothing of another community', async () => {
    for (const time of ['2026-11-27 10:30', '2026-11-28 10:40', '2026-11-21 10:30', '2026-11-28 13:30'])
      expect((await book({ time })).status, time).toBe(409)
    expect((await app.anyone.get(`/c/nanyuan/counter/${matter}`)).status).toBe(404)
    expect(await rows()).toEqual([])
  })

  test('on the web ends on Thursday evening and says when it begins again; staff book at any time', async () => {
    app.at('2026-11-26T19:00:00+08:00')
    const answer = await book()
    expect(answer.status).toBe(409)
    expect(answer.words).toContain('11月30日')
    expect(
      (await app.as('ana').post(`/counter/new/${matter}`, { ...form, way: 'phone', key: 'aaaaaaaaaaaaaaaaaaaaaaaa' }))
        .status,
    ).toBe(200)
    expect((await rows())[0]).toMatchObject({ way: 'phone', bookedBy: app.people.ana.id })
  })

  test('of a matter that was taken off is not possible; where there are no desks the page says so', async () => {
    await app.as('ana').post('/counter/matters', { matter, length: '' })
    expect((await book()).status).toBe(404)
    expect((await app.services.store.db.select().from(counterMatters))[0]?.endedAt).not.toBeNull()
    expect((await app.as('wang').post('/counter/matters?c=nanyuan', { matter, length: '10' })).status).toBe(404)
  })
})

describe('the visitor', () => {
  test('changes the time, takes it into a calendar, and cancels after being asked once more', async () => {
    const { number, letterKey } = await booked()
    const follow = (fields: Readonly<Record<string, string>>) =>
      app.anyone.post('/follow', { number, letterKey, ...fields })
    const file = await follow({ act: 'calendar' })
    expect(file.html).toContain('DTSTART:20261128T023000Z')
    expect(file.html).not.toContain('李某')
    const moved = await follow({ act: 'move', seq: '1', time: '2026-12-05 11:00' })
    expect(moved.words).toContain(counter.follow.done.move)
    expect((await follow({ act: 'cancel', seq: '2' })).words).toContain(counter.follow.cancelSure)
    expect((await follow({ act: 'cancel', seq: '2', sure: 'yes' })).words).toContain(counter.follow.done.cancel)
    expect(await app.services.store.db.select().from(takenTimes)).toEqual([])
  })

  test('may still cancel the day before, and not on the day', async () => {
    const { number, letterKey } = await booked()
    app.at('2026-11-27T23:59:00+08:00')
    expect((await app.anyone.post('/follow', { number, letterKey })).words).toContain(counter.follow.cancel)
    app.at('2026-11-28T00:00:00+08:00')
    const late = await app.anyone.post('/follow', { number, letterKey, act: 'cancel', seq: '1', sure: 'yes' })
    expect([late.status, late.words.includes(counter.refusal['too-late'])]).toEqual([409, true])
    expect(late.words).toContain(counter.follow.tooLate)
  })
})

describe('the staff', () => {
  test('work through the day: documents, came, done, called back by a colleague; the figures count it', async () => {
    const { number, letterKey } = await booked()
    expect((await app.as('ana').get('/desk')).words).not.toContain('1 人预约')
    app.at('2026-11-26T11:00:00+08:00')
    expect((await app.as('ana').get('/desk')).words).toContain('1 人预约')
    expect((await step('ana', { act: 'prepare', found: 'lacking' })).status).toBe(422)
    await step('ana', { act: 'prepare', found: 'lacking', note: '户口本' })
    expect((await app.anyone.post('/follow', { number, letterKey })).words).toContain(counter.follow.lacking('户口本'))
    expect((await step('ana', { act: 'come' })).status).toBe(409)
    app.at('2026-11-28T10:31:00+08:00')
    const list = await app.as('ana').get('/counter')
    for (const word of ['10:30', '李某', '13912345678', counter.desk.next]) expect(list.words).toContain(word)
    const looks = await app.services.store.db.select().from(views).where(eq(views.page, 'booking'))
    expect(looks.at(-1)).toMatchObject({ viewerId: app.people.ana.id, wishId: (await rows())[0]?.id })
    await step('ana', { act: 'come' })
    await step('ana', { act: 'finish', note: '回执 12' })
    expect((await step('ana', { act: 'call', level: 'satisfied' })).status).toBe(403)
    expect((await step('gus', { act: 'call', level: 'satisfied' })).status).toBe(303)
    expect((await rows())[0]).toMatchObject({ state: 'done', rating: 'satisfied', servedBy: app.people.ana.id })
  })

  test('of another community see nothing of it, and only staff see it at all', async () => {
    await booked()
    const [row] = await rows()
    for (const who of ['wang', 'zhao', 'ben', 'eve', 'finn'] as const) {
      expect((await app.as(who).get(`/counter/${row?.code}`)).status, who).toBe(404)
      expect((await step(who, { act: 'cancel' })).status, who).toBe(404)
    }
    expect((await app.as('wang').get('/counter')).words).not.toContain('李某')
  })

  test('mark who did not come only after the time; name and number are erased on time, the row stays', async () => {
    await booked()
    app.at('2026-11-28T10:40:00+08:00')
    expect((await step('ana', { act: 'miss' })).status).toBe(409)
    app.at('2026-11-28T11:01:00+08:00')
    expect((await step('ana', { act: 'miss' })).status).toBe(303)
    const end = app.services.now().getTime()
    app.at(new Date(end + 89 * day).toISOString())
    await eraseDue(app.services)
    expect(await app.services.store.db.select().from(bookingWords)).toHaveLength(1)
    app.at(new Date(end + 91 * day).toISOString())
    await eraseDue(app.services)
    expect(await app.services.store.db.select().from(bookingWords)).toEqual([])
    expect(await rows()).toHaveLength(1)
  })
})
