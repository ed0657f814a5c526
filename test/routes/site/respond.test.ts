import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { events, notes, requests, views, wishDetails, wishes } from '#db/schema/tables.ts'
import { wishOf } from '#db/wishes/wish-rows.ts'
import { replay } from '#domain/wish/apply.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'
import { living, milk } from './living.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const key = '0123456789abcdef01234567'
type Fields = Readonly<Record<string, string>>
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
const all = () => app.services.store.db.select().from(wishes)
const told = () => app.services.store.db.select().from(events)
const kept = () => app.services.store.db.select().from(notes)
const know = async () => {
  const { location } = await app.as('ana').post('/knowledge/new', { ...heating, key: `${key.slice(1)}9` })
  return location?.split('/').at(-1) ?? ''
}

describe('an answer given at once', () => {
  const ask = (from: string, fields: Fields = {}, who: 'ana' | 'dora' | 'wang' = 'ana') =>
    app.as(who).post(`/answers/new?from=${from}`, { key, source: 'phone', words: '问暖气', ...fields })

  test('is a request that begins and ends in one event, without a name', async () => {
    const from = await know()
    expect((await app.as('ana').get(`/answers/new?from=${from}`)).words).toContain('先看阀门。')
    const answer = await ask(from)
    expect(answer.status).toBe(303)
    const [wish] = await all()
    expect(wish).toMatchObject({ state: 'answered', seq: 1, gridId: 'grid1', source: 'phone', publishedAt: null })
    expect(await app.services.store.db.select().from(wishDetails)).toEqual([])
    const [event] = (await told()).filter(({ action }) => action === 'answer')
    expect(event?.data).toMatchObject({ direct: true, how: 'knowledge', knowledgeId: from })
    expect(JSON.stringify(event)).not.toContain('问暖气')
    expect(replay([event] as unknown as WishEvent[])).toEqual(wishOf(wish as never))
    const page = await app.as('ana').get(answer.location ?? '')
    for (const word of ['问暖气', '暖气不热', zh.referrals.fromKnowledge]) expect(page.words).toContain(word)
    expect((await app.anyone.get(answer.location ?? '')).status).toBe(404)
    expect((await app.as('gus').get(answer.location ?? '')).status).toBe(404)
  })

  test('may be of a resident, whose wishes then show it', async () => {
    await ask(await know(), { resident: app.residents.li })
    const [wish] = await all()
    expect((await app.services.store.db.select().from(wishDetails))[0]).toMatchObject({
      ...{ wishId: wish?.id, residentId: app.residents.li, words: '问暖气' },
    })
    expect(await kept()).toEqual([])
    expect((await app.as('ana').get(`/residents/${app.residents.li}`)).words).toContain('问暖气')
    expect((await ask(await know(), { resident: app.residents.ma, key: `${key.slice(1)}1` })).status).toBe(404)
  })

  test('is sent from the form of a wish where the answer was found, with all that was typed there', async () => {
    const from = await know()
    const cold = { item: 'other', words: '家里暖气不热', category: 'repair', measure: 'time', quantity: '1' }
    const whole = { ...cold, resident: '', name: '', mark: '', seen: from, urgency: 'blue', source: 'letter' }
    const answer = await ask(from, { ...whole, received: '2026-10-30T09:00' })
    expect(answer.status).toBe(303)
    const [event] = (await told()).filter(({ action }) => action === 'answer')
    expect(event).toMatchObject({
      source: 'letter',
      data: { receivedAt: Date.parse('2026-10-30T09:00:00+08:00') / 1000 },
    })
  })

  test('by a call with the office needs what was asked and what was said', async () => {
    const call = (fields: Fields) => app.as('ana').post('/answers/new', { key, source: 'visit', ...fields })
    const missing = await call({})
    expect(missing.status).toBe(422)
    for (const label of [zh.intake.answer.asked, zh.intake.answer.said])
      expect(missing.words).toContain(`${label} · ${zh.faults.required}`)
    expect((await call({ words: '问低保', office: '民政窗口说下周来人' })).status).toBe(303)
    expect((await told()).find(({ action }) => action === 'answer')?.data).toMatchObject({
      how: 'office-call',
      knowledgeId: null,
    })
    expect((await kept()).map(({ kind, text }) => [kind, text]).sort()).toEqual([
      ['office', '民政窗口说下周来人'],
      ['words', '问低保'],
    ])
  })

  test('of a secretary with several grids asks for the grid; a grid worker is asked nothing', async () => {
    const from = await know()
    const asked = await ask(from, {}, 'dora')
    expect([asked.status, asked.words.includes(zh.intake.answer.grid)]).toEqual([422, true])
    expect((await ask(from, { gridId: 'nanyuan1' }, 'dora')).status).toBe(422)
    expect((await ask(from, { gridId: 'grid2' }, 'dora')).status).toBe(303)
    expect((await all()).map(({ gridId }) => gridId)).toEqual(['grid2'])
  })

  test('is counted once however often it is sent, and an entry of a neighbouring community cannot be used', async () => {
    const from = await know()
    const answers = await Promise.all([ask(from), ask(from)])
    expect(answers.map(({ location }) => location)).toEqual([answers[0].location, answers[0].location])
    expect(await all()).toHaveLength(1)
    expect((await ask(from, {}, 'wang')).status).toBe(404)
    expect(
      (await app.services.store.db.select().from(requests)).filter(({ action }) => action === 'answer'),
    ).toHaveLength(1)
  })

  test('of a work order that has been taken down already is refused', async () => {
    const from = await know()
    const order = { source: 'transfer', workOrder: 'CJ-1' }
    const post = { ...milk, resident: app.residents.li, key: `${key.slice(1)}5`, ...order, workOrder: 'CJ-10' }
    await app.as('ana').post('/wishes/new', post)
    expect((await ask(from, { ...order, workOrder: 'C-1' })).status).toBe(422)
    const again = await ask(from, { ...order, workOrder: 'CJ-10' })
    expect([
      again.status,
      again.words.includes(zh.refusals.sentence({ why: 'work-order', code: (await all())[0]?.code ?? '' })),
    ]).toEqual([422, true])
  })
})

describe('a referral', () => {
  const refer = async () => {
    const code = await life.post()
    await life.move('ana', code, 'refer', { reason: 'utility', note: '已打供热公司' })
    return code
  }
  const follow = (code: string, fields: Fields, who: 'ana' | 'dora' | 'gus' = 'ana') =>
    app.as(who).post(`/wishes/${code}/answer`, fields)

  test('waits on the list of its own grids with its office, its day and its due day', async () => {
    const code = await refer()
    const list = await app.as('ana').get('/referrals')
    for (const word of ['Li Guilan', '已打供热公司', zh.words.referReason.utility, zh.referrals.count(1), '11月9日'])
      expect(list.words).toContain(word)
    expect(list.html).toContain(`/wishes/${code}/answer`)
    expect((await app.as('dora').get('/referrals')).words).toContain('Li Guilan')
    for (const who of ['gus', 'wang'] as const)
      expect((await app.as(who).get('/referrals')).words).not.toContain('Li Guilan')
    expect((await app.as('ana').get('/desk')).words).toContain(zh.referrals.onDesk(1))
  })

  test('is answered with the office’s words once the resident has been informed; the look at the phone number is logged', async () => {
    const code = await refer()
    const form = await app.as('ana').get(`/wishes/${code}/answer`)
    expect(form.words).toContain('138 0013 8000')
    expect((await app.services.store.db.select().from(views)).map(({ page }) => page)).toEqual(['call'])
    const told = { seq: form.hidden('seq'), outcome: 'phone', toldOn: '2026-11-02', office: '明天上门修' }
    expect((await follow(code, told)).location).toBe('/referrals?c=hongqi&done=answer')
    const [wish] = await all()
    expect(wish).toMatchObject({ state: 'answered', endReason: 'answered', dueAt: null })
    const list = await app.as('dora').get('/referrals')
    for (const word of [zh.referrals.emptyTitle, zh.referrals.answered, '明天上门修'])
      expect(list.words).toContain(word)
    const page = await app.as('ana').get(`/wishes/${code}`)
    expect(page.words).toContain(`${zh.words.told.phone} · 2026-11-02`)
    expect((await follow(code, told)).location).toBe('/referrals?c=hongqi&done=already')
  })

  test('is not closed while the resident was not informed: not answered, not reached, or informed before it began', async () => {
    const code = await refer()
    expect((await follow(code, { office: '明天上门修' })).status).toBe(422)
    expect((await follow(code, { outcome: 'phone' })).words).toContain(
      `${zh.referrals.follow.office} · ${zh.faults.required}`,
    )
    const early = await follow(code, { outcome: 'visit', office: '修好了', toldOn: '2026-11-01' })
    expect([
      early.status,
      early.words.includes(zh.referrals.faults.before ?? ''),
      early.words.includes('修好了'),
    ]).toEqual([...[422, true, true]])
    expect((await all()).map(({ state, seq }) => [state, seq])).toEqual([['referred', 2]])
  })

  test('is followed up as often as it takes; pressing twice is once', async () => {
    const code = await refer()
    const seq = (await app.as('ana').get(`/wishes/${code}/answer`)).hidden('seq')
    const asked = { seq, outcome: 'asked', office: '' }
    expect((await follow(code, asked)).location).toBe('/referrals?c=hongqi&done=asked')
    expect((await follow(code, asked)).location).toBe('/referrals?c=hongqi&done=already')
    expect((await follow(code, { ...asked, outcome: 'no-answer', office: '后天来' }, 'dora')).status).toBe(409)
    const next = { seq: '3', outcome: 'no-answer', office: '后天来' }
    expect((await follow(code, next, 'dora')).status).toBe(303)
    const list = await app.as('ana').get('/referrals')
    for (const word of ['后天来', zh.referrals.follows(2)]) expect(list.words).toContain(word)
    expect((await all()).map(({ state }) => state)).toEqual(['referred'])
  })

  test('that is unknown, or in the grid of another worker, is 404', async () => {
    const code = await refer()
    const answer = { outcome: 'phone', office: '修好了' }
    expect((await follow('1234-5674', answer)).status).toBe(404)
    expect((await app.as('ana').get('/wishes/1234-5674/answer')).status).toBe(404)
    expect((await follow(code, answer, 'gus')).status).toBe(404)
    expect((await app.as('gus').get(`/wishes/${code}/answer`)).status).toBe(404)
  })

  test('a wish that is with no office cannot be answered: a sentence says so and nothing is changed', async () => {
    const code = await life.open()
    const before = await told()
    const refused = await follow(code, { outcome: 'phone', office: '修好了' })
    expect(refused.status).toBe(409)
    expect(refused.words).toContain(zh.refusals.sentence({ why: 'wrong-state', action: 'answer', state: 'open' }))
    expect((await app.as('ana').get(`/wishes/${code}/answer`)).status).toBe(409)
    expect(await told()).toEqual(before)
  })

  test('turns the page after twenty, the earliest due first', async () => {
    for (let n = 0; n < 21; n++) {
      const posted = {
        ...milk,
        resident: app.residents.li,
        key: n.toString(16).padStart(24, '0'),
        repeat: 'again',
        refer: 'utility',
      }
      await app.as('ana').post('/wishes/new', { ...posted, item: 'other', words: `matter ${n}` })
    }
    const first = await app.as('ana').get('/referrals')
    const next = /href="([^"]*after=[^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await app.as('ana').get(next)
    const codes = ({ html }: { html: string }) =>
      [...html.matchAll(/wishes\/([\d-]+)\/answer/g)].map(([, code]) => code)
    expect([codes(first).length, codes(second).length]).toEqual([20, 1])
    expect(new Set([...codes(first), ...codes(second)]).size).toBe(21)
  })
})

describe('what is noticed in a call', () => {
  test('is one tap from the call and from the desk after it, by the wish’s code alone', async () => {
    const code = await life.delivered('cleo')
    const [wish] = await app.services.store.db.select().from(wishes).where(eq(wishes.code, code))
    const called = await app.as('ana').get(`/wishes/${code}/confirm`)
    expect(called.html).toContain(`/wishes/new?of=${code}&amp;call=1&amp;refer=1`)
    expect(called.html).not.toContain(`resident=${app.residents.li}`)
    const done = await life.call(code, { reached: 'yes', received: 'yes' })
    expect(wish?.state).toBe('delivered')
    const desk = await app.as('ana').get(done.location ?? '')
    expect(desk.html).toContain(`/wishes/new?of=${code}&amp;call=1"`)
    const form = await app.as('ana').get(`/wishes/new?of=${code}&call=1&refer=1`)
    expect(form.html).toMatch(new RegExp(`value="${app.residents.li}" checked`))
    expect(form.html).toMatch(/name="refer" value="other-office" checked/)
  })
})
