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
    expect(await listed('dora', 'to-complete')).toEqual([complete])
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

  test('a grid worker sees her own grid, a secretary the community, nobody the neighbours', async () => {
    const [li, ma] = [await life.post({}, 'ana', 'li'), await life.post({}, 'gus', 'ma')]
    const sun = await life.post({}, 'wang', 'sun')
    expect(await listed('ana', 'to-check')).toEqual([li])
    expect(await listed('gus', 'to-check')).toEqual([ma])
    expect((await listed('dora', 'to-check')).sort()).toEqual([li, ma].sort())
    expect(await listed('zhao', 'to-check')).toEqual([sun])
    for (const who of ['eve', 'finn'] as const) expect(await desk(who)).not.toMatch(/Guilan|Xiulan|Yulan/)
  })

  test('is not there for volunteers', async () => {
    expect((await app.as('ben').get('/desk')).status).toBe(404)
    expect((await app.anyone.get('/desk')).location).toBe('/login?to=%2Fdesk')
  })

  test('says how many more wait than it shows', async () => {
    for (let n = 0; n < 23; n++) await life.post({ quantity: `${n + 1}`, value: '50' })
    const html = await desk('dora')
    expect(html).toContain(zh.desk.count(23))
    expect(html).toContain(zh.desk.andMore(3))
    expect((await listed('dora', 'to-check')).length).toBe(20)
  })

  test('says so when nothing waits', async () => {
    expect(await desk('dora')).toContain(zh.desk.clear)
  })
})
