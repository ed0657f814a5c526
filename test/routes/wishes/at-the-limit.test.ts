import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { claims, notifications } from '#db/schema/tables.ts'
import { hx, living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { nameHours } from '#test/support/name-hours.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const { moves, refusals, mine } = zh
const frees = new Date('2026-11-05T23:59:59+08:00')
const sentence = refusals.sentence({ why: 'person-limit', limit: 2, frees })
const formOf = (code: string, act: string) => `action="/wishes/${code}/${act}"`
const full = async () => {
  await life.claimed('ben', { item: 'kettle' })
  await life.claimed('ben', { item: 'rice' })
  return life.open()
}
const toldOf = async (who: 'ben' | 'dora', kind: string) =>
  (
    await app.services.store.db.select().from(notifications).where(eq(notifications.personId, app.people[who].id))
  ).filter((row) => row.kind === kind).length

describe('at the limit', () => {
  test('every button says so before it is pressed: on the board, on the wish’s page and on an invitation', async () => {
    await nameHours(app.services, app.people.ben.id, ['weekday'])
    const code = await life.claimed('cleo')
    await life.move('cleo', code, 'release', { handover: 'the shop had none' })
    for (const path of ['/c/hongqi', `/wishes/${code}`, '/mine'])
      expect((await app.as('ben').get(path)).html, path).toContain(formOf(code, 'claim'))
    await life.claimed('ben', { item: 'kettle' })
    await life.claimed('ben', { item: 'rice' })

    for (const path of ['/c/hongqi', `/wishes/${code}`, '/mine']) {
      const { html, words } = await app.as('ben').get(path)
      expect(html, path).not.toContain(formOf(code, 'claim'))
      expect(html, path).toContain(formOf(code, 'request'))
      expect(words, path).toContain(sentence)
    }
    expect((await app.as('cleo').get('/c/hongqi')).html).toContain(formOf(code, 'claim'))
  })

  test('the page of claims counts what the limit counts, and names the rest', async () => {
    const code = await full()
    expect((await app.as('ben').get('/mine')).words).toContain(mine.lead(2, 2))
    await life.claim(code, 'dora', { volunteer: app.people.ben.id, extra: 'yes' })
    expect((await app.as('ben').get('/mine')).words).toContain(mine.lead(2, 2) + mine.extra(1))
  })

  test('the secretary is asked once with one press, and the card says so, also after a second press', async () => {
    const code = await full()
    const press = () => app.as('ben').post(`/wishes/${code}/request`, { at: 'board' }, hx)
    for (const answer of [await press(), await press()]) {
      expect(answer.status).toBe(200)
      expect(answer.html).toMatch(new RegExp(`^<article [^>]*id="wish-${code}"`))
      expect(answer.words).toContain(moves.limit.requested)
      expect(answer.html).not.toContain('<form')
    }
    expect((await app.as('ben').post(`/wishes/${code}/request`)).location).toBe(`/wishes/${code}`)
    expect((await app.as('ben').get(`/wishes/${code}`)).words).toContain(moves.done.request)
    expect((await app.as('ben').get('/c/hongqi')).html).not.toContain(formOf(code, 'request'))
    expect(await toldOf('dora', 'request')).toBe(1)
    expect((await app.anyone.get(`/wishes/${code}`)).words).not.toContain(zh.words.done.request)
  })

  test('the secretary approves on the wish’s page; the claim came in by the program’s own page', async () => {
    const code = await full()
    await life.move('ben', code, 'request')
    const page = await app.as('dora').get(`/wishes/${code}`)
    expect(page.words).toContain(moves.limit.approve('ben'))
    expect((await app.as('ana').get(`/wishes/${code}`)).words).not.toContain(moves.limit.approve('ben'))

    await life.claim(code, 'dora', { volunteer: app.people.ben.id, extra: 'yes', door: 'web' })

    const { claimId } = await life.stored(code)
    const [claim] = await app.services.store.db
      .select()
      .from(claims)
      .where(eq(claims.id, claimId ?? ''))
    expect(claim).toMatchObject({ personId: app.people.ben.id, extra: true, door: 'web' })
    expect(await toldOf('ben', 'claim')).toBe(1)
  })

  test('a request is over when the wish was claimed, and the web page is no door for a claim without a request', async () => {
    const code = await full()
    await life.move('ben', code, 'request')
    await life.claim(code, 'cleo')
    app.at('2026-11-02T11:05:00+08:00')
    await life.move('cleo', code, 'release', { handover: 'ill' })

    expect((await app.as('dora').get(`/wishes/${code}`)).words).not.toContain(moves.limit.requesters)
    expect((await app.as('ben').get('/c/hongqi')).html).toContain(formOf(code, 'request'))
    const fields = { volunteer: app.people.ben.id, extra: 'yes', door: 'web' }
    expect((await app.as('dora').post(`/wishes/${code}/claim`, fields)).status).toBe(422)
  })

  test('a volunteer with room is invited to claim, and a stranger cannot ask', async () => {
    const code = await life.open()
    const answer = await app.as('ben').post(`/wishes/${code}/request`)
    expect([answer.status, answer.words.includes(refusals.sentence({ why: 'has-room' }))]).toEqual([409, true])
    expect((await app.as('zhao').post(`/wishes/${code}/request`)).status).toBe(403)
  })
})
