import { beforeEach, describe, expect, test } from 'vitest'
import { hx, living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
let code: string
beforeEach(async () => {
  app = await testApp()
  life = living(app)
  code = await life.open()
})

const form = 'application/x-www-form-urlencoded'
/** A body as it is, to a path that ana may send to. */
const raw = async (body: string | Uint8Array<ArrayBuffer>, type: string | null, path = '/login') => {
  const headers: Record<string, string> = type === null ? {} : { 'content-type': type }
  const answer = await app.app.request(path, { method: 'POST', body, headers })
  return { status: answer.status, html: await answer.text() }
}

describe('a body that is no form', () => {
  test.each([
    ['JSON', '{"phone":"1"}', 'application/json'],
    ['text', 'phone=1', 'text/plain'],
    ['a multipart form without its boundary', 'phone', 'multipart/form-data'],
    [
      'a multipart form that breaks off',
      '--x\r\nContent-Disposition: form-data; name="phone"\r\n\r\n1',
      'multipart/form-data; boundary=x',
    ],
    ['nothing said about its kind', new Uint8Array([0, 255]), null],
  ])('%s is 400 and a page that says so', async (_name, body, type) => {
    const answer = await raw(body, type)
    expect(answer.status).toBe(400)
    expect(answer.html).toContain(zh.errors.malformed.title)
  })

  test('bytes that are no text do no harm', async () => {
    expect((await raw('phone=%ff%fe%00&password=%', form)).status).toBe(422)
  })
})

describe('too much', () => {
  test('a file over the limit is answered with 413, whether or not the length was announced', async () => {
    const big = new Uint8Array(6 * 1024 * 1024).fill(97)
    const told = await raw(big, form)
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(big)
        controller.close()
      },
    })
    const init = { method: 'POST', body: stream, headers: { 'content-type': form }, duplex: 'half' }
    const untold = await app.app.request('/login', init as RequestInit)
    expect([told.status, untold.status]).toEqual([413, 413])
    expect(told.html).toContain(zh.errors.tooBig.title)
  })

  test('the length that a body tells decides, unless it comes in parts and could be any', async () => {
    const sent = async (body: string, headers: Record<string, string>) =>
      (await app.app.request('/login', { method: 'POST', body, headers: { 'content-type': form, ...headers } })).status
    const big = 'a'.repeat(6 * 1024 * 1024)

    expect(await sent('phone=1', { 'content-length': '7' })).toBe(422)
    expect(await sent('phone=1', { 'content-length': String(big.length) })).toBe(413)
    expect(await sent(big, { 'content-length': '7', 'transfer-encoding': 'chunked' })).toBe(413)
  })

  test('a field of a megabyte is refused or ignored, and nothing of it is stored', async () => {
    const much = 'a'.repeat(1024 * 1024)
    const claimed = await life.claimed()
    const answers = [
      await app.as('ben').post(`/wishes/${claimed}/release`, { handover: much }),
      await app.as('ben').post(`/wishes/${claimed}/deliver`, { note: much }),
      await app.as('ana').post('/wishes/new', { resident: app.residents.li, words: much, note: much }),
      await app.as('ana').post(`/wishes/${code}/edit`, { note: much, version: '1' }),
      await app.as('dora').post(`/wishes/${code}/withdraw`, { reason: 'moved', note: much }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422])
  })
})

describe('an address that is none', () => {
  test.each(['/nowhere', '/wishes/', '/c', '/c/%00', '/c/%E0%A4%A', '/c/../desk/x', '/wishes/abc', '/c/hongqi/x/y'])(
    '%s is 404 and a page',
    async (path) => {
      const { status, words } = await app.anyone.get(path)
      expect(status).toBe(404)
      expect(words).toContain(zh.errors.notFound.title)
    },
  )

  test('reads in the reader’s language', async () => {
    const answer = await app.anyone.get('/nowhere', { cookie: 'lang=en' })
    expect(answer.words).toContain(en.errors.notFound.title)
    expect(answer.html).toContain('<html lang="en">')
    expect((await app.anyone.get('/nowhere', { cookie: 'lang=xx' })).words).toContain(zh.errors.notFound.title)
  })

  test('asked for by htmx is a part of a page, not a page inside a page', async () => {
    const hidden = await life.post({ item: 'rice' })
    const answer = await app.as('ben').post(`/wishes/${hidden}/claim`, { at: 'board' }, hx)
    expect(answer.status).toBe(404)
    expect(answer.words).toContain(zh.errors.notFound.title)
    expect(answer.html).not.toContain('<html')
  })
})

describe('what is no choice of the form', () => {
  test.each([
    ['claim', { volunteer: 'nobody' }],
    ['schedule', { day: 'tomorrow', time: 'noon' }],
    ['withdraw', { reason: 'constructor' }],
    ['refer', { reason: '__proto__' }],
  ] as const)('%s %o is 422', async (action, fields) => {
    expect((await app.as('ana').post(`/wishes/${code}/${action}`, fields)).status).toBe(422)
  })

  test('a step that is not there is 404, and a step that is asked for with GET too', async () => {
    expect((await app.as('ana').post(`/wishes/${code}/lapse`)).status).toBe(404)
    expect((await app.as('ana').post(`/wishes/${code}/constructor`)).status).toBe(404)
    expect((await app.as('ana').get(`/wishes/${code}/claim`)).status).toBe(404)
  })

  test('a session that is none reads as signed out', async () => {
    for (const cookie of ['session=', 'session=abc', 'session=%00', 'lang=en; session'])
      expect((await app.anyone.get('/mine', { cookie })).location).toBe('/login?to=%2Fmine')
  })
})

test('a title with marks of the page’s own language is shown as it was typed', async () => {
  const words = '<b>lamp</b> "A&B"'
  const free = await life.open({ item: 'other', words })
  for (const path of ['/c/hongqi', `/wishes/${free}`, '/c/hongqi/ledger']) {
    const { html } = await app.anyone.get(path)
    expect(html).not.toContain('<b>lamp</b>')
    expect(html).toContain('&lt;b&gt;lamp&lt;/b&gt;')
  }
})

test('an address that is the pattern of a route itself is not found', async () => {
  const patterns = [...new Set(app.app.routes.map(({ path }) => path))].filter((path) => path.includes('/:'))
  expect(patterns.length).toBeGreaterThan(100)
  const found: string[] = []
  for (const pattern of patterns)
    for (const path of [pattern, pattern.replace(/:code(\{[^/]*?\})?/, code), pattern.replace(/\{[^/]*\}/g, '')]) {
      if (!path.includes('/:')) continue
      const { status } = await app.as('dora').get(path)
      if (status !== 404) found.push(`${path}: ${status}`)
    }
  expect(found).toEqual([])
})
