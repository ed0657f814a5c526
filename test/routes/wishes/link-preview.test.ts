import { expect, test } from 'vitest'
import { living } from '#test/routes/site/living.ts'
import { testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

const metaOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)].map((m) => [m[1], m[2]]),
  )

test('the preview of a wish’s link names item, grid and urgency, and no person', async () => {
  const app = await testApp()
  const code = await living(app).open({ urgency: 'yellow' })
  const { html } = await app.anyone.get(`/wishes/${code}`)
  const meta = metaOf(html)

  expect(html).toContain(`<title>${meta['og:title']} · `)
  expect(meta['og:description']).toBe(meta.description)
  expect(meta.description).toContain(`${zh.words.urgency.yellow} · ${zh.board.within(3)}`)
  expect(meta['og:url']).toMatch(new RegExp(`/wishes/${code}$`))
  expect(meta['og:image']).toMatch(/^https?:.*\/icon\.png$/)
  expect(JSON.stringify(meta)).not.toMatch(/1\d{10}|号楼/)
  expect(metaOf((await app.anyone.get('/c/hongqi')).html).description).toContain('微心愿')
})

test('the page of a signed-in person has no preview', async () => {
  const app = await testApp()

  expect(metaOf((await app.as('ben').get('/mine')).html)).not.toHaveProperty('og:title')
})
