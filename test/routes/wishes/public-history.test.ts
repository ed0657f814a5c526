import { beforeEach, expect, test } from 'vitest'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

test('who gave a claim back is not public: the history names the unit of the claim in force alone', async () => {
  const code = await life.claimed('ben')
  expect((await app.anyone.get(`/wishes/${code}`)).words).toContain('认领 · Water Works')

  await life.move('ben', code, 'release', { handover: 'away' })
  const given = await app.anyone.get(`/wishes/${code}`)
  expect(given.words).toContain('交还')
  expect(given.words).not.toContain('Water Works')

  await life.claim(code, 'cleo')
  const again = await app.anyone.get(`/wishes/${code}`)
  expect(again.words).toContain('认领 · School No. 3')
  expect(again.words).not.toContain('Water Works')
  expect((await app.as('dora').get(`/wishes/${code}`)).words).toContain('认领 · Water Works')
})

test('a wish that an office has answered says so to everyone, but shows the answer to no one outside', async () => {
  const code = await life.open()
  await life.move('dora', code, 'refer', { reason: 'policy' })
  const form = await app.as('dora').get(`/wishes/${code}/answer`)
  const told = { seq: form.hidden('seq'), outcome: 'phone', toldOn: '2026-11-02', office: 'Private-Answer' }
  expect((await app.as('dora').post(`/wishes/${code}/answer`, told)).status).toBe(303)

  const page = await app.anyone.get(`/wishes/${code}`)
  expect(page.words).toContain(zh.referrals.answeredInPublic('11月2日'))
  expect(page.html).toContain('href="/c/hongqi/knowledge"')
  expect(page.html).not.toContain('Private-Answer')
})
