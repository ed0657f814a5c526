import { beforeEach, describe, expect, test } from 'vitest'
import { events, knowledge, notes, transfers, wishes } from '#db/schema/tables.ts'
import { milk } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})

const key = '0123456789abcdef01234567'
type Fields = Readonly<Record<string, string>>
const send = (fields: Fields = {}, who: 'ana' | 'dora' | 'gus' = 'ana', headers: Fields = {}) =>
  app.as(who).post('/wishes/new', { ...milk, resident: app.residents.li, key, ...fields }, headers)
const all = () => app.services.store.db.select().from(wishes)
const told = () => app.services.store.db.select().from(events)
const cold = { item: 'other', words: '家里暖气不热', category: 'repair', measure: 'time' }
const heating = {
  ...{
    subject: 'utility',
    title: '暖气不热',
    keywords: '',
    answer: '先看阀门。',
    office: '供热公司',
    phone: '2000001',
  },
  ...{ documents: '缴费卡', reviewedOn: '' },
}
const know = () => app.as('ana').post('/knowledge/new', { ...heating, key: `${key.slice(1)}9` })

describe('one form for every channel', () => {
  test('a letter keeps the day on which it came, and those inside read it', async () => {
    const form = await app.as('ana').get('/wishes/new?by=letter')
    expect(form.words).toContain(zh.intake.wayTitle.letter)
    expect(form.hidden('source')).toBe('letter')
    await send({ source: 'letter', by: 'letter', received: '2026-10-28T16:00' })
    const [wish] = await all()
    expect(wish).toMatchObject({ source: 'letter', state: 'submitted' })
    const [posted] = (await told()).filter(({ action }) => action === 'post')
    expect(posted?.data.receivedAt).toBe(Date.parse('2026-10-28T16:00:00+08:00') / 1000)
    expect((await app.as('ana').get(`/wishes/${wish?.code}`)).words).toContain(zh.intake.receivedAt)
  })

  test('a 12345 work order is stored with the wish, in no event, and is recorded once', async () => {
    const order = { source: 'transfer', by: 'transfer', workOrder: 'cj-20261102-0042' }
    await send(order)
    const [wish] = await all()
    expect((await app.services.store.db.select().from(transfers)).map(({ number }) => number)).toEqual([
      'CJ-20261102-0042',
    ])
    expect(JSON.stringify(await told())).not.toMatch(/20261102-0042/)
    expect((await app.as('ana').get(`/wishes/${wish?.code}`)).words).toContain('CJ-20261102-0042')
    const again = await send({ ...order, key: `${key.slice(1)}1`, item: 'rice' })
    expect(again.status).toBe(422)
    expect(again.words).toContain(zh.refusals.sentence({ why: 'work-order', code: wish?.code ?? '' }))
    expect(await all()).toHaveLength(1)
  })

  test('two who type the same work order at the same moment make one wish', async () => {
    const order = { source: 'transfer', workOrder: 'CJ-1102' }
    const answers = await Promise.all([send(order), send({ ...order, key: `${key.slice(1)}2`, item: 'rice' }, 'dora')])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await all()).toHaveLength(1)
  })

  test('a transfer without its number, and a letter from tomorrow, come back as typed', async () => {
    const answer = await send({ source: 'transfer', by: 'transfer', received: '2026-11-03T09:00' })
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(`${zh.intake.workOrder} · ${zh.faults.required}`)
    expect(answer.html).toContain('value="2026-11-03T09:00"')
    expect(await all()).toEqual([])
  })

  test('the way from one channel to the other keeps whose request it is', async () => {
    const { html } = await app.as('ana').get(`/wishes/new?call=1&resident=${app.residents.li}`)
    expect(html).toContain(`/wishes/new?by=transfer&amp;resident=${app.residents.li}`)
  })

  test('from a wish’s code the form opens for its resident; an unknown or a neighbour’s code is 404', async () => {
    await send()
    const [wish] = await all()
    const form = await app.as('ana').get(`/wishes/new?of=${wish?.code}&call=1`)
    expect(form.html).toMatch(new RegExp(`value="${app.residents.li}" checked`))
    expect((await app.as('gus').get(`/wishes/new?of=${wish?.code}`)).status).toBe(404)
    expect((await app.as('ana').get('/wishes/new?of=1234-5678')).status).toBe(404)
  })
})

describe('before it is taken down', () => {
  test('what the community already answers is shown once; sent again it is a wish', async () => {
    await know()
    const asked = await send(cold)
    expect(asked.status).toBe(422)
    for (const word of ['暖气不热', '先看阀门。', '供热公司', '缴费卡', zh.intake.known.answered])
      expect(asked.words).toContain(word)
    expect(asked.words).toContain(zh.intake.faults.known)
    expect(await all()).toEqual([])
    expect((await send({ ...cold, seen: asked.hidden('seen') })).status).toBe(303)
    expect(await all()).toHaveLength(1)
  })

  test('an item of the catalogue, words that nothing answers, and the outbox of a phone are accepted at once', async () => {
    await know()
    expect((await send()).status).toBe(303)
    expect((await send({ ...cold, words: '想修一张老照片', key: `${key.slice(1)}3` })).status).toBe(303)
    expect((await send({ ...cold, unseen: '1', key: `${key.slice(1)}4` }, 'ana', { 'x-from-phone': '1' })).status).toBe(
      201,
    )
    expect(await all()).toHaveLength(3)
  })

  test('while it is typed the answers come by themselves, and without scripts by a button', async () => {
    await know()
    const live = await app.as('ana').post('/wishes/new/answers', { words: '暖气' }, { 'hx-request': 'true' })
    expect([live.words.includes('供热公司'), live.hidden('seen')]).toEqual([
      ...[true, (await app.services.store.db.select().from(knowledge))[0]?.id],
    ])
    expect((await app.as('ana').post('/wishes/new/answers', { words: '象棋' })).words).toContain(zh.intake.known.none)
    expect((await app.as('wang').post('/wishes/new/answers', { words: '暖气' })).words).not.toContain('供热公司')
    const looked = await send({ ...cold, check: '1', specification: '两间屋' })
    expect([looked.status, looked.words.includes('供热公司'), looked.html.includes('value="两间屋"')]).toEqual([
      ...[200, true, true],
    ])
    expect(await all()).toEqual([])
  })
})

describe('what is not for volunteers', () => {
  const refer = { refer: 'utility', referNote: '打给供热公司小李' }

  test('is recorded and referred in one commit, and never appears on the board', async () => {
    expect((await send({ ...cold, ...refer })).status).toBe(303)
    const [wish] = await all()
    expect(wish).toMatchObject({ state: 'referred', seq: 2, publishedAt: null, endReason: 'utility' })
    expect((await told()).filter(({ stream }) => stream === wish?.id).map(({ action }) => action)).toEqual([
      'post',
      'refer',
    ])
    const kept = await app.services.store.db.select().from(notes)
    expect(kept.map(({ kind, text }) => [kind, text])).toEqual([['office', '打给供热公司小李']])
    expect((await app.anyone.get(`/wishes/${wish?.code}`)).status).toBe(404)
  })

  test('once however often it is sent', async () => {
    const answers = await Promise.all([send({ ...cold, ...refer }), send({ ...cold, ...refer })])
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
    expect(await all()).toHaveLength(1)
  })
})

test('the form is complete in English', async () => {
  const { words } = await app.as('ana').get('/wishes/new?by=transfer', { cookie: 'lang=en' })
  for (const said of [en.intake.workOrder, en.intake.received, en.intake.refer.fold, en.intake.check])
    expect(words).toContain(said)
})
