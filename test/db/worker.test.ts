import { expect, test } from 'vitest'
import { workerSite } from '#test/support/worker.ts'

const site = workerSite()

test('the worker of wrangler.toml answers from its D1, migrated by wrangler itself', async () => {
  const answer = await site.fetch('/healthz')

  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ ok: true })
})

