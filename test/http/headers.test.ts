import { beforeEach, describe, expect, test } from 'vitest'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let code: string
beforeEach(async () => {
  app = await testApp()
  code = await living(app).open()
})

const expected = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const

/** A page, a redirect, a file, a fragment, and each kind of error. */
const asks = (site: TestApp) => {
  const ben = site.as('ben')
  return {
    board: () => ben.get('/c/hongqi'),
    wish: () => ben.get(`/wishes/${code}`),
    file: () => ben.get('/c/hongqi/ledger/2026-11.csv'),
    redirect: () => ben.get('/login'),
    fragment: () => ben.post(`/wishes/${code}/claim`, { at: 'board' }, { 'hx-request': 'true' }),
    unknown: () => ben.get('/nowhere'),
    notYours: () => ben.get('/desk'),
    otherOrigin: () => ben.post('/logout', {}, { origin: 'https://evil.example' }),
    malformed: () => ben.post(`/wishes/${code}/claim`, {}, { 'content-type': 'application/json' }),
    health: () => ben.get('/healthz'),
  }
}

describe('every answer', () => {
  test('carries the headers that keep strangers out', async () => {
    for (const [name, ask] of Object.entries(asks(app))) {
      const { headers } = await ask()
      for (const [header, value] of Object.entries(expected)) expect([name, headers.get(header)]).toEqual([name, value])
      const policy = headers.get('content-security-policy') ?? ''
      expect([name, policy]).toEqual([name, expect.stringContaining("default-src 'none'")])
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|\*/)
    }
  })

  test('shown to a signed-in person stays out of every cache', async () => {
    for (const [name, ask] of Object.entries(asks(app)))
      expect([name, (await ask()).headers.get('cache-control')]).toEqual([name, 'private, no-store'])
  })

  test('speaks of https only where the site is reached by it', async () => {
    expect((await app.anyone.get('/')).headers.get('strict-transport-security')).toBeNull()
    const safe = await testApp({ config: { publicUrl: 'https://wish.example.cn' } })
    expect((await safe.anyone.get('/')).headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}/)
    const language = await safe.anyone.post('/language', { lang: 'en', to: '/' })
    expect(language.headers.get('set-cookie')).toMatch(/Secure/)
  })
})

describe('a form from elsewhere', () => {
  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    { origin: 'http://localhost:8080' },
  ])('%o changes nothing and says why', async (headers) => {
    const answer = await app.as('ben').post(`/wishes/${code}/claim`, {}, headers)
    expect(answer.status).toBe(403)
    expect(answer.words).toContain(zh.errors.otherOrigin.body)
    expect((await living(app).stored(code)).state).toBe('open')
  })

  test('is known by Sec-Fetch-Site where no Origin is sent', async () => {
    const send = (site: string) =>
      app.app.request(`/wishes/${code}/claim`, { method: 'POST', headers: { 'sec-fetch-site': site } })
    expect((await send('cross-site')).status).toBe(403)
    expect((await send('same-site')).status).toBe(403)
    expect((await send('same-origin')).status).toBe(303)
  })
})
