import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#auth/hashing.ts'
import { type Living, lifeOf } from '#test/support/month/month.ts'
import { at } from '#test/support/month/month-place.ts'
import { zh } from '#text/zh.ts'
import { type MonthSite, monthSite, wordsOf } from './month-site.ts'

const october = '/reports/2026-10'
const { names, rates, list } = zh.reports
const { correctedTo } = zh.months.official
const to = (value: string) => correctedTo(value, '11月7日')

let site: MonthSite
const lives: Living[] = []
beforeAll(async () => {
  site = await monthSite()
  for (let n = 0; n < 12; n++) {
    const life = lifeOf(site.store, { gridId: n < 9 ? 'g1' : 'g2' })
    lives.push(life)
    await life.post(at('2026-10-08T08:00:00'))
    await life.publish(at('2026-10-09T09:00:00'))
    await life.claim(at('2026-10-10T09:00:00'))
    await life.deliver(at('2026-10-12T09:00:00'))
    if (n > 1) await life.call(at('2026-10-13T09:00:00'))
  }
  const html = await (await site.get(`${october}/sign`, 'dora')).text()
  const mark = /name="mark" value="([^"]*)"/.exec(html)?.[1] ?? ''
  await site.post(`${october}/sign`, 'dora', { key: newId(), mark, checked: 'yes' })
  site.clock.now = at('2026-11-07T13:00:00')
  // One is called about after the signature, which October's fulfilments gain; one is opened again.
  await lives[0]?.call(at('2026-10-31T09:00:00'))
  await lives[11]?.reopen(at('2026-11-07T13:00:00'))
  await correct('fulfilled', '10', '11')
  await correct('fulfilled', '11', '12')
  await correct('fulfilled@grid:g1', '7', '9')
  await correct('fulfilled@category:goods', '10', '12')
  await correct('to-call.median', String(24 * 3600), '20')
})
afterAll(() => site.store.close())

async function correct(figure: string, held: string, value: string) {
  const form = {
    key: newId(),
    figure,
    held,
    value,
    why: 'recorded-later',
    reason: 'a call was entered late',
    step: 'sure',
  }
  expect((await site.post(`${october}/correct`, 'dora', form)).status).toBe(303)
}
/** The words of a part of a page that begins with a heading, a caption or a label, and of what comes after it. */
async function partOf(path: string, from: string, length: number, who = 'dora') {
  const words = wordsOf(await (await site.get(path, who)).text())
  const begins = words.indexOf(from)
  expect(begins).toBeGreaterThan(0)
  return words.slice(begins, begins + length)
}

describe('a list of a signed month', () => {
  const rows = async (path: string) => {
    const html = await (await site.get(`${october}/${path}`, 'dora')).text()
    return { words: wordsOf(html), count: [...html.matchAll(/<a href="\/wishes\//g)].length }
  }

  test('marks what came in after the signature, so that the rest is what was signed', async () => {
    const { words, count } = await rows('fulfilled')

    expect(words).toContain(list.since(10, 1, 1, 10))
    expect([count, words.split(list.entered).length - 1]).toEqual([11, 1])
    expect((await rows('fulfilled?category=goods')).words).toContain(list.since(10, 1, 1, 10))
    expect((await rows('fulfilled?grid=g1')).words).toContain(list.since(7, 1, 0, 8))
    expect((await rows('fulfilled?grid=g2')).words).toContain(list.since(3, 0, 1, 2))
  })

  test('lists what has left since, after the others', async () => {
    const { words, count } = await rows('confirmed')

    expect(words).toContain(list.since(10, 1, 1, 10))
    expect([count, words.split(list.left).length - 1]).toEqual([11, 1])
  })

  test('has nothing to mark where nothing changed', async () => {
    expect((await rows('published')).words).toContain(list.lead(12))
  })
})

describe('a figure that was corrected stays as it was signed, and says what it was corrected to', () => {
  test('in the highlights', async () => {
    expect(await partOf(october, ` ${rates.fulfilled} 83.3%`, 40)).toContain(`83.3% 10 / 12 ${to('12')}`)
  })

  test('in the comparison, of the month and as the month before', async () => {
    expect(await partOf(october, `${zh.review.compare} ${zh.reports.figure}`, 400)).toContain(`10 / 12 ${to('12')}`)
    expect(await partOf('/reports/2026-11', `${zh.review.compare} ${zh.reports.figure}`, 500)).toContain(
      `10 / 12 ${to('12')}`,
    )
  })

  test('in the trend', async () => {
    const trend = await partOf('/reports/2026-11', zh.review.trendTable, 200)

    expect(trend).toMatch(new RegExp(`2026年10月 12 10 / 12 ${to('12')}`))
  })

  test('grid by grid, by kind, and of the waits', async () => {
    const page = wordsOf(await (await site.get(october, 'dora')).text())

    expect(page).toContain(`7 / 9 ${to('9')}`)
    expect(page).toContain(`83.3% ${to('12')}`)
    expect(page).toContain(to('20 小时'))
  })

  test('to a grid worker the sums of the own grids', async () => {
    expect(await partOf(october, ` ${rates.fulfilled} 9`, 40, 'anna')).toContain(`7 / 9 ${to('9')}`)
    expect(await partOf('/reports/2026-11', `${names.published} 0`, 400, 'anna')).toContain(to('9'))
  })
})
