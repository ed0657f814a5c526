import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { events, people, registrations } from '#db/schema/tables.ts'
import { tick } from '#jobs/run-clock.ts'
import { hanIn, type TestApp, testApp } from '#test/support/app.ts'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})

const words = zh.register
const rosa = {
  ...{ name: 'Rosa', phone: '139 0000 0077', unit: 'Bakery', branch: 'First', building: '5', consent: 'yes' },
  strengths: ['cooking', 'driving'],
  freeTimes: ['weekend'],
}
const send = (fields: Record<string, string | readonly string[]> = {}) =>
  app.anyone.post('/c/hongqi/register', { ...rosa, ...fields })
const stored = () => app.services.store.db.select().from(registrations)
const first = async () => (await stored())[0]?.id ?? ''
const answer = (id: string, how: string, fields: Record<string, string> = {}, who: 'dora' | 'zhao' | 'ana' = 'dora') =>
  app.as(who).post(`/people/registrations/${id}/${how}`, fields)

describe('registering', () => {
  test('asks in plain words, and is reached from the log-in page and from the foot of the board', async () => {
    const form = await app.anyone.get('/c/hongqi/register')

    expect(form.status).toBe(200)
    for (const row of words.consentRows) expect(form.words).toContain(row)
    expect((await app.anyone.get('/login?to=/c/hongqi')).html).toContain('href="/c/hongqi/register"')
    expect((await app.anyone.get('/c/hongqi')).html).toContain('href="/c/hongqi/register"')
    expect(hanIn(await app.anyone.get('/c/hongqi/register', { cookie: 'lang=en' }))).toEqual([])
  })

  test('with several communities asks first which one', async () => {
    const { html } = await app.anyone.get('/register')

    expect(html).toContain('href="/c/nanyuan/register"')
    expect((await app.anyone.get('/c/nowhere/register')).status).toBe(404)
  })

  test('saves the answers for the secretary, and gives no one an account', async () => {
    const sent = await send()

    expect([sent.status, sent.location]).toEqual([303, '/c/hongqi/register/thanks'])
    expect((await app.anyone.get('/c/hongqi/register/thanks')).words).toContain(words.thanks)
    expect(await stored()).toMatchObject([
      { state: 'pending', phone: '13900000077', strengths: ['driving', 'cooking'] },
    ])
    const { db } = app.services.store
    expect(await db.select().from(people).where(eq(people.phone, '13900000077'))).toEqual([])
    const told = await db.select().from(events).where(eq(events.action, 'volunteer-registered'))
    expect(told).toMatchObject([{ stream: 'register:hongqi', actorId: 'anyone' }])
    expect(JSON.stringify(told)).not.toContain('Rosa')
  })

  test('answers a known number, a number sent again and a new one alike', async () => {
    const answers = [await send(), await send(), await send({ phone: '13900000002', name: 'Somebody' })]

    expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1)
    expect(await stored()).toHaveLength(2)
  })

  test('is one registration when it is sent twice at once', async () => {
    const answers = await Promise.all([send(), send(), send()])

    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await stored()).toHaveLength(1)
  })

  test('without consent keeps nothing and gives back what was typed', async () => {
    const sent = await send({ consent: '', phone: '12' })

    expect(sent.status).toBe(422)
    expect(sent.words).toContain(words.faults.consent)
    expect(sent.words).toContain(zh.faults.mobile)
    expect(sent.html).toContain('value="Bakery"')
    expect(await stored()).toEqual([])
  })

  test('takes twenty an hour from one address', async () => {
    for (let n = 0; n < 20; n++) await send({ phone: `139000001${String(n).padStart(2, '0')}` })

    const more = await send()

    expect(more.status).toBe(429)
    expect(Number(more.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await stored()).toHaveLength(20)
  })

  test('is forgotten after sixty days without an answer, and sixty days behind one', async () => {
    await send()
    await send({ phone: '13900000078', name: 'Sam' })
    app.at('2026-11-05T11:00:00+08:00')
    await answer(await first(), 'decline', { reason: 'not-here' })

    app.at('2027-01-01T11:00:00+08:00')
    await tick(app.services)
    expect((await stored()).map(({ name }) => name)).toEqual(['Rosa'])
    app.at('2027-01-04T11:00:00+08:00')
    await tick(app.services)
    expect(await stored()).toEqual([])
  })
})

describe('the secretary', () => {
  test('sees who waits, with a count on the desk; others see neither', async () => {
    await send()

    expect((await app.as('dora').get('/people')).words).toContain('Rosa')
    expect((await app.as('dora').get('/desk')).words).toContain(words.pending.desk(1))
    expect((await app.as('ana').get('/people')).words).not.toContain('Rosa')
    expect((await app.as('zhao').get('/people')).words).not.toContain('Rosa')
    const english = await app.as('dora').get('/people', { cookie: 'lang=en' })
    expect(english.words).toContain(en.register.pending.title(1))
  })

  test('accepts: a volunteer who is inactive until the code on that page is used, which is shown once', async () => {
    await send()

    const accepted = await answer(await first(), 'accept')

    expect(accepted.status).toBe(200)
    const [code] = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(accepted.words) ?? []
    expect(code).toBeDefined()
    const again = await answer(await first(), 'accept')
    expect([again.status, again.location]).toEqual([303, expect.stringMatching(/^\/people\/[0-9a-f]{24}$/)])
    expect((await app.as('dora').get('/people?state=inactive')).words).toContain('Rosa')
    const password = 'five plain words in a row'
    const opened = await app.anyone.post('/activate', {
      ...{ phone: '13900000077', code: code ?? '', password, again: password },
    })
    expect(opened.status).toBe(303)
    expect((await app.with(opened).get('/mine')).words).toContain(zh.mine.emptyTitle)
  })

  test('presses twice at once and takes on one person', async () => {
    await send()
    const id = await first()

    const answers = await Promise.all([answer(id, 'accept'), answer(id, 'accept')])

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 303])
    const { db } = app.services.store
    expect(await db.select().from(people).where(eq(people.phone, '13900000077'))).toHaveLength(1)
    expect(await db.select().from(events).where(eq(events.action, 'volunteer-accepted'))).toHaveLength(3)
  })

  test('shows an error where the person is a volunteer already, or the name does not agree', async () => {
    await send({ name: 'ben', phone: '13900000002' })
    await send({ name: 'Another', phone: '13900000003' })
    const [ben, other] = await stored()

    const known = await answer(ben?.id ?? '', 'accept')
    expect([known.status, known.words.includes(zh.people.faults['already-here'] ?? '-')]).toEqual([409, true])
    const wrong = await answer(other?.id ?? '', 'accept')
    expect([wrong.status, wrong.words.includes(zh.people.faults['other-name'] ?? '-')]).toEqual([409, true])
    expect((await stored()).map(({ state }) => state)).toEqual(['pending', 'pending'])
  })

  test('declines with a reason, whose note stays private; nothing can be decided twice', async () => {
    await send()
    const id = await first()

    expect((await answer(id, 'decline', { note: 'no such number' })).status).toBe(422)
    expect((await answer(id, 'decline', { reason: 'not-reached', note: 'no such number' })).status).toBe(303)

    expect(await stored()).toMatchObject([{ state: 'declined', reason: 'not-reached', note: 'no such number' }])
    expect((await answer(id, 'accept')).status).toBe(409)
    expect((await answer(id, 'decline', { reason: 'asked-to' })).status).toBe(409)
    const told = await app.services.store.db.select().from(events).where(eq(events.action, 'registration-declined'))
    expect(told.map(({ data }) => data)).toEqual([{ registrationId: id, reason: 'not-reached' }])
    expect((await app.as('dora').get('/people')).words).not.toContain('Rosa')
  })

  test('of another community, and a grid worker, cannot answer', async () => {
    await send()
    const id = await first()

    expect((await answer(id, 'accept', {}, 'zhao')).status).toBe(404)
    expect((await answer(id, 'decline', { reason: 'asked-to' }, 'ana')).status).toBe(404)
    expect((await stored()).map(({ state }) => state)).toEqual(['pending'])
  })
})
