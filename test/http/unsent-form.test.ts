import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashPassword } from '#auth/passwords.ts'
import { people, residents } from '#db/schema/tables.ts'
import { fillForm } from '#http/form/fill-form.ts'
import { createApp } from '#src/app.tsx'
import { accounts } from '#src/demo/people/accounts.ts'
import { hx, living, milk } from '#test/routes/site/living.ts'
import { type Answer, type TestApp, testApp } from '#test/support/app.ts'
import { type DemoSite, demoSite, type Reader } from '#test/support/demo-site.ts'
import { everyPage } from '#test/support/every-page.ts'
import { zh } from '#text/zh.ts'

const { unsent, errors } = zh
const password = 'long enough for a test'

describe('a session that ends while a form is filled', () => {
  let app: TestApp
  beforeEach(async () => {
    app = await testApp()
    await app.givePassword('ana', password)
    await app.givePassword('dora', password)
    await app.givePassword('ben', password)
  })

  const phones = { ana: '13900000001', dora: '13900000004', ben: '13900000002', cleo: '13900000003' }
  const chunks = ({ html }: Answer) => [...html.matchAll(/name="unsent" value="([^"]*)"/g)].map(([, text = '']) => text)
  const signIn = (who: keyof typeof phones, login: Answer, typed = password) =>
    app.anyone.post('/login', { phone: phones[who], password: typed, unsent: chunks(login), to: login.hidden('to') })
  const resident = {
    ...{ name: 'Qian Yulan', sex: 'female', ageBand: '70-79', gridId: 'grid1', building: '7', unit: '2', door: '301' },
    ...{ phone1: '13811112222', hearing: 'knock <loudly> & "twice"', agreed: ['kept', 'posting'], method: 'phone' },
  }
  const fill = async (headers: Record<string, string> = {}) => {
    const form = await app.as('ana').get('/residents/new')
    const hidden = { key: form.hidden('key'), filledBy: form.hidden('filledBy') }
    const referer = 'http://localhost/residents/new'
    return app.anyone.post('/residents', { ...resident, ...hidden }, { referer, ...headers })
  }

  test('gives back what was typed after the log-in, and nothing is recorded before it is pressed again', async () => {
    const login = await fill()
    expect([login.status, login.words.includes(unsent.login)]).toEqual([401, true])
    expect(login.html).not.toMatch(/Qian Yulan|13811112222|knock/)
    expect(login.headers.get('cache-control')).toBe('private, no-store')

    const back = await signIn('ana', login)

    expect([back.status, back.words.includes(unsent.title), back.words.includes(unsent.back)]).toEqual([
      200,
      true,
      true,
    ])
    expect(back.html).toContain('value="Qian Yulan"')
    expect(back.html).toContain('value="knock &lt;loudly&gt; &amp; &quot;twice&quot;"')
    expect(back.html).toMatch(/name="agreed" value="posting" checked=""/)
    expect(back.html).not.toMatch(/name="agreed" value="card" checked/)
    expect(await app.services.store.db.select().from(residents)).not.toContainEqual(
      expect.objectContaining({ name: 'Qian Yulan' }),
    )
    const sent = await app.with(back).post('/residents', {
      ...{ ...resident, key: back.hidden('key'), filledBy: back.hidden('filledBy'), day: '2026-11-02' },
    })
    expect(sent.status).toBe(303)
  })

  test('keeps it through a wrong password', async () => {
    const wrong = await signIn('ana', await fill(), 'not the password')
    expect(wrong.status).toBe(422)
    expect((await signIn('ana', wrong)).html).toContain('value="Qian Yulan"')
  })

  test('keeps it where too many have tried', async () => {
    let login = await fill()
    for (let n = 0; n < 12 && login.status !== 429; n++) login = await signIn('ana', login, 'not the password')
    expect(login.status).toBe(429)
    app.at('2026-11-02T13:00:00+08:00')
    expect((await signIn('ana', login)).html).toContain('value="Qian Yulan"')
  })

  test('gives no other person what was typed', async () => {
    const back = await signIn('dora', await fill())

    expect([back.status, back.words.includes(errors.otherPerson.title)]).toEqual([403, true])
    expect(back.html).not.toContain('Qian Yulan')
  })

  test('gives nothing back that this server has not sealed', async () => {
    const login = await fill()
    const [first = ''] = chunks(login)
    const forged = `${first.slice(0, -6)}AAAAAA`
    const answer = await app.anyone.post('/login', { phone: phones.ana, password, unsent: forged, to: '/residents' })
    expect([answer.status, answer.location]).toEqual([303, '/residents'])
  })

  test('without a page that says where it was, the form is found by the address it is sent to', async () => {
    expect((await signIn('ana', await fill({ referer: '' }))).html).toContain('value="Qian Yulan"')
  })

  test('a form that htmx sends is answered with the whole page', async () => {
    const code = await living(app).claimed()
    const form = await app.as('ben').get(`/wishes/${code}`)
    const typed = { handover: 'the shop is closed', filledBy: form.hidden('filledBy') }
    const login = await app.anyone.post(`/wishes/${code}/release`, typed, { ...hx, 'hx-source': 'form' })

    expect([login.status, login.headers.get('hx-retarget')]).toEqual([401, 'body'])
    expect(login.html).toMatch(/^<!doctype html>/)
    expect((await signIn('ben', login)).html).toContain('the shop is closed</textarea>')
  })

  test('what is looked up while it is typed takes no form away', async () => {
    const typed = { q: 'Li', filledBy: 'a'.repeat(24) }
    const answer = await app.anyone.post('/wishes/new/residents', typed, { ...hx, 'hx-source': 'input#q' })
    expect([answer.status, answer.headers.get('hx-reswap'), answer.html]).toEqual([401, 'none', ''])
  })

  test('a wish that has moved on meanwhile: the words are shown, to be copied', async () => {
    const code = await living(app).claimed()
    const form = await app.as('ben').get(`/wishes/${code}`)
    const typed = { note: 'left with the neighbour', filledBy: form.hidden('filledBy') }
    const login = await app.anyone.post(`/wishes/${code}/deliver`, typed)
    await living(app).move('ben', code, 'deliver')

    const back = await signIn('ben', login)
    expect(back.words).toContain(unsent.gone)
    expect(back.words).toContain('left with the neighbour')
  })

  test('a share of a joint claim comes back', async () => {
    await app.givePassword('cleo', password)
    const joint = await living(app).open({ quantity: '5', value: '100' })
    await living(app).claim(joint, 'ben', { joint: 'yes' })
    const form = await app.as('cleo').get(`/wishes/${joint}`)
    const typed = { quantity: '2', seq: form.hidden('seq'), filledBy: form.hidden('filledBy') }
    const back = await signIn('cleo', await app.anyone.post(`/wishes/${joint}/join`, typed))
    expect([back.status, back.html.includes('value="2"')]).toEqual([200, true])
  })

  test('a resident chosen from the list is still chosen', async () => {
    const form = await app.as('ana').get('/wishes/new')
    const hidden = { key: form.hidden('key'), mark: form.hidden('mark'), filledBy: form.hidden('filledBy') }
    const typed = { ...milk, ...hidden, resident: app.residents.li, note: 'ring twice' }
    const back = await signIn('ana', await app.anyone.post('/wishes/new', typed))
    expect(back.html).toMatch(new RegExp(`name="resident" value="${app.residents.li}" checked=""`))
    expect(back.html).toContain('ring twice</textarea>')
  })

  test('a body without a form that was shown leads to the login as usual', async () => {
    expect((await app.anyone.post('/residents', { name: 'x' })).location).toBe('/login?to=%2F')
  })
})

test('folded parts are open, and values without a field are sent along', () => {
  const page = [
    '<details><summary>a</summary></details><details class="x"><summary>b</summary>',
    '<form method="post" action="/a?c=b"><input type="text" name="t" value="old"/></form></details>',
  ].join('')
  const fields = { t: "it's", other: 'kept', do: 'save' }
  expect(fillForm(page, { action: '/a?c=b', fields, banner: '<p>!</p>' })).toBe(
    [
      '<details><summary>a</summary></details><details open="" class="x"><summary>b</summary><p>!</p>',
      '<form method="post" action="/a?c=b"><input type="hidden" name="other" value="kept"/>',
      '<input type="text" name="t" value="it&#39;s"/></form></details>',
    ].join(''),
  )
  expect(fillForm(page, { action: '/elsewhere', fields, banner: '' })).toBeNull()
})

type Control = { readonly name: string; readonly type: string; readonly value: string; readonly isChosen: boolean }
const plain = (text = '') =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
const attributeOf = (tag: string, name: string) => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1])

/** The controls of a form as the browser would see them. */
function controlsOf(form: string): readonly Control[] {
  const tags = form.matchAll(
    /<input\b[^>]*>|<textarea\b[^>]*>([\s\S]*?)<\/textarea>|<select\b[^>]*>[\s\S]*?<\/select>/g,
  )
  return [...tags].flatMap(([tag, text]): readonly Control[] => {
    const name = attributeOf(tag, 'name')
    if (tag.startsWith('<textarea'))
      return [{ name, type: 'text', value: plain(text).replace(/^\n/, ''), isChosen: true }]
    if (tag.startsWith('<select'))
      return [...tag.matchAll(/<option\b[^>]*>/g)].map(([option]) => ({
        ...{ name, type: 'option', value: attributeOf(option, 'value'), isChosen: /\sselected\b/.test(option) },
      }))
    const type = attributeOf(tag, 'type')
    const isChosen = !['radio', 'checkbox'].includes(type) || /\schecked\b/.test(tag)
    return type === 'file' ? [] : [{ name, type, value: attributeOf(tag, 'value'), isChosen }]
  })
}

/** How much there is to lose: buttons alone are pressed again. */
const lossOf = (controls: readonly Control[]) => controls.filter(({ type }) => type !== 'hidden').length

/** What someone types into such a form: something in every field, and another choice than the first. */
function typedInto(controls: readonly Control[]): Readonly<Record<string, readonly string[]>> {
  const fields: Record<string, string[]> = {}
  const last = (name: string, type: string) => controls.findLast((one) => one.name === name && one.type === type)
  for (const control of controls) {
    const { name, type, value } = control
    if (type === 'hidden') fields[name] = [...(fields[name] ?? []), value]
    else if (type === 'checkbox') fields[name] = [...(fields[name] ?? []), value]
    else if (type === 'radio' || type === 'option') fields[name] = [last(name, type)?.value ?? '']
    else fields[name] = [...(fields[name] ?? []), `打了"一半" <${name}> & co`]
  }
  return fields
}

/** Forms that no page of the demo shows, and why nothing typed there is lost. */
const nothing = 'a button, with nothing typed'
const unseen: Readonly<Record<string, string>> = {
  '/account/devices/end': nothing,
  '/status/time': nothing,
  '/batches/:id/take': nothing,
  '/account/factor/end': nothing,
  '/f/:token{[A-Za-z0-9_-]{22}}/:code{[0-9-]+}': 'relatives have no account and no session that could end',
  '/import/:id/grid': 'one choice on the page of a list with an unknown grid, tested in list-questions.test.ts',
  '/residents/:id/family/:link{[0-9a-f]{24}}/end': nothing,
  '/residents/:id/family/:link{[0-9a-f]{24}}/renew': nothing,
  '/visits': 'another button of the working table',
  '/wishes/consents': 'another button of the working table',
  '/wishes/consents/next': 'ticks for one resident, on a page that only the table leads to',
  '/wishes/export': 'another button of the working table',
  '/wishes/:code{[0-9-]+}/advise': 'on the page of a wish that waits for the street, which the demo does not have',
  '/wishes/:code{[0-9-]+}/request': nothing,
  '/doors/robots/messages/:id{[0-9a-f]{24}}/again': nothing,
  '/doors/robots/messages/:id{[0-9a-f]{24}}/seen': nothing,
  '/doors/sheets/:number{[0-9]+}/hung': nothing,
  '/rules/changes/:id{[0-9a-f]+}/cancel': nothing,
  '/import/:id/codes': nothing,
  '/import/:id/hidden': nothing,
  '/import/headings/:heading{[0-9a-f]{24}}': nothing,
  '/import/:id/rows/:index{[0-9]+}/changes': 'ticks and presses on a row of one list, tested in row-asked.test.ts',
  '/import/:id/rows/:index{[0-9]+}/who': nothing,
  '/import/:id/next': 'the page sends it by itself, and again when it is opened',
  '/knowledge/starters': nothing,
  '/mine/feed/end': nothing,
  '/mine/phone': 'the form is there while a new number waits for its code; six digits',
  '/a/:token{[A-Za-z0-9_-]{22}}': 'nobody is signed in there; tested in activation-links.test.ts',
  '/r/:token{[A-Za-z0-9_-]{22}}': 'nobody signs in there; tested in receipt-pages.test.ts',
  '/receipts/words/:id{[0-9a-f]{24}}': nothing,
  '/receipts/thanks/:id{[0-9a-f]{24}}': nothing,
  '/residents/:id/asked': nothing,
  '/residents/:id/kept': nothing,
  '/residents/:id/reopen': nothing,
  '/people/:id{[0-9a-f]{24}}/activate': nothing,
  '/people/:id{[0-9a-f]{24}}/code': nothing,
  '/people/:id{[0-9a-f]{24}}/roles/:role{[0-9a-f]{24}}/end': nothing,
  '/wishes/:code{[0-9-]+}/code': nothing,
  '/wishes/:code{[0-9-]+}/join': 'tested above',
  '/wishes/:code{[0-9-]+}/leave': nothing,
  '/wishes/:code{[0-9-]+}/photo/remove': nothing,
  '/wishes/:code{[0-9-]+}/slip/end': nothing,
  '/wishes/:code{[0-9-]+}/reopen': 'no page has a form for it: what is typed comes by the call-back',
  '/wishes/new/answers': 'another button of the form of a posting',
  '/wishes/new/residents': 'another button of the form of a posting',
}

describe('every form of the site', () => {
  let site: DemoSite
  let app: ReturnType<typeof createApp>
  beforeAll(async () => {
    site = await demoSite()
    app = createApp(site.services)
    const change = site.store.db.update(people).set({ passwordHash: await hashPassword(password) })
    await site.store.commit([change])
  })
  afterAll(() => site.closeAll())

  type Stood = {
    readonly from: string
    readonly who: Reader
    readonly action: string
    readonly controls: readonly Control[]
  }

  /** By route, the one with the most to lose. */
  async function forms(): Promise<ReadonlyMap<string, Stood>> {
    const found = new Map<string, Stood>()
    for (const { path, who } of await everyPage(site)) {
      for (const reader of new Set<Reader>([who, ...(who === 'anyone' ? (['volunteer', 'secretary'] as const) : [])])) {
        if (reader === 'anyone') continue
        const answer = await app.request(path, { headers: { cookie: await site.cookieOf(reader) } })
        const html = await answer.text()
        for (const [form] of html.matchAll(/<form\b[^>]*method="post"[\s\S]*?<\/form>/g)) {
          const action = attributeOf(/^<[^>]*>/.exec(form)?.[0] ?? '', 'action')
          const route = routeOf(action)
          const controls = controlsOf(form)
          const known = found.get(route ?? '')
          if (route && (!known || lossOf(controls) > lossOf(known.controls)))
            found.set(route, { from: path, who: reader, action, controls })
        }
      }
    }
    return found
  }

  const routeOf = (action: string): string | undefined =>
    app.routes.find(
      ({ method, path }) =>
        method === 'POST' &&
        path !== '/*' &&
        new RegExp(`^${path.replace(/:[a-z]+(?:\{([^/]*)\})?/gi, (_, of) => of ?? '[^/]+')}$`).test(
          action.split('?')[0] ?? '',
        ),
    )?.path

  test('comes back as typed after the log-in', async () => {
    const all = await forms()
    for (const [route, { from, who, action, controls }] of all) {
      if (isForAnyone(route) || lossOf(controls) === 0) continue
      const typed = typedInto(controls)
      const send = (path: string, fields: Readonly<Record<string, readonly string[]>>) =>
        app.request(path, {
          method: 'POST',
          body: new URLSearchParams(
            Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value])),
          ),
          headers: { origin: site.url, referer: site.url + from },
        })
      const login = await send(action, typed)
      const html = await login.text()
      expect([route, login.status]).toEqual([route, 401])
      expect(html).not.toContain('打了')

      const parts = [...html.matchAll(/name="unsent" value="([^"]*)"/g)].map(([, part = '']) => part)
      const phone = accounts[who as Exclude<Reader, 'anyone'>]
      const back = await send('/login', { phone: [phone], password: [password], unsent: parts })
      const page = await back.text()
      expect([route, back.status, page.includes('id="not-sent-yet"')]).toEqual([route, 200, true])
      const form = page.slice(page.indexOf('id="not-sent-yet"')).match(/<form\b[\s\S]*?<\/form>/)?.[0] ?? ''
      const standing = controlsOf(form).filter(({ isChosen }) => isChosen)
      // A browser does not show what is in such a field, so it may be typed again.
      const secret = controls.filter(({ type }) => type === 'password').map(({ name }) => name)
      for (const [name, values] of Object.entries(typed).filter(([name]) => !secret.includes(name)))
        expect([route, name, standing.filter((one) => one.name === name).map(({ value }) => value)]).toEqual([
          ...[route, name, values],
        ])
    }
    const posts = new Set(
      app.routes.filter(({ method, path }) => method === 'POST' && path !== '/*').map(({ path }) => path),
    )
    const missing = [...posts].filter((route) => !all.has(route) && !isForAnyone(route))
    expect(missing.filter((route) => !Object.hasOwn(unseen, route))).toEqual([])
  }, 120_000)

  /** These ask for no session. */
  const isForAnyone = (route: string) =>
    /^\/(?:login|login\/code|logout|activate|language|view|rehearsal(?:\/as)?|register|follow|c\/:slug\/(?:register|letters\/new|counter\/:matter.*))$/.test(
      route,
    )
})
