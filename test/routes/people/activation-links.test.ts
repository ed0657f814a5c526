import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { issueCode } from '#actions/people/access-codes.ts'
import { accessCodes, attempts, events, people } from '#db/schema/tables.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { addToCast, blankPerson, places } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

const words = zh.people.activate
const password = 'autumn leaves on a road'
const chosen = { password, again: password }

let app: TestApp
let hana: string
beforeEach(async () => {
  app = await testApp()
  const typed = { ...blankPerson, name: 'Hana', phone: '13900000021' }
  hana = (await addToCast(app.services, app.people.dora, places.hongqi, typed)).id
})

async function issued() {
  const issue = await issueCode(app.services, app.people.dora, hana)
  if (!issue?.ok) throw new Error('no code was issued')
  return issue.issued
}

describe('an activation link', () => {
  test('opens with one password, signs in, and makes a waiting volunteer active', async () => {
    const { token } = await issued()
    const page = await app.anyone.get(`/a/${token}`)
    expect([page.status, page.words.includes(words.hello('Hana'))]).toEqual([200, true])
    expect(page.words).toContain(words.linkLead('0021'))
    expect(page.html).not.toContain('13900000021')

    const done = await app.anyone.post(`/a/${token}`, chosen)

    expect([done.status, done.location]).toEqual([303, '/welcome'])
    expect((await app.with(done).get('/mine')).status).toBe(200)
    expect((await app.as('dora').get('/people?state=active')).words).toContain('Hana')
    expect((await app.anyone.post('/login', { phone: '13900000021', password })).status).toBe(303)
  })

  test('takes no password that contains the person’s name, its pinyin or their community, and works again after that', async () => {
    const li = await addToCast(app.services, app.people.dora, places.hongqi, {
      ...blankPerson,
      name: '李桂兰',
      phone: '13900000022',
    })
    const issue = await issueCode(app.services, app.people.dora, li.id)
    const address = `/a/${issue?.ok ? issue.issued.token : ''}`
    for (const own of ['liguilan2026', '我的名字是李桂兰呀呀呀', 'Hongqi-we-live'] as const) {
      const answer = await app.anyone.post(address, { password: own, again: own })
      expect([answer.status, answer.words.includes(zh.people.faults['password-own'] ?? 'no words')], own).toEqual([
        422,
        true,
      ])
      expect(answer.html).not.toContain(own)
    }
    const common = await app.anyone.post(address, { password: 'manchester', again: 'manchester' })
    expect([common.status, common.words.includes(zh.people.faults['password-common'] ?? 'no words')]).toEqual([
      422,
      true,
    ])
    expect((await app.anyone.post(address, chosen)).status).toBe(303)
  })

  test('is used up by the password and not by looking, also of two presses at once', async () => {
    const { token } = await issued()
    for (let n = 0; n < 3; n++) expect((await app.anyone.get(`/a/${token}`)).status).toBe(200)

    const answers = await Promise.all([1, 2].map(() => app.anyone.post(`/a/${token}`, chosen)))

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404])
    expect((await app.anyone.get(`/a/${token}`)).words).toContain(words.over.title)
  })

  test('ends with the typed code, with a newer code, and after seven days', async () => {
    const first = await issued()
    const second = await issued()
    expect((await app.anyone.get(`/a/${first.token}`)).status).toBe(404)
    const typed = { phone: '13900000021', code: second.code, ...chosen }
    expect((await app.anyone.post('/activate', typed)).status).toBe(303)
    expect((await app.anyone.post(`/a/${second.token}`, chosen)).status).toBe(404)

    const third = await issued()
    await app.anyone.post(`/a/${third.token}`, chosen)
    const late = { phone: '13900000021', code: third.code, password: 'another long password', again: '' }
    expect((await app.anyone.post('/activate', { ...late, again: late.password })).status).toBe(422)

    const fourth = await issued()
    app.at('2026-11-09T11:00:00+08:00')
    expect((await app.anyone.get(`/a/${fourth.token}`)).status).toBe(404)
  })

  test('is stored as a hash alone, is in no log, and no cache or other site gets its page', async () => {
    const said: unknown[] = []
    const spy = vi.spyOn(console, 'error').mockImplementation((...line) => void said.push(line))
    const { token } = await issued()
    const page = await app.anyone.get(`/a/${token}`)
    await app.anyone.post(`/a/${token}`, { password: 'short', again: 'short' })
    spy.mockRestore()

    const { db } = app.services.store
    const stored = JSON.stringify([
      await db.select().from(accessCodes),
      await db.select().from(events),
      await db.select().from(attempts),
    ])
    expect(stored + JSON.stringify(said)).not.toContain(token)
    const headers = ['cache-control', 'x-robots-tag', 'referrer-policy'].map((name) => page.headers.get(name))
    expect(headers).toEqual(['private, no-store', 'noindex, nofollow', 'no-referrer'])
  })

  test('refuses a short password with the form again, and the link still works', async () => {
    const { token } = await issued()
    const refused = await app.anyone.post(`/a/${token}`, { password: '13900000021x', again: 'other' })
    expect([refused.status, refused.words.includes(zh.people.faults['password-phone'] ?? '-')]).toEqual([422, true])
    expect((await app.anyone.post(`/a/${token}`, chosen)).status).toBe(303)
  })

  test('cannot be guessed at leisure: after twenty wrong ones an address has to wait', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 21; n++) statuses.push((await app.anyone.get(`/a/${String(n).padStart(22, 'x')}`)).status)
    expect([new Set(statuses.slice(0, 20)), statuses[20]]).toEqual([new Set([404]), 429])
  })

  test('can be used from its own page, which sends no origin, and from no other site', async () => {
    const { token } = await issued()
    const from = (site: string) => ({ origin: 'null', 'sec-fetch-site': site })
    expect((await app.anyone.post(`/a/${token}`, chosen, from('cross-site'))).status).toBe(403)
    expect((await app.anyone.post(`/a/${token}`, chosen, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await app.anyone.post(`/a/${token}`, chosen, from('same-origin'))).status).toBe(303)
  })

  test('is on a slip as a QR code together with the typed code, one slip for each person', async () => {
    const ivan = await addToCast(app.services, app.people.dora, places.hongqi, {
      ...{ ...blankPerson, name: 'Ivan', phone: '13900000022' },
    })
    const sheet = await app.as('dora').post('/people/codes', { ids: [hana, ivan.id] })
    expect(sheet.html.match(/<li class="slip">/g)).toHaveLength(2)
    expect(sheet.html.match(/class="qr"/g)).toHaveLength(2)
    expect(sheet.html).not.toMatch(/\/a\/[A-Za-z0-9_-]{22}/)
    expect(sheet.headers.get('referrer-policy')).toBe('no-referrer')
  })
})

test('a new grid worker is two pages and one press away: the answer to the form is the slip', async () => {
  const form = await app.as('dora').get('/people/new')
  const typed = { role: 'gridWorker', name: 'Jana', phone: '13900000023', gridId: places.grid2 }
  const answer = await app.as('dora').post('/people', { ...typed, key: form.hidden('key') })
  expect([answer.status, /class="slip"/.test(answer.html)]).toEqual([200, true])
  const [jana] = await app.services.store.db.select().from(people).where(eq(people.phone, '13900000023'))
  expect((await app.as({ id: jana?.id ?? '' }).get('/residents')).words).toContain('Ma Xiulan')
})
