import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { events, stepsTold, views } from '#db/schema/tables.ts'
import { sayOnPage } from '#test/routes/receipts/say-on-page.ts'
import { slipOf } from '#test/routes/receipts/slip-of.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

const { steps: words, tell } = zh.waits
let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

/** The kinds of the lines on that person's list, as it names them. */
async function listOf(who: Name = 'ana'): Promise<readonly string[]> {
  const { html } = await app.as(who).get('/callbacks')
  const panel = /id="steps-to-tell"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
  return [...panel.matchAll(/<\/span><span>([^<]+)<\/span>/g)].map(([, kind = '']) => kind)
}
const call = (code: string, who: Name = 'ana') => app.as(who).get(`/wishes/${code}/tell`)
async function told(code: string, who: Name = 'ana') {
  const seq = (await call(code, who)).hidden('seq')
  return app.as(who).post(`/wishes/${code}/told`, { seq })
}
const agree = (code: string, day: string) => life.move('ben', code, 'schedule', { day, time: '11:00' })

describe('a step of a wish', () => {
  test('claimed, agreed, moved or given back is a line until a call was made, with a sentence and the number', async () => {
    const code = await life.claimed()
    expect(await listOf()).toEqual([words.kind.claimed])
    const claimed = await call(code)
    expect(claimed.words).toContain(words.claimed('纯牛奶 2 箱', '11月5日（周四）'))
    expect(claimed.html).toContain('tel:13800138000')
    expect((await told(code)).location).toBe('/callbacks#steps-to-tell')
    expect(await listOf()).toEqual([])

    await agree(code, '2026-11-03')
    expect(await listOf()).toEqual([words.kind.visit])
    expect((await call(code)).words).toContain('Water Works的ben')
    await told(code)

    await agree(code, '2026-11-04')
    expect(await listOf()).toEqual([words.kind['visit-moved']])
    await told(code)

    await life.move('ben', code, 'release', { handover: 'ill' })
    expect(await listOf()).toEqual([words.kind['given-back']])
    expect((await call(code)).words).toContain(tell.scriptBack('纯牛奶 2 箱'))
    await told(code)
    expect(await listOf()).toEqual([])
  })

  test('disappears when a later step overtakes it, and with the delivery', async () => {
    const code = await life.claimed()
    await agree(code, '2026-11-03')
    expect(await listOf()).toEqual([words.kind.visit])
    await life.deliver(code)
    expect(await listOf()).toEqual([])
  })

  test('of giving back needs no call if the resident never heard of the claim', async () => {
    const code = await life.claimed()
    await life.move('ben', code, 'release', { handover: 'ill' })
    expect(await listOf()).toEqual([])
    await life.claim(code, 'cleo')
    expect(await listOf()).toEqual([words.kind.claimed])
  })

  test('gives way to the sentence about a promised day that has moved', async () => {
    const code = await life.claimed()
    await life.move('ben', code, 'postpone', { until: '2026-11-09', reason: 'volunteer-busy' })
    expect(await listOf()).toEqual([])
    expect((await call(code)).words).toContain(tell.title)
  })

  test('is no news any more after a week', async () => {
    await life.claimed()
    app.at('2026-11-09T11:00:01+08:00')
    expect(await listOf()).toEqual([])
  })

  test('an outdated form, or a second press, hides no later step and records nothing twice', async () => {
    const code = await life.claimed()
    const old = (await call(code)).hidden('seq')
    await agree(code, '2026-11-03')
    await app.as('ana').post(`/wishes/${code}/told`, { seq: old })
    await app.as('ana').post(`/wishes/${code}/told`, { seq: old })

    expect(await listOf()).toEqual([words.kind.visit])
    const { db } = app.services.store
    expect(await db.select().from(stepsTold)).toHaveLength(1)
    expect(await db.select().from(events).where(eq(events.action, 'step-told'))).toHaveLength(1)
  })
})

describe('the list', () => {
  test('is for the worker of the grid and the secretary; the desk says how many wait', async () => {
    const code = await life.claimed()
    expect([await listOf('ana'), await listOf('dora'), await listOf('gus')]).toEqual([
      [words.kind.claimed],
      [words.kind.claimed],
      [],
    ])
    expect((await app.as('ana').get('/desk')).words).toContain(words.onDesk(1, false))
    expect((await app.as('gus').get('/desk')).words).not.toContain(words.onDesk(1, false))
    for (const who of ['gus', 'wang', 'zhao', 'ben', 'eve', 'finn'] as const) {
      expect((await call(code, who)).status).toBe(404)
      expect((await app.as(who).post(`/wishes/${code}/told`, { seq: '3' })).status).toBe(404)
    }
    expect(await app.services.store.db.select().from(stepsTold)).toEqual([])
  })

  test('opening the call is a look at the contact', async () => {
    const code = await life.claimed()
    await call(code)
    const [look] = await app.services.store.db.select().from(views).where(eq(views.page, 'call'))
    expect(look).toMatchObject({ viewerId: app.people.ana.id, residentId: app.residents.li })
  })
})

describe('a resident who reads the page of their slip', () => {
  test('says so there, and is called about bad news only', async () => {
    const code = await life.claimed()
    const { at } = await slipOf(app, code)

    expect((await sayOnPage(app.anyone, at, { act: 'follow' })).location).toBe(`${at}?done=follow`)

    expect((await app.anyone.get(at)).words).toContain(zh.receipts.follow.isOn)
    expect(await listOf()).toEqual([])
    await agree(code, '2026-11-03')
    expect(await listOf()).toEqual([])
    await life.move('ben', code, 'release', { handover: 'ill' })
    expect(await listOf()).toEqual([words.kind['given-back']])
  })

  test('is called again once that slip no longer counts', async () => {
    const code = await life.claimed()
    const { at } = await slipOf(app, code)
    await sayOnPage(app.anyone, at, { act: 'follow' })
    await app.as('ana').post(`/wishes/${code}/slip/end`)
    expect(await listOf()).toEqual([words.kind.claimed])
  })
})
