import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { issueCode } from '#actions/people/access-codes.ts'
import { takeTries } from '#actions/people/sign-in.ts'
import { accessCodes, attempts, events, sessions } from '#db/schema/tables.ts'
import { samePath } from '#http/security/same-site.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { addToCast, blankPerson, phones, places } from '#test/support/cast.ts'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'

const password = 'four unrelated words'
const { login, activate } = zh.people

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})

const signIn = (phone: string, word = password, more: Record<string, string> = {}) =>
  app.anyone.post('/login', { phone, password: word, ...more })

/** As a Chinese keyboard may type it. */
const fullWidth = (digits: string) => digits.replace(/\d/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

test('signing out asks once, on a page that a link far from the telephone leads to', async () => {
  const page = await app.as('ben').get('/c/hongqi')
  const header = /<header[\s\S]*?<\/header>/.exec(page.html)?.[0] ?? ''
  const order = [...header.matchAll(/href="(tel:|\/logout)|action="(\/view|\/language)"/g)].map(
    (found) => found[1] ?? found[2],
  )
  expect(order[0]).toBe('/logout')
  expect(order.at(-1)).toBe('tel:')
  expect(order.length).toBeGreaterThan(2)
  const asked = await app.as('ben').get('/logout')
  expect(asked.words).toContain(zh.site.signOutAsk.title)
  expect(asked.html).toContain('action="/logout"')
  expect((await app.as('ben').get('/mine')).status).toBe(200)
  expect((await app.anyone.get('/logout')).location).toBe('/')
})

describe('signing in', () => {
  test('with number and password leads back to where one was, with a new session', async () => {
    await app.givePassword('ben', password)

    const answer = await signIn('139 0000 0002', password, { to: '/wishes/1234-5678' })

    expect([answer.status, answer.location]).toEqual([303, '/wishes/1234-5678'])
    expect(answer.headers.getSetCookie().at(-1)).toMatch(/^session=\w+; HttpOnly; .*SameSite=Lax/)
    expect((await app.with(answer).get('/login')).location).toBe('/')
  })

  test.each([
    ['ana', '/desk'],
    ['dora', '/desk'],
    ['eve', '/desk'],
    ['finn', '/desk'],
    ['ben', '/'],
  ] as const)('leads %s, who came for no page in particular, to %s', async (who, home) => {
    await app.givePassword(who, password)
    expect((await signIn(phones[who])).location).toBe(home)
  })

  test('ends the session that one had before', async () => {
    await app.givePassword('ben', password)
    const first = await signIn(phones.ben)

    await app.with(first).post('/login', { phone: phones.ben, password })

    expect((await app.with(first).get('/login')).status).toBe(200)
    expect(await app.services.store.db.select().from(sessions)).toHaveLength(1)
  })

  test('a wrong password, an unknown number and an account without a password read the same', async () => {
    await app.givePassword('ben', password)

    const answers = [await signIn(phones.ben, 'not the word'), await signIn('13700000000'), await signIn(phones.cleo)]

    for (const answer of answers) {
      expect(answer.status).toBe(422)
      expect(answer.words).toContain(login.wrong)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
    expect(answers[0]?.html).toContain(`value="${phones.ben}"`)
  })

  test('the sixth try of an account within 15 minutes is refused, with the time to wait, even with the right password', async () => {
    await app.givePassword('ben', password)
    for (let n = 0; n < 5; n++) expect((await signIn(phones.ben, 'guess')).status).toBe(422)

    app.at('2026-11-02T11:05:00+08:00')
    const refused = await signIn(fullWidth(phones.ben))

    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('600')
    expect(refused.words).toContain(zh.errors.tooMany(10).body)
    app.at('2026-11-02T11:15:01+08:00')
    expect((await signIn(phones.ben)).status).toBe(303)
  })

  test('wrong passwords from a thousand addresses lock out strangers, and not the device one has signed in on', async () => {
    await app.givePassword('ben', password)
    await app.givePassword('cleo', password)
    const deviceOf = async (phone: string) => {
      const cookies = (await signIn(phone)).headers.getSetCookie()
      return { cookie: cookies.find((one) => one.startsWith('here='))?.split(';')[0] ?? '' }
    }
    const [bens, cleos] = [await deviceOf(phones.ben), await deviceOf(phones.cleo)]
    const from = (device: Record<string, string>, word: string) =>
      app.anyone.post('/login', { phone: phones.ben, password: word }, device)
    for (let n = 0; n < 1000; n++)
      await takeTries(app.services, 'sign-in', phones.ben, `203.0.${Math.floor(n / 250)}.${n % 250}`)

    expect((await from({}, password)).status).toBe(429)
    expect((await from(cleos, password)).status).toBe(429)
    expect((await from({ cookie: 'here=0123456789abcdef' }, password)).status).toBe(429)
    expect((await from(bens, password)).status).toBe(303)
    // The device itself has five tries as well: it may have been stolen.
    for (let n = 0; n < 5; n++) expect((await from(bens, 'guess')).status).toBe(422)
    expect((await from(bens, password)).status).toBe(429)
  })

  test('success forgets the tries before it', async () => {
    await app.givePassword('ben', password)
    for (let n = 0; n < 4; n++) await signIn(phones.ben, 'guess')
    await signIn(phones.ben)

    for (let n = 0; n < 4; n++) expect((await signIn(phones.ben, 'guess')).status).toBe(422)
    expect((await signIn(phones.ben)).status).toBe(303)
  })

  test('one address has 30 tries in 15 minutes, whatever the number; another address is free', async () => {
    const from = (address: string) =>
      app.anyone.post('/login', { phone: '13700009999', password }, { 'cf-connecting-ip': address })
    for (let n = 0; n < 30; n++) await takeTries(app.services, 'sign-in', `1370000${1000 + n}`, '203.0.113.7')

    expect((await from('203.0.113.7')).status).toBe(429)
    expect((await from('203.0.113.8')).status).toBe(422)
  })

  test('a successful login uses up no try of others at the same address, and erases none of their mistakes', async () => {
    await app.givePassword('ben', password)
    const from = (phone: string, word: string) =>
      app.anyone.post('/login', { phone, password: word }, { 'cf-connecting-ip': '203.0.113.7' })
    for (let n = 0; n < 28; n++) await takeTries(app.services, 'sign-in', `1370000${1000 + n}`, '203.0.113.7')
    for (let n = 0; n < 35; n++) expect((await from(phones.ben, password)).status).toBe(303)

    expect((await from('13700009998', 'guess')).status).toBe(422)
    expect((await from('13700009999', 'guess')).status).toBe(422)
    expect((await from(phones.ben, password)).status).toBe(429)
  })

  test('neither a number nor an address is stored with the tries', async () => {
    await app.anyone.post('/login', { phone: phones.ben, password }, { 'cf-connecting-ip': '203.0.113.7' })

    const kept = JSON.stringify(await app.services.store.db.select().from(attempts))

    expect(kept).not.toMatch(/13900000002|203\.0\.113/)
  })

  test('logging out ends the session', async () => {
    await app.givePassword('ben', password)
    const answer = await signIn(phones.ben)

    expect((await app.with(answer).post('/logout')).location).toBe('/')
    expect((await app.with(answer).get('/login')).status).toBe(200)
  })

  test('the demo lists its accounts, and no other site does', async () => {
    const demo = await testApp({ config: { isDemo: true } })

    expect((await demo.anyone.get('/login')).words).toContain('19900000004')
    expect((await app.anyone.get('/login')).words).not.toContain('19900000004')
  })

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '',
  ])('never leads to another site: %j', async (to) => {
    expect(samePath(to)).toBeNull()
    expect((await app.as('ben').get(`/login?to=${encodeURIComponent(to)}`)).location).toBe('/')
    expect((await app.anyone.post('/language', { lang: 'en', to })).location).toBe('/')
  })

  test('leads nowhere else after a password either', async () => {
    await app.givePassword('ben', password)

    expect((await signIn(phones.ben, password, { to: '//evil.example' })).location).toBe('/')
  })
})

describe('an activation code', () => {
  const newcomer = async () => {
    const { id } = await addToCast(app.services, app.people.dora, places.hongqi, {
      ...blankPerson,
      name: 'hana',
      phone: '13900000021',
    })
    const issue = await issueCode(app.services, app.people.dora, id)
    if (!issue?.ok) throw new Error('no code')
    return { id, code: issue.issued.code }
  }
  const use = (code: string, more: Record<string, string> = {}) =>
    app.anyone.post('/activate', { phone: '13900000021', code, password, again: password, ...more })

  test('sets the password, makes a waiting volunteer active and signs in', async () => {
    const { code } = await newcomer()

    const answer = await use(code.toLowerCase().replace('-', ' '))

    expect([answer.status, answer.location]).toEqual([303, '/welcome'])
    expect((await app.as('dora').get('/people?state=active')).words).toContain('hana')
    expect((await signIn('13900000021')).status).toBe(303)
  })

  test('greets by name and says what to do now', async () => {
    const { code } = await newcomer()
    const { words, html } = await app.with(await use(code)).get('/welcome')
    expect(words).toContain(zh.people.welcome.hello('hana'))
    for (const step of zh.people.welcome.volunteer.steps) expect(words).toContain(step)
    expect(html).toContain(zh.people.welcome.volunteer.button)
    expect((await app.as('dora').get('/welcome')).location).toBe('/desk')
    expect((await app.anyone.get('/welcome')).location).toBe('/login?to=%2Fwelcome')
  })

  test('that cannot be one is refused at its field and is no try', async () => {
    const { code } = await newcomer()
    for (const typed of ['ABCD-234', 'ABCD-23450', 'ABCD-2O45', 'ABCD-234１', '收件码123456']) {
      const answer = await use(typed)
      expect([answer.status, answer.words.includes(activate.malformed)], typed).toEqual([422, true])
    }
    for (let n = 0; n < 8; n++) await use('ABCD-23')
    expect((await use(code)).location).toBe('/welcome')
  })

  test('is eight signs that cannot be mistaken, and only a hash of it is stored', async () => {
    const { id, code } = await newcomer()

    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
    const { store } = app.services
    expect(JSON.stringify(await store.db.select().from(accessCodes))).not.toContain(code.replace('-', ''))
    const told = await store.db.select().from(events).where(eq(events.action, 'code-issued'))
    expect(told.map((event) => event.data)).toEqual([{ personId: id }])
  })

  test('ends every session of the account', async () => {
    const { id, code } = await newcomer()
    await app.as({ id }).get('/mine')

    await use(code)

    expect((await app.as({ id }).get('/mine')).location).toMatch(/^\/login/)
  })

  test('is good for one use, for seven days, and until the next one', async () => {
    const { id, code } = await newcomer()
    expect((await use(code)).status).toBe(303)
    expect((await use(code)).words).toContain(activate.wrong)

    const issue = await issueCode(app.services, app.people.dora, id)
    const second = issue?.ok ? issue.issued.code : ''
    const another = await issueCode(app.services, app.people.dora, id)
    const third = another?.ok ? another.issued.code : ''
    expect((await use(second)).status).toBe(422)
    app.at('2026-11-09T11:00:00+08:00')
    expect((await use(third)).status).toBe(422)
  })

  test('used twice at the same moment opens one door', async () => {
    const { code } = await newcomer()

    const answers = await Promise.all([use(code), use(code)])

    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422])
  })

  test('a wrong code and an unknown number read the same, and the sixth try is refused', async () => {
    await newcomer()
    const wrong = [await use('ABCD-2345'), await use('ABCD-2345', { phone: '13700000000' })]
    expect(wrong.map((answer) => answer.status)).toEqual([422, 422])
    for (const answer of wrong) expect(answer.words).toContain(activate.wrong)

    for (let n = 0; n < 4; n++) await use('ABCD-2345')
    expect((await use('ABCD-2345')).status).toBe(429)
  })

  test.each([
    ['too short', 'kettle 42', zh.faults.password],
    ['with the number in it', 'my 139-0000-0021!', zh.people.faults['password-phone']],
    ['everybody’s first', 'Password123', zh.people.faults['password-common']],
    ['of a published list, with blanks', 'Q1W2 E3R4 T5Y6', zh.people.faults['password-common']],
    ['of the list, with a sign in it', 'fuck_inside', zh.people.faults['password-common']],
    ['with the own name', 'my name is HANA', zh.people.faults['password-own']],
    ['with the own community', 'Hong-Qi for ever', zh.people.faults['password-own']],
    ['a run of digits', '0123456789', zh.people.faults['password-common']],
    ['one sign over and over', '888888888888', zh.people.faults['password-common']],
  ])('a password %s is refused at its field, and costs no try', async (_name, word, sentence) => {
    const { code } = await newcomer()

    const answer = await use(code, { password: word, again: word })

    expect(answer.status).toBe(422)
    expect(answer.words).toContain(sentence)
    expect(answer.html).toContain(`value="${code}"`)
    expect((await use(code)).status).toBe(303)
  })

  test('only a right code learns that a password contains the name of its owner', async () => {
    await newcomer()
    const answer = await use('ABCD-2345', { password: 'my name is HANA', again: 'my name is HANA' })

    expect(answer.words).toContain(activate.wrong)
    expect(answer.words).not.toContain(zh.people.faults['password-own'])
  })

  test('a password typed in two ways is refused', async () => {
    const { code } = await newcomer()

    expect((await use(code, { again: 'something else' })).words).toContain(zh.faults.same)
  })
})

describe('the language', () => {
  test('is anyone’s to choose, lasts a year, and comes back to the page', async () => {
    const answer = await app.anyone.post('/language', { lang: 'en', to: '/login?to=%2Fmine' })

    expect(answer.location).toBe('/login?to=%2Fmine')
    expect(answer.headers.get('set-cookie')).toMatch(/^lang=en; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect((await app.with(answer).get('/login')).words).toContain(en.people.login.lead)
  })

  test('is refused where it is none, and leads to no other site', async () => {
    const answer = await app.anyone.post('/language', { lang: 'xx', to: '//evil.example' })

    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.location).toBe('/')
  })

  test('its cookie is Secure where the site is', async () => {
    const secure = await testApp({ config: { publicUrl: 'https://wish.example.cn' } })

    const answer = await secure.anyone.post('/language', { lang: 'en', to: '/' })

    expect(answer.headers.get('set-cookie')).toContain('Secure')
  })
})
