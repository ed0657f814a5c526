import { beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})

test('the elder view is chosen once and lasts a year, and the reader stays where they were', async () => {
  const chosen = await app.anyone.post('/view', { view: 'elder', to: '/c/hongqi?category=goods' })
  const cookie = chosen.headers.get('set-cookie')

  expect(chosen.status).toBe(303)
  expect(chosen.location).toBe('/c/hongqi?category=goods')
  expect(cookie).toContain('view=elder; Max-Age=31536000; Path=/')
  expect(cookie).toMatch(/SameSite=Lax/)
  expect((await app.with(chosen).get('/c/hongqi')).html).toContain('<html lang="zh-CN" data-view="elder">')
})

test('the way back to the usual view is in the same place on each page', async () => {
  for (const path of ['/c/hongqi', '/login', '/c/hongqi/rules', '/nowhere']) {
    const page = await app.anyone.get(path, { cookie: 'view=elder' })

    expect(page.hidden('view'), path).toBe('normal')
    expect(page.words.match(/普通版/g), path).toHaveLength(2)
  }
})

test.each(['//elsewhere.example', 'https://elsewhere.example/', '/\\elsewhere.example', ''])(
  'the switch leads to no other site: %s',
  async (to) => {
    expect((await app.anyone.post('/view', { view: 'elder', to })).location).toBe('/')
  },
)

test('an unknown view changes nothing', async () => {
  const answer = await app.anyone.post('/view', { view: 'huge', to: '/rules' })

  expect(answer.location).toBe('/rules')
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect((await app.anyone.get('/login', { cookie: 'view=huge' })).html).not.toContain('data-view')
})

test('the elder view can be read out where residents read, and nowhere else', async () => {
  const reads = async (path: string) => (await app.anyone.get(path, { cookie: 'view=elder' })).html.includes('aloud.js')

  expect(await reads('/c/hongqi')).toBe(true)
  expect(await reads('/c/hongqi/rules')).toBe(true)
  expect(await reads('/login')).toBe(false)
  expect((await app.anyone.get('/c/hongqi')).html).not.toContain('aloud.js')
})

test('the community’s telephone number is on every page of its people, also on error pages', async () => {
  for (const path of [
    '/desk',
    '/mine',
    '/residents',
    '/wishes/new',
    '/import',
    '/reports/2026-11',
    '/nowhere',
    '/wishes/1-2',
  ])
    expect((await app.as('dora').get(path)).html, path).toContain('href="tel:0994-2345678"')
})

test('a page of no community has the hotline’s number in the same place', async () => {
  for (const [who, path] of [
    [app.anyone, '/'],
    [app.anyone, '/register'],
    [app.anyone, '/wishes/blank'],
    [app.as('finn'), '/calendar/edit?for=all'],
  ] as const)
    expect((await who.get(path)).html, path).toMatch(/<a[^>]*href="tel:12345"[^>]*aria-label/)
})

test('the way home has a name where its words are hidden', async () => {
  for (const path of ['/', '/c/hongqi', '/wishes/blank'])
    expect((await app.anyone.get(path)).html, path).toMatch(/class="brand"[^>]*aria-label="微心愿/)
})

test('the parts of the pages are shown on a demo, in both languages, and on no community’s own site', async () => {
  const demo = await testApp({ config: { isDemo: true } })

  expect((await app.anyone.get('/styleguide')).status).toBe(404)
  expect((await demo.anyone.get('/styleguide')).words).toContain('页面部件')
  expect((await demo.anyone.get('/styleguide', { cookie: 'lang=en' })).words).toContain('Parts of the pages')
})
