import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { events, wishDetails, wishes } from '#db/schema/tables.ts'
import { living, milk } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const key = '0123456789abcdef01234567'
const other = (words: string) => ({ item: 'other', words, category: 'goods', measure: 'piece', quantity: '1' })
const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.as('ana').post('/wishes/new', { ...milk, resident: app.residents.li, key, ...fields }, headers)
const all = () => app.services.store.db.select().from(wishes)
const cash = zh.refusals.sentence({ why: 'out-of-scope', reason: 'money', word: '现金' })
const pills = zh.refusals.sentence({ why: 'out-of-scope', reason: 'prescription', word: '头孢' })

describe('what no wish may be is refused at every door', () => {
  test.each([
    ['in its own words', other('500 元现金'), 'words', cash],
    ['in its own words', other('头孢处方药'), 'words', pills],
    ['in the size of a thing of the catalogue', { specification: '500元现金' }, 'specification', cash],
    ['in the note', { note: '再带500元现金' }, 'note', cash],
  ] as const)('typed at the door, %s: the sentence is at the field', async (_where, fields, field, sentence) => {
    const answer = await send(fields)
    expect(answer.status).toBe(422)
    expect(answer.html).toMatch(new RegExp(`id="${field}-error"`))
    expect(answer.words).toContain(sentence.replaceAll('"', ''))
    expect(answer.html).toMatch(/<button[^>]*name="referTo" value="(money|medical)"/)
    expect(await all()).toEqual([])
  })

  test('one press of the button next to it refers the same form to the office, and nothing appears on the board', async () => {
    await send(other('500 元现金'))
    const referred = await send({ ...other('500 元现金'), referTo: 'money' })
    expect(referred.status).toBe(303)
    const [wish] = await all()
    expect([wish?.state, wish?.endReason, wish?.publishedAt]).toEqual(['referred', 'money', null])
  })

  test('mended, the same form is a wish again', async () => {
    await send(other('500 元现金'))
    expect((await send(other('一袋盐'))).status).toBe(303)
    expect((await all()).map(({ state }) => state)).toEqual(['submitted'])
  })

  test('sent by a phone from its outbox', async () => {
    const kept = { ...other('头孢处方药'), unseen: '1', typedAt: '1793500000' }
    const answer = await send(kept, { 'x-from-phone': '1' })
    expect(answer.status).toBe(422)
    expect(await all()).toEqual([])
  })

  test('amended into it', async () => {
    const code = await life.post(other('一袋盐'))
    const version = (await app.as('ana').get(`/wishes/${code}/edit`)).hidden('version')
    const form = { ...milk, ...other('五百元现金'), version }
    const answer = await app.as('ana').post(`/wishes/${code}/edit`, form)
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(cash)
    expect(answer.html).toContain(`href="/wishes/${code}?refer"`)
    const details = await app.services.store.db.select().from(wishDetails)
    expect(details.map(({ words }) => words)).toEqual(['一袋盐'])
  })

  test('published under a title that says it', async () => {
    const code = await life.post(other('一袋盐'))
    const answer = await app.as('dora').post(`/wishes/${code}/publish`, { publicText: '500 元现金' })
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(cash)
    expect((await life.stored(code)).state).toBe('submitted')
  })

  test('published though it was stored before the rule was enforced, with the referral open and its office chosen', async () => {
    const code = await life.post(other('一袋盐'))
    const { id } = await life.stored(code)
    const { store } = app.services
    await store.commit([store.db.update(wishDetails).set({ words: '头孢处方药' }).where(eq(wishDetails.wishId, id))])
    const answer = await app.as('dora').post(`/wishes/${code}/publish`, { publicText: '一袋盐' })
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(pills)
    expect(answer.html).toMatch(/<option value="medical" selected/)
    const acts = (await store.db.select().from(events).where(eq(events.stream, id))).map(({ action }) => action)
    expect(acts).toEqual(['post'])
  })

  test('a wish that only fetches, teaches or goes along is taken', async () => {
    for (const [at, words] of ['代取降压药', '陪同去银行', '想学手机银行'].entries())
      expect((await send({ ...other(words), key: `${at}${key.slice(1)}` })).status).toBe(303)
  })
})
