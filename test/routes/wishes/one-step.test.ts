import { beforeEach, describe, expect, test } from 'vitest'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
let code: string
beforeEach(async () => {
  app = await testApp()
  life = living(app)
  code = await life.claimed('ben')
})

const { step } = zh.moves
const page = async (end = '') => app.as('ben').get(`/wishes/${code}${end}`)
/** What stands open in the box of the next step: its title and its buttons. */
const nextOf = (html: string): string => /<section[^>]*id="next".*?<\/section>/s.exec(html)?.[0] ?? ''
const isFolded = (html: string, id: string): boolean => html.includes(`<div id="${id}"><details class="fold"><summary>`)

describe('the claimant’s one next step', () => {
  test('after the claim is the telephone; the times, the delivery and giving back are folded', async () => {
    const { html } = await page()
    expect(nextOf(html)).toContain(step.title.call)
    expect(nextOf(html)).toMatch(/class="button primary"[^>]*href="tel:|href="tel:[^>]*class="button primary"/)
    expect(['schedule', 'deliver', 'release'].map((id) => isFolded(html, id))).toEqual([true, true, true])
  })

  test('offers three times and another one', async () => {
    const { html } = await page()
    const slots = [...html.matchAll(/name="slot" value="(\d+|own)"/g)].map(([, value]) => value)
    expect(slots).toHaveLength(4)
    expect(slots.at(-1)).toBe('own')
  })

  test('with a time agreed is the time; on that day it is the delivery', async () => {
    await life.move('ben', code, 'schedule', { slot: 'own', day: '2026-11-04', time: '11:30' })
    expect(nextOf((await page()).html)).toContain(step.title.booked)

    app.at('2026-11-04T09:00:00+08:00')
    const { html } = await page()
    expect(nextOf(html)).toContain(step.title.deliver)
    expect(nextOf(html)).toContain(`action="/wishes/${code}/deliver"`)
    expect(isFolded(html, 'schedule')).toBe(true)
  })

  test('after the delivery says thanks, by when the community calls back, and where there are others', async () => {
    await life.deliver(code)
    const { html } = await page()
    expect(nextOf(html)).toContain(step.thanks)
    expect(nextOf(html)).toContain('11月5日')
    expect(nextOf(html)).toContain('href="/"')
  })

  test('the ways from one’s own list open the delivery and giving back', async () => {
    const mine = await app.as('ben').get('/mine')
    expect(mine.html).toContain(`href="/wishes/${code}?deliver#deliver"`)
    expect(isFolded((await page('?deliver')).html, 'deliver')).toBe(false)
    expect(isFolded((await page('?give-back')).html, 'release')).toBe(false)
  })

  test('says that the map’s firm learns the building, where there is a way to it', async () => {
    expect(nextOf((await page()).html)).toContain(zh.mine.mapHint)
  })
})

test('a visit without a time chosen is asked for at the times, and the fold is open', async () => {
  const sent = await app.as('ben').post(`/wishes/${code}/schedule`, { hasSlots: 'yes', day: '', time: '' })
  expect(sent.status).toBe(422)
  expect(sent.html).toMatch(/id="slot-error"[^>]*>.*?请先选一个上门时间/s)
  expect(sent.html).toMatch(/id="slot"[^>]*autofocus/)
  expect(isFolded(sent.html, 'schedule')).toBe(false)
})
