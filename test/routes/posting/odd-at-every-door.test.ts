import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { events, notes, wishes } from '#db/schema/tables.ts'
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
type Fields = Record<string, string>
const kettle = { item: 'kettle', quantity: '1' }
const boxes = { item: 'other', words: '轮椅 5盒', category: 'goods', measure: 'piece', quantity: '1', value: '150' }
const send = (fields: Fields, headers: Fields = {}) =>
  app
    .as('ana')
    .post('/wishes/new', { ...milk, repeat: 'as agreed', resident: app.residents.li, key, ...fields }, headers)
const all = () => app.services.store.db.select().from(wishes)
const reasons = async () =>
  (await app.services.store.db.select().from(notes).where(eq(notes.kind, 'odd'))).map(({ text }) => text)
const explained = async (code: string) => {
  const { id } = await life.stored(code)
  const rows = await app.services.store.db.select().from(events).where(eq(events.stream, id)).orderBy(events.seq)
  return rows.map(({ action, data }) => [action, data.odd ?? []])
}
const why = '老两口一人一个，旧的都坏了'

describe('posting', () => {
  test.each<[string, Fields, RegExp]>([
    ['a measure that does not suit the thing', boxes, /「轮椅」写的是「5 盒」，单位对不上/],
    ['many at once', { item: 'nail-clippers', quantity: '5' }, /一次要 5，一般不超过 4/],
    ['three kettles', { item: 'kettle', quantity: '3', value: '100' }, /一年内要「电热烧水壶」，连这次是第 3 份/],
    ['far above the usual price', { ...kettle, value: '161' }, /估价 161 元，一般 80 元左右/],
    ['above the limit', { item: 'wheelchair', quantity: '1' }, /估价 450 元，超过每个心愿 200 元的上限/],
  ])('%s is refused with what is odd and the way out, and the form asks why', async (_what, fields, said) => {
    const answer = await send(fields)
    expect(answer.status).toBe(422)
    expect(answer.words).toMatch(said)
    expect(answer.words).toContain('写错了请改；没写错，请写明为什么。')
    expect(answer.html).toMatch(/<textarea[^>]*name="odd"[^>]*aria-invalid="true"/)
    expect(answer.html).toMatch(/id="odd-error"/)
    expect(await all()).toEqual([])
  })

  test('the same form with a reason is a wish, and the reason stays with its event', async () => {
    await send(boxes)
    const taken = await send({ ...boxes, odd: why })
    expect(taken.status).toBe(303)
    const [wish] = await all()
    expect([wish?.state, await reasons()]).toEqual(['submitted', [why]])
    expect(await explained(wish?.code ?? '')).toEqual([['post', ['measure:box', 'often']]])
  })

  test('corrected instead, the reason that was typed is not stored', async () => {
    await send(boxes)
    expect((await send({ ...boxes, words: '轮椅', odd: why })).status).toBe(303)
    expect(await reasons()).toEqual([])
  })

  test('the third kettle of a household within a year, whichever member asks', async () => {
    const first = await life.post(kettle)
    await life.post({ item: 'other', words: '电水壶', category: 'goods', measure: 'piece', quantity: '1' })
    expect((await send(kettle)).words).toContain('连这次是第 3 份')
    await life.move('ana', first, 'withdraw', { reason: 'no-longer-needed' })
    expect((await send(kettle)).status).toBe(303)
  })

  test('a year later nothing is asked', async () => {
    await life.post({ ...kettle, quantity: '2' })
    app.at('2027-11-04T11:00:00+08:00')
    expect((await send({ ...kettle, repeat: '' })).status).toBe(303)
  })

  test('a form from a phone’s outbox comes back with the question at its field', async () => {
    const kept = { ...boxes, unseen: '1', typedAt: '1793500000' }
    const answer = await send(kept, { 'x-from-phone': '1' })
    expect(answer.status).toBe(422)
    expect(answer.html).toMatch(/<a href="#odd">/)
    expect(answer.html).toMatch(/data-asked="odd"/)
    expect((await send({ ...kept, odd: why }, { 'x-from-phone': '1' })).status).toBe(201)
  })

  test.each(['phone', 'letter', 'transfer'])('what comes in by %s is asked the same', async (source) => {
    const answer = await send({ ...boxes, source, ...(source === 'transfer' ? { workOrder: '20261102001' } : {}) })
    expect([answer.status, /name="odd"/.test(answer.html)]).toEqual([422, true])
  })

  test('a request that goes to an office is no wish, and no explanation is asked', async () => {
    expect((await send({ ...boxes, refer: 'policy' })).status).toBe(303)
    expect(await reasons()).toEqual([])
  })

  test('a reason with the number of an identity card or a word of illness is not taken', async () => {
    const card = await send({ ...boxes, odd: '身份证110101199003078515' })
    const ill = await send({ ...boxes, odd: '老人有糖尿病' })
    expect([card.status, ill.status]).toEqual([422, 422])
    expect(card.html).not.toContain('110101199003078515')
    expect(ill.html).toMatch(/id="odd-error"/)
    expect([await all(), await reasons()]).toEqual([[], []])
  })
})

describe('amending', () => {
  const amend = async (code: string, fields: Fields) => {
    const version = (await app.as('ana').get(`/wishes/${code}/edit`)).hidden('version')
    return app.as('ana').post(`/wishes/${code}/edit`, { ...milk, version, ...fields })
  }

  test('what an amendment makes odd is asked about; what was explained before is not', async () => {
    const code = await life.post({ item: 'nail-clippers', quantity: '5', odd: why })
    expect((await amend(code, { item: 'nail-clippers', quantity: '5', note: '敲门响一点' })).status).toBe(303)
    const more = await amend(code, { item: 'nail-clippers', quantity: '20' })
    expect(more.status).toBe(422)
    expect(more.words).toContain('一次要 20，一般不超过 4')
    expect((await amend(code, { item: 'nail-clippers', quantity: '20', odd: '全楼一起发' })).status).toBe(303)
    expect(await reasons()).toEqual([why, '全楼一起发'])
  })
})

describe('publishing', () => {
  test('shows what is odd and what the person who posted has said, and asks nothing more', async () => {
    const code = await life.post({ ...kettle, value: '161', odd: why })
    const page = await app.as('dora').get(`/wishes/${code}`)
    expect(page.words).toContain('估价 161 元，一般 80 元左右')
    expect(page.words).toContain(`ana说明：${why}`)
    expect(page.html).not.toContain('name="odd"')
    expect((await app.as('dora').post(`/wishes/${code}/publish`, {})).status).toBe(303)
    expect((await life.stored(code)).state).toBe('open')
  })

  test('the secretary is asked to explain what is still unexplained', async () => {
    const code = await life.post(kettle)
    const { id } = await life.stored(code)
    const { store } = app.services
    await store.commit([store.db.update(wishes).set({ quantity: 50 }).where(eq(wishes.id, id))])
    const page = await app.as('dora').get(`/wishes/${code}`)
    expect(page.words).toContain(zh.oddities.unsaid)
    const refused = await app.as('dora').post(`/wishes/${code}/publish`, { approve: 'yes' })
    expect(refused.status).toBe(422)
    expect(refused.html).toMatch(/<textarea[^>]*name="odd"[^>]*aria-invalid="true"/)
    await life.publish(code, { approve: 'yes', odd: '打电话问过，是给全楼的' })
    expect(await reasons()).toEqual(['打电话问过，是给全楼的'])
  })

  test('the first kettle is not the third because two were posted after it', async () => {
    const first = await life.post(kettle)
    app.at('2026-11-03T11:00:00+08:00')
    for (const _ of [2, 3]) await life.post(kettle)
    expect((await app.as('dora').post(`/wishes/${first}/publish`, {})).status).toBe(303)
  })

  test('a title that is odd is asked about', async () => {
    const code = await life.post({ ...boxes, words: '轮椅' })
    const refused = await app.as('dora').post(`/wishes/${code}/publish`, { publicText: '轮椅5盒' })
    expect([refused.status, /id="publish-odd-error"/.test(refused.html)]).toEqual([422, true])
  })

  test('the reason is for those inside alone', async () => {
    const code = await life.post({ ...kettle, value: '161', odd: why })
    await life.publish(code)
    for (const who of [app.anyone, app.as('ben'), app.as('zhao')])
      expect((await who.get(`/wishes/${code}`)).html).not.toContain(why)
    expect((await app.as('ana').get(`/wishes/${code}`)).words).toContain(why)
    const where = and(eq(notes.kind, 'odd'), eq(notes.text, why))
    expect(await app.services.store.db.select().from(notes).where(where)).toHaveLength(1)
  })
})
