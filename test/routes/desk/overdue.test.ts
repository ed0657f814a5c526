import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { events, residents } from '#db/schema/tables.ts'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

/** The codes of the wishes under one task of someone's desk. */
async function stuck(who: Name, name: keyof typeof zh.desk.tasks): Promise<readonly string[]> {
  const { html } = await app.as(who).get('/desk')
  const part = new RegExp(`<section class="[^"]*" id="${name}"[\\s\\S]*?</section>`).exec(html)?.[0] ?? ''
  return [...new Set([...part.matchAll(/href="\/wishes\/([\d-]+)/g)].map((found) => found[1] as string))]
}

describe('the desk begins with what has slipped', () => {
  test('overdue claims, unclaimed wishes and call-backs, each with the step that frees it', async () => {
    const late = await life.claimed('ben', { urgency: 'red' })
    const waits = await life.open()
    const call = await life.delivered('cleo')
    app.at('2026-11-12T11:00:00+08:00')
    await tick(app.services)

    expect(await stuck('dora', 'overdue')).toEqual([late])
    expect(await stuck('dora', 'unclaimed')).toEqual([waits])
    expect(await stuck('dora', 'callback')).toEqual([call])
    const { html } = await app.as('dora').get('/desk')
    expect(html.indexOf('id="callback"')).toBeLessThan(html.indexOf('id="overdue"'))
    expect(html).toContain(`href="/wishes/${late}#overdue"`)
    expect(html).toContain(`href="/wishes/${waits}/candidates"`)
    expect(html).toContain(`href="/wishes/${call}/confirm"`)
  })

  test('what was reopened, and what could not be called back', async () => {
    const again = await life.delivered('ben')
    await app.as('ana').post(`/wishes/${again}/confirm`, { reached: 'yes', received: 'no' })
    const silent = await life.delivered('cleo')
    for (const time of ['2026-11-03T11:00:00', '2026-11-03T15:00:00', '2026-11-04T11:00:00']) {
      app.at(`${time}+08:00`)
      await app.as('ana').post(`/wishes/${silent}/confirm`, { reached: 'no-answer' })
    }
    await tick(app.services)

    expect(await stuck('dora', 'reopened')).toEqual([again])
    expect(await stuck('ana', 'exhausted')).toEqual([silent])
  })

  test('the same item again for the same household, with its reason', async () => {
    await life.open()
    const second = await life.post()
    const { html } = await app.as('dora').get('/desk')
    const row = new RegExp(`<li>(?:(?!</li>)[\\s\\S])*${second}[\\s\\S]*?</li>`).exec(html)?.[0] ?? ''
    expect(row).toContain(zh.desk.again)
  })

  test('residents whom no one has asked for six months, until a worker says that they did', async () => {
    const { db } = app.services.store
    const before = new Date('2026-04-01T00:00:00Z')
    await app.services.store.commit([
      db.update(residents).set({ askedAt: before }).where(eq(residents.id, app.residents.li)),
    ])
    const action = `/residents/${app.residents.li}/asked`
    expect((await app.as('ana').get('/desk')).html).toContain(`action="${action}"`)

    expect((await app.as('gus').post(action, {})).status).toBe(404)
    expect((await app.as('ben').post(action, {})).status).toBe(404)
    expect((await app.as('ana').post(action, {})).location).toBe('/desk#exceptions')
    expect((await app.as('ana').get('/desk')).html).not.toContain(`action="${action}"`)
    expect(await db.select().from(events).where(eq(events.action, 'resident-asked'))).toHaveLength(1)
  })

  test('a household that is visited more often in a week than the rule says', async () => {
    for (const item of ['milk', 'kettle', 'rice']) {
      const code = await life.claimed(item === 'rice' ? 'cleo' : 'ben', { item })
      await life.move(item === 'rice' ? 'cleo' : 'ben', code, 'deliver', {})
    }
    const { html, words } = await app.as('dora').get('/desk')
    expect(html).toContain(`<section id="visits"`)
    expect(words).toContain(zh.exceptions.visits(3))
  })

  test('grids without a wish; a grid worker sees her own alone, and a community that has just begun has none', async () => {
    await life.open()
    expect((await app.as('dora').get('/desk')).html).not.toContain('id="idle-grid"')
    // Signed in all the while.
    app.at('2026-11-20T11:00:00+08:00')
    await app.as('dora').get('/desk')
    await app.as('ana').get('/desk')
    app.at('2026-12-07T11:00:00+08:00')
    await life.post({ quantity: '1', value: '50' })
    const { html } = await app.as('dora').get('/desk')
    const part = /<section id="idle-grid"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
    expect(part).not.toContain('Grid 1')
    expect(part).toContain('Grid 2')
    expect((await app.as('ana').get('/desk')).html).not.toContain('id="idle-grid"')
  })
})

describe('the street', () => {
  test('sees the same as counts, community by community, without a name', async () => {
    await life.claimed('ben', { urgency: 'red' })
    app.at('2026-11-12T11:00:00+08:00')
    const { html, words } = await app.as('eve').get('/desk')

    expect(html).toContain('id="street"')
    expect(words).toContain(zh.exceptions.of.overdue.title)
    expect(html).not.toMatch(/Guilan|Xiulan|Yulan/)
    expect(html).not.toContain('/wishes/')
  })
})
