import { beforeAll, expect, test } from 'vitest'
import { guideNames, picturedGuides } from '#domain/guides.ts'
import { siteOf } from '#src/commands/running/site-of.ts'
import { hanIn, type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})

test('every guide is linked from the list, the list from the foot of each page, and all are for anyone', async () => {
  const list = await app.anyone.get('/help')
  for (const name of guideNames) {
    expect(list.html).toContain(`href="/help/${name}"`)
    const guide = await app.anyone.get(`/help/${name}`)
    expect([name, guide.status, guide.words.includes(zh.help.guides[name].title)]).toEqual([name, 200, true])
  }
  for (const path of ['/c/hongqi', '/login']) expect((await app.anyone.get(path)).html).toContain('href="/help"')
  expect((await app.anyone.get('/help/nobody')).status).toBe(404)
})

test('a guide with a picture names it in words, and the picture is a small one that exists', async () => {
  for (const name of picturedGuides) {
    const { html } = await app.anyone.get(`/help/${name}`)
    expect(html).toContain(`src="/guides/${name}.jpg" alt="${zh.help.pictures[name]}"`)
    const served = await siteOf(app.services).request(`/guides/${name}.jpg`)
    expect([name, served.status, served.headers.get('content-type')]).toEqual([name, 200, 'image/jpeg'])
    const picture = Buffer.from(await served.arrayBuffer())
    expect([...picture.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    expect([name, picture.length < 26_000]).toEqual([name, true])
  }
  expect((await app.anyone.get('/help/rehearsal')).html).not.toContain('/guides/')
})

test('in English no Chinese is left over', async () => {
  for (const name of guideNames) expect(hanIn(await app.anyone.get(`/help/${name}`, { cookie: 'lang=en' }))).toEqual([])
})
