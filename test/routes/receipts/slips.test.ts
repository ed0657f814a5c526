import { beforeEach, describe, expect, test } from 'vitest'
import { printSlips } from '#actions/receipts/print-slips.ts'
import { receipts, views } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'
import { slipOf } from './slip-of.ts'

const words = zh.receipts.slips
let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

describe('the sheet of slips', () => {
  test('has for each wish the item, the number, the phone, what a volunteer never does, a code and a QR code, and no name', async () => {
    const codes = [await life.open(), await life.open({ item: 'plaster' })]
    const { status, html, words: said } = await app.as('ana').post('/slips?c=hongqi', { wish: codes })

    expect(status).toBe(200)
    for (const code of codes) expect(said).toContain(words.code(code))
    expect(said).toContain(`${words.phone} 0994-2345678`)
    expect(said).toContain(zh.receipts.never)
    expect([...html.matchAll(/<b>\w{4}-\w{4}-\w{4}<\/b>/g)]).toHaveLength(2)
    expect([...html.matchAll(/<b class="code">\d{6}<\/b>/g)]).toHaveLength(2)
    expect([...html.matchAll(/<svg class="qr"/g)]).toHaveLength(2)
    for (const private_ of ['Li Guilan', '13800138000', '203室']) expect(html).not.toContain(private_)
    expect(html).not.toContain('/r/')
  })

  test('is offered for wishes that have no slip, and not to the person who is to deliver', async () => {
    const code = await life.open()
    expect((await app.as('ana').get('/slips')).words).toContain(words.code(code))
    await slipOf(app, code)
    expect((await app.as('ana').get('/slips')).words).not.toContain(words.code(code))
    expect((await app.as('ana').get('/slips')).words).toContain(words.none)
  })

  test('nothing chosen comes back with a sentence', async () => {
    await life.open()
    const answer = await app.as('ana').post('/slips?c=hongqi', {})
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(words.missing)
  })

  test('of a wish elsewhere, of a delivered one or of one that the reader entered is not printed', async () => {
    const entered = await life.open()
    await life.claim(entered, 'ana', { volunteer: app.people.ben.id, door: 'phone' })
    const delivered = await life.delivered()
    const other = await life.open()
    for (const [who, code] of [
      ['ana', entered],
      ['dora', delivered],
      ['gus', other],
    ] as const)
      expect((await app.as(who).post('/slips?c=hongqi', { wish: code })).status).toBe(404)
    expect((await app.as('zhao').post('/slips?c=hongqi', { wish: other })).status).toBe(404)
    expect(await app.services.store.db.select().from(receipts)).toEqual([])
  })
})

describe('a person who prints a slip', () => {
  test('is logged, and can neither enter a claim for the wish nor call back about it', async () => {
    const code = await life.open()
    await slipOf(app, code, 'ana')
    const looks = await app.services.store.db.select().from(views)
    expect(looks.filter(({ page }) => page === 'slip')).toMatchObject([{ viewerId: app.people.ana.id, page: 'slip' }])

    const entering = await app.as('ana').post(`/wishes/${code}/claim`, {
      volunteer: app.people.ben.id,
      door: 'phone',
    })
    expect(entering.status).toBe(403)
    await life.claim(code, 'ben')
    await life.deliver(code)
    expect((await app.as('ana').get(`/wishes/${code}/confirm`)).status).toBe(403)
    expect((await app.as('dora').get(`/wishes/${code}/confirm`)).status).toBe(200)
  })
})

describe('the receipt code under the fold', () => {
  test('is valid for any claimant, also after an earlier one gave the wish back', async () => {
    const code = await life.open()
    const slip = await slipOf(app, code)
    await life.claim(code, 'cleo')
    await life.move('cleo', code, 'release', { handover: 'away' })
    await life.claim(code, 'ben')

    await life.deliver(code, 'ben', { code: slip.code })

    expect(await life.stored(code)).toMatchObject({ state: 'fulfilled', confirmedHow: 'code' })
  })

  test('is void once a delivery was not received: that claimant has heard it', async () => {
    const code = await life.open()
    const slip = await slipOf(app, code)
    await life.claim(code, 'ben')
    await life.deliver(code, 'ben', { code: slip.code })
    await life.call(code, { reached: 'yes', received: 'no' }, 'ana')
    await life.claim(code, 'cleo')

    const answer = await app.as('cleo').post(`/wishes/${code}/deliver`, { code: slip.code })

    expect(answer.status).toBe(422)
    expect((await slipOf(app, code)).code).not.toBe(slip.code)
  })
})

test('two printings of one wish at once leave one slip that is valid', async () => {
  const code = await life.open()
  const choice = { communityId: 'hongqi', gridIds: null, codes: [code] }
  await Promise.all([1, 2, 3].map(() => printSlips(app.services, app.people.dora, choice)))
  const rows = await app.services.store.db.select().from(receipts)
  expect(rows.filter(({ endedAt }) => endedAt === null)).toHaveLength(1)
})
