import { beforeEach, describe, expect, test } from 'vitest'
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

const desk = async (who: Name) => (await app.as(who).get('/desk')).html
/** The codes under a heading of the desk. */
const listed = async (who: Name, id: string) => {
  const part = new RegExp(`id="${id}"[\\s\\S]*?</ul>`).exec(await desk(who))?.[0] ?? ''
  return [...new Set([...part.matchAll(/href="\/wishes\/([\d-]+)/g)].map((found) => found[1]))]
}

describe('the desk', () => {
  test('lists what waits: to check, to complete, overdue, to call', async () => {
    const check = await life.post()
    const complete = await life.post()
    await life.move('dora', complete, 'return', { reason: 'which size?' })
    const late = await life.claimed('ben', { urgency: 'red' })
    const call = await life.delivered('cleo')
    app.at('2026-11-04T09:00:00+08:00')

    expect(await listed('dora', 'to-check')).toEqual([check])
    // The three most urgent tasks are open; the others are one tap away.
    expect(await listed('dora', 'to-complete')).toEqual([])
    expect(await desk('dora')).toContain('href="/desk/to-complete"')
    expect((await app.as('dora').get('/desk/to-complete')).html).toContain(`href="/wishes/${complete}/edit"`)
    expect(await listed('dora', 'overdue')).toEqual([late])
    expect(await listed('dora', 'to-call')).toEqual([call])
    expect(await desk('dora')).toContain(`href="/wishes/${call}/confirm"`)
    expect(await desk('ana')).toContain(`href="/wishes/${complete}/edit"`)
  })

  test('a claim is overdue from the midnight after its day', async () => {
    const code = await life.claimed('ben', { urgency: 'red' })
    app.at('2026-11-03T23:59:59+08:00')
    expect(await listed('ana', 'overdue')).toEqual([])
    app.at('2026-11-04T00:00:00+08:00')
    expect(await listed('ana', 'overdue')).toEqual([code])
  })

  test('a grid worker sees her own grid, a secretary the community, and neither sees the neighbours', async () => {
    const [li, ma] = [await life.post({}, 'ana', 'li'), await life.post({}, 'gus', 'ma')]
    const sun = await life.post({}, 'wang', 'sun')
    expect(await listed('ana', 'with-secretary')).toEqual([li])
    expect(await listed('gus', 'with-secretary')).toEqual([ma])
    expect((await listed('dora', 'to-check')).sort()).toEqual([li, ma].sort())
    expect(await listed('zhao', 'to-check')).toEqual([sun])
    for (const who of ['eve', 'finn'] as const) expect(await desk(who)).not.toMatch(/Guilan|Xiulan|Yulan/)
  })

  test('is not there for volunteers', async () => {
    expect((await app.as('ben').get('/desk')).status).toBe(404)
    expect((await app.anyone.get('/desk')).location).toBe('/login?to=%2Fdesk')
  })

  test('a grid worker cannot publish: her postings say until when the secretary checks them, without a button', async () => {
    const code = await life.post()
    const { html, words } = await app.as('ana').get('/desk')
    const part = /id="with-secretary"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''

    expect(part).toContain(`href="/wishes/${code}"`)
    expect(part).not.toContain('class="button')
    // Posted on a Monday, to be checked within one working day.
    expect(words).toContain(zh.desk.checkedBy(zh.time.deadline(new Date('2026-11-03T12:00:00+08:00'))))
    expect(await desk('dora')).toContain(`href="/wishes/${code}#publish"`)
  })

  test('shows three of each task and leads to all of them, by grid', async () => {
    for (let n = 0; n < 4; n++) await life.post({ quantity: `${n + 1}`, value: '50' })
    const other = await life.post({}, 'gus', 'ma')
    const html = await desk('dora')
    expect((await listed('dora', 'to-check')).length).toBe(3)
    expect(html).toMatch(new RegExp(`<a href="/desk/to-check"[^>]*>${zh.checking.together(5)}</a>`))

    const all = await app.as('dora').get('/desk/to-check')
    expect(all.words).toContain(zh.desk.count(5))
    const ofGrid = await app.as('dora').get('/desk/to-check?grid=grid2')
    expect([...ofGrid.html.matchAll(/href="\/wishes\/([\d-]+)#publish"/g)].map(([, code]) => code)).toEqual([other])
    expect((await app.as('ben').get('/desk/to-check')).status).toBe(404)
    expect((await app.as('dora').get('/desk/nonsense')).status).toBe(404)
  })

  test('a wish is in the queue once, under its most urgent task', async () => {
    const code = await life.claimed('ben', { urgency: 'red' })
    app.at('2026-11-05T09:00:00+08:00')
    await life.move('dora', code, 'postpone', { until: '2026-11-06', reason: 'volunteer-busy' })
    expect(await listed('dora', 'to-tell')).toEqual([code])
    app.at('2026-11-09T09:00:00+08:00')
    expect(await listed('dora', 'overdue')).toEqual([code])
    expect(await listed('dora', 'to-tell')).toEqual([])
  })

  test('says so when nothing waits, and something else before the first wish', async () => {
    expect(await desk('dora')).toContain(zh.desk.first)
    await life.open()
    expect(await desk('dora')).toContain(zh.desk.clear)
    expect(await desk('dora')).not.toContain(zh.desk.first)
  })
})
