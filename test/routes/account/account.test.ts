import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { issueCode } from '#actions/people/access-codes.ts'
import { secondFactors, sessions } from '#db/schema/tables.ts'
import { codeOfStep, stepAt } from '#domain/account/totp.ts'
import { type Answer, type TestApp, testApp } from '#test/support/app.ts'
import { phones } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

const password = 'four unrelated words'
const { account } = zh
const android = 'Mozilla/5.0 (Linux; Android 14; X) AppleWebKit/537.36'
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  await app.givePassword('dora', password)
})

const signIn = (word = password, agent = android, more: Record<string, string> = {}) =>
  app.anyone.post('/login', { phone: phones.dora, password: word }, { 'user-agent': agent, ...more })
/** The person as signed in on that device, whose session cookie is the last one set. */
const as = (answer: Answer) => app.with(answer)
const hmac = (key: Uint8Array, message: Uint8Array) => new Uint8Array(createHmac('sha1', key).update(message).digest())
const fromBase32 = (text: string) => {
  const bits = [...text.replaceAll(' ', '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}
const codeNow = (secret: Uint8Array, later = 0) => codeOfStep(hmac, secret, stepAt(app.services.now()) + later)

/** Adds an authenticator app; gives its secret and the codes on paper. */
async function withApp(answer: Answer) {
  const page = await as(answer).get('/account/factor')
  const secret = fromBase32(/<b>([A-Z2-7]{4}(?: [A-Z2-7]{4}){7})<\/b>/.exec(page.html)?.[1] ?? '')
  const added = await as(answer).post('/account/factor', { sealed: page.hidden('sealed'), code: codeNow(secret) })
  return {
    secret,
    added,
    paper: [...added.html.matchAll(/<b>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})<\/b>/g)].map(([, code = '']) => code),
  }
}
/** Both steps of signing in; the session comes with the answer to the second. */
async function signInWith(code: string) {
  const first = await signIn()
  return app.anyone.post('/login/code', { ticket: first.hidden('ticket'), code })
}

describe('the authenticator app', () => {
  test('is asked for after the password, and no session begins before', async () => {
    const { secret, added, paper } = await withApp(await signIn())
    expect([added.status, paper.length, new Set(paper).size]).toEqual([200, 8, 8])
    const before = (await app.services.store.db.select().from(sessions)).length
    const first = await signIn()

    expect(first.status).toBe(200)
    expect(first.html).toContain(account.secondStep.title)
    expect(first.headers.getSetCookie()).toEqual([])
    expect(await app.services.store.db.select().from(sessions)).toHaveLength(before)
    app.at('2026-11-02T11:01:00+08:00')
    const second = await app.anyone.post('/login/code', { ticket: first.hidden('ticket'), code: codeNow(secret) })
    expect([second.status, second.location]).toEqual([303, '/desk'])
    expect((await as(second).get('/account')).html).toContain(account.factor.left(8))
  })

  test('takes each code once, and none that is wrong, empty or older than the last', async () => {
    const { secret } = await withApp(await signIn())
    expect((await signInWith(codeNow(secret))).status).toBe(422)
    expect((await signInWith('')).status).toBe(422)
    expect((await signInWith('000000')).html).toContain(account.factor.wrong)
    expect((await signInWith(codeNow(secret, 1))).status).toBe(303)
    expect((await signInWith(codeNow(secret, 1))).status).toBe(422)
  })

  test('of two that send the same code at once, one gets in', async () => {
    const { secret } = await withApp(await signIn())
    app.at('2026-11-02T11:01:00+08:00')
    const code = codeNow(secret)
    const both = await Promise.all([signInWith(code), signInWith(code)])

    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
  })

  test('five wrong codes in a quarter of an hour are the end, even for the right one', async () => {
    const { secret } = await withApp(await signIn())
    for (let n = 0; n < 5; n++) expect((await signInWith('000000')).status).toBe(422)
    app.at('2026-11-02T11:01:00+08:00')
    expect((await signInWith(codeNow(secret))).status).toBe(429)
    app.at('2026-11-02T11:20:00+08:00')
    expect((await signInWith(codeNow(secret))).status).toBe(303)
  })

  test('a code on paper does instead, once, however it is typed', async () => {
    const { paper } = await withApp(await signIn())
    const [code = ''] = paper
    const first = await signInWith(code.toLowerCase().replaceAll('-', ' '))

    expect(first.status).toBe(303)
    expect((await as(first).get('/account')).html).toContain(account.factor.left(7))
    expect((await signInWith(code)).status).toBe(422)
  })

  test('the password counts for ten minutes, and a ticket that was made up for nothing', async () => {
    const { secret } = await withApp(await signIn())
    const first = await signIn()
    app.at('2026-11-02T11:10:00+08:00')
    const late = await app.anyone.post('/login/code', { ticket: first.hidden('ticket'), code: codeNow(secret) })

    expect([late.status, late.html.includes(zh.people.login.expired)]).toEqual([422, true])
    expect((await app.anyone.post('/login/code', { ticket: 'x'.repeat(80), code: codeNow(secret) })).status).toBe(422)
  })

  test('is stored encrypted, is added with a right code only, and is removed with one', async () => {
    const here = await signIn()
    const page = await as(here).get('/account/factor')
    const wrong = await as(here).post('/account/factor', { sealed: page.hidden('sealed'), code: '000000' })
    expect([wrong.status, await app.services.store.db.select().from(secondFactors)]).toEqual([422, []])
    const { secret } = await withApp(here)
    const [row] = await app.services.store.db.select().from(secondFactors)
    expect(row?.secret).not.toContain(Buffer.from(secret).toString('base64'))

    expect((await as(here).post('/account/factor/end', { code: '000000' })).status).toBe(422)
    const removed = await as(here).post('/account/factor/end', { code: codeNow(secret, 1) })
    expect(removed.location).toBe('/account?saved=removed')
    expect((await signIn()).status).toBe(303)
  })

  test('is gone after an activation code that was handed over in person', async () => {
    await withApp(await signIn())
    const issue = await issueCode(app.services, app.people.finn, app.people.dora.id)
    const code = issue?.ok ? issue.issued.code : ''
    const next = 'another four unrelated words'
    const activated = await app.anyone.post('/activate', { phone: phones.dora, code, password: next, again: next })

    expect(activated.status).toBe(303)
    expect((await signIn(next)).status).toBe(303)
  })
})

describe('my account', () => {
  test('a new password needs the present one, ends all other devices and stays signed in here', async () => {
    const [here, other] = [await signIn(), await signIn()]
    const next = 'five quite unrelated other words'
    const change = (fields: Record<string, string>) =>
      as(here).post('/account/password', { present: password, password: next, again: next, ...fields })

    expect((await change({ present: 'not mine at all' })).html).toContain(account.password.wrong)
    expect((await change({ again: 'something else' })).status).toBe(422)
    expect((await change({ password: '1234567890', again: '1234567890' })).status).toBe(422)
    expect((await change({ password: `word ${phones.dora}`, again: `word ${phones.dora}` })).status).toBe(422)
    const own = await change({ password: 'dora and her hat', again: 'dora and her hat' })
    expect([own.status, own.words.includes(zh.people.faults['password-own'] ?? 'no words')]).toEqual([422, true])
    expect(own.html).not.toContain('dora and her hat')
    expect((await as(other).get('/account')).status).toBe(200)
    expect((await change({})).location).toBe('/account?saved=password')
    expect((await as(here).get('/account')).status).toBe(200)
    expect((await as(other).get('/account')).location).toBe('/login?to=%2Faccount')
    expect([(await signIn()).status, (await signIn(next)).status]).toEqual([422, 303])
  })

  test('lists the devices and can sign out another of the same person, but none of other people', async () => {
    const [here, other] = [await signIn(), await signIn(password, windows)]
    const page = await as(here).get('/account')
    expect(page.words).toContain(account.devices.here)
    expect(page.words).toContain('Windows')
    const mark = page.hidden('mark')

    await app.as('ben').post('/account/devices/end', { mark })
    expect((await as(other).get('/account')).status).toBe(200)
    await as(here).post('/account/devices/end', { mark })
    expect((await as(other).get('/account')).status).toBe(303)
    expect((await as(here).get('/account')).status).toBe(200)
  })

  test('a sign-in on a new device is announced on the other devices; the first one and a known one are not', async () => {
    const first = await signIn()
    const told = async (answer: Answer) =>
      (await as(answer).get('/mine')).html.includes(zh.notifications.kind['new-device'])
    expect(await told(first)).toBe(false)
    const marks = first.headers.getSetCookie().find((one) => one.startsWith('here=')) ?? ''
    await signIn(password, android, { cookie: marks.split(';')[0] ?? '' })
    expect(await told(first)).toBe(false)
    await signIn(password, windows)
    expect(await told(first)).toBe(true)
  })

  test('shows the last sign-ins and refusals to the person, and those of all to the administrator alone', async () => {
    const before = await app.as('finn').get('/security')
    expect([before.words.includes(account.events.empty), before.html.includes('<table')]).toEqual([true, false])
    await signIn('a wrong password')
    const here = await signIn(password, windows)
    const { words } = await as(here).get('/account')

    expect(words).toContain(account.events.kind.refused)
    expect(words).toContain(`${account.events.kind['signed-in-anew']} · Windows`)
    expect((await as(here).get('/security')).status).toBe(404)
    const seen = await app.as('finn').get('/security')
    expect(seen.words).toContain(account.events.kind.refused)
    expect(seen.html).not.toContain(phones.dora)
  })
})
