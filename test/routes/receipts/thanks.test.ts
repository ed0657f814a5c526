import { beforeEach, describe, expect, test } from 'vitest'
import { receiverWords } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'
import { received, sayOnPage, slipOfEarlier } from './say-on-page.ts'

const words = zh.receipts.thanks
let app: TestApp
let life: ReturnType<typeof living>
let code: string
let at: string
beforeEach(async () => {
  app = await testApp()
  life = living(app)
  code = await life.delivered('ben')
  at = (await slipOfEarlier(app, code)).at
})
const written = async () => (await app.services.store.db.select().from(receiverWords))[0]

describe('a word of thanks', () => {
  test('from the page reaches the volunteer with the rating once the secretary has read it, and no one before', async () => {
    await sayOnPage(app.anyone, at, received('very-satisfied'))
    const said = await sayOnPage(app.anyone, at, { act: 'thanks', thanks: '小伙子真好' })
    expect(said.location).toBe(`${at}?done=thanks`)
    expect((await app.as('ben').get('/mine')).words).not.toContain('小伙子真好')
    expect((await app.as('ana').get('/callbacks')).words).not.toContain('小伙子真好')
    expect((await app.as('dora').get('/callbacks')).words).toContain('小伙子真好')

    await app.as('dora').post(`/receipts/thanks/${(await written())?.id}`, { pass: 'yes' })

    const mine = await app.as('ben').get('/mine')
    expect(mine.words).toContain('小伙子真好')
    expect(mine.words).toContain(words.rated('非常满意'))
    expect((await app.as('cleo').get('/mine')).words).not.toContain('小伙子真好')
    expect((await app.as('dora').get('/callbacks')).words).not.toContain('小伙子真好')
  })

  test('said at the call goes the same way', async () => {
    await life.call(code, { reached: 'yes', received: 'yes', satisfaction: 'satisfied', thanks: '谢谢他' })
    expect(await written()).toMatchObject({ kind: 'thanks', text: '谢谢他', personId: app.people.ben.id })
    expect((await app.as('dora').get('/callbacks')).words).toContain('谢谢他')
  })

  test('that is not passed on stays with the secretary', async () => {
    await sayOnPage(app.anyone, at, { act: 'thanks', thanks: '住在203的' })
    await app.as('dora').post(`/receipts/thanks/${(await written())?.id}`, { pass: 'no' })
    expect((await app.as('ben').get('/mine')).words).not.toContain('住在203的')
    expect((await app.as('dora').get('/callbacks')).words).not.toContain('住在203的')
  })

  test('is passed on by no grid worker, and by no secretary of another community', async () => {
    await sayOnPage(app.anyone, at, { act: 'thanks', thanks: '谢谢' })
    const id = (await written())?.id
    expect((await app.as('ana').post(`/receipts/thanks/${id}`, { pass: 'yes' })).status).toBe(404)
    expect((await app.as('zhao').post(`/receipts/thanks/${id}`, { pass: 'yes' })).status).toBe(404)
    expect((await app.as('ana').post(`/receipts/words/${id}`)).status).toBe(404)
    expect((await written())?.readAt).toBe(null)
  })

  test('is empty, too long, or before anything was delivered: refused', async () => {
    for (const thanks of ['', 'x'.repeat(501)])
      expect((await app.anyone.post(at, { act: 'thanks', thanks })).status).toBe(422)
    const open = await life.claimed('cleo')
    const early = await slipOfEarlier(app, open)
    expect((await app.anyone.post(early.at, { act: 'thanks', thanks: '谢谢' })).status).toBe(409)
    expect(await written()).toBeUndefined()
  })
})
