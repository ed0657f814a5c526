import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { claims, ticks } from '#db/schema.ts'
import { community } from '#test/life/cast.ts'
import { workerSite } from '#test/support/worker.ts'

describe('the worker of wrangler.toml', () => {
  const site = workerSite()

  test('answers from its D1, which wrangler itself has migrated', async () => {
    const answer = await site.fetch('/healthz')

    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ ok: true })
  })

  test('serves the files of public/ as they are, and every other address from the program', async () => {
    const [style, headers, first, lost] = await Promise.all(
      ['/app.css', '/_headers', '/', '/no-such-page'].map((path) => site.fetch(path)),
    )

    expect(style?.headers.get('content-type')).toContain('text/css')
    expect(style?.headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers?.status).toBe(404)
    expect(first?.status).toBe(200)
    expect(first?.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await first?.text()).toContain('<!doctype html>')
    expect(lost?.status).toBe(404)
  })

  test('takes an overdue claim back when its cron runs, once', async () => {
    const long = new Date('2026-01-12T02:00:00Z')
    const place = await community(site.store, long)
    const anna = await place.staff('anna', 'gridWorker')
    const dora = await place.staff('dora', 'secretary')
    const [ben] = await place.volunteers(['ben'])
    if (!ben) throw new Error('the cast is incomplete')
    const wish = await place.post(anna)
    await place.move(dora, wish, { action: 'publish', publicText: '', approvesValue: false })
    await place.claim(ben, wish, 'ben')

    expect((await site.tick()).outcome).toBe('ok')
    expect((await site.tick()).outcome).toBe('ok')

    expect(await place.fresh(wish)).toMatchObject({ state: 'open', seq: 4 })
    expect(await site.store.db.select().from(claims)).toMatchObject([{ endReason: 'lapse' }])
    expect(await site.store.db.select().from(ticks).where(eq(ticks.id, 'clock'))).toHaveLength(1)
  })
})

describe('a worker without a usable secret', () => {
  const site = workerSite({ SECRET: 'short' })

  test('answers nothing but that it is broken, and keeps the reason to its log', async () => {
    const answer = await site.fetch('/healthz')

    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('short')
  })
})
