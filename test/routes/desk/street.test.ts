import { beforeEach, describe, expect, test } from 'vitest'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

const { street, of } = zh.exceptions
let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const numberAt = (html: string, name: string): string =>
  new RegExp(`<a href="/street/${name}\\?c=hongqi">(\\d+)</a>`).exec(html)?.[1] ?? '0'

/** A wish that no one claims until the clock reports it to the street: fourteen working days. */
async function longUnclaimed(fields: Readonly<Record<string, string>> = {}) {
  const code = await life.open(fields)
  for (const day of ['2026-11-05', '2026-11-11', '2026-11-20', '2026-11-24']) {
    app.at(`${day}T12:00:00+08:00`)
    await tick(app.services)
  }
  return code
}

describe('each number of the supervisor opens', () => {
  test('to the wishes by number, state, step and dates, and to nothing about a person', async () => {
    const late = await life.claimed('ben', { urgency: 'red', specification: 'for the bad leg', note: 'ring twice' })
    app.at('2026-11-05T09:00:00+08:00')
    const desk = await app.as('eve').get('/desk')
    expect(numberAt(desk.html, 'overdue')).toBe('1')

    const opened = await app.as('eve').get('/street/overdue?c=hongqi')
    expect(opened.words).toContain(of.overdue.title)
    expect(opened.words).toContain(late)
    expect(opened.words).toContain(zh.words.state.claimed)
    expect(opened.words).toContain(zh.time.day(new Date('2026-11-03T12:00:00+08:00')))
    expect(opened.html).not.toMatch(/Guilan|13800138000|203|bad leg|ring twice|\bben\b/)
  })

  test('to how many residents there are in each grid, without a name', async () => {
    app.at('2027-11-20T12:00:00+08:00')
    const desk = await app.as('eve').get('/desk')
    expect(numberAt(desk.html, 'unasked')).toBe('2')
    const { words, html } = await app.as('eve').get('/street/unasked?c=hongqi')
    expect(words).toMatch(/Grid 1 1 .*Grid 2 1/)
    expect(html).not.toMatch(/Guilan|Xiulan/)
  })

  test('for the supervisor of that area alone', async () => {
    expect((await app.as('eve').get('/street/overdue?c=nowhere')).status).toBe(404)
    expect((await app.as('eve').get('/street/nonsense?c=hongqi')).status).toBe(404)
    for (const who of ['dora', 'ana', 'ben', 'finn'] as const)
      expect((await app.as(who).get('/street/overdue?c=hongqi')).status).toBe(404)
  })
})

describe('what the street was asked to look at', () => {
  test('is answered in words, which the community reads and the public does not', async () => {
    const code = await longUnclaimed()
    const desk = await app.as('eve').get('/desk')
    expect(desk.words).toContain(`${street.asked} · ${zh.desk.count(1)}`)
    expect(desk.html).toContain(`href="/wishes/${code}?advise#advise"`)

    const empty = await app.as('eve').post(`/wishes/${code}/advise`, { note: ' ' })
    expect([empty.status, empty.words.includes(zh.refusals.sentence({ why: 'words-missing' }))]).toEqual([422, true])
    expect((await app.as('eve').post(`/wishes/${code}/advise`, { note: '请银行支部接一下' })).status).toBe(303)

    expect((await app.as('eve').get('/desk')).words).not.toContain(street.asked)
    for (const who of ['dora', 'ana'] as const) {
      expect((await app.as(who).get(`/wishes/${code}`)).words).toContain('请银行支部接一下')
      const own = await app.as(who).get('/desk')
      expect(own.words).toContain(zh.desk.advised)
      expect(own.words).toContain(zh.notifications.kind.advise)
    }
    const seen = await app.anyone.get(`/wishes/${code}`)
    expect(seen.words).toContain(zh.words.done.advise)
    expect(seen.words).not.toContain('银行')
  })

  test('cannot be answered by anyone else, or before the clock has asked', async () => {
    const fresh = await life.open()
    expect((await app.as('eve').get(`/wishes/${fresh}`)).html).not.toContain(`/wishes/${fresh}/advise`)
    const early = await app.as('eve').post(`/wishes/${fresh}/advise`, { note: 'go on' })
    expect([early.status, early.words.includes(zh.refusals.sentence({ why: 'not-asked' }))]).toEqual([409, true])
    for (const who of ['dora', 'ana', 'ben', 'finn'] as const)
      expect((await app.as(who).post(`/wishes/${fresh}/advise`, { note: 'go on' })).status).toBe(403)
  })
})
