import { afterEach, beforeEach, expect, test } from 'vitest'
import { tick } from '#jobs/run-clock.ts'
import { type Living, lifeOf } from '#test/support/month/month.ts'
import { at } from '#test/support/month/month-place.ts'
import { zh } from '#text/zh.ts'
import { type MonthSite, monthSite, wordsOf } from './month-site.ts'

const { names } = zh.reports
const { insight, recurring } = zh.review

let site: MonthSite
beforeEach(async () => {
  site = await monthSite()
})
afterEach(() => site.store.close())

const html = async (path: string, who = 'dora') => (await site.get(path, who)).text()
/** Every number behind which one of these lists stands, with the rows that the list has. */
async function opened(month: string, list: string) {
  const links = [...(await html(`/reports/${month}`)).matchAll(/href="(\/reports\/[^"]+)"[^>]*>([^<]*)</g)]
  const own = links.filter(([, href]) => href?.startsWith(`/reports/${month}/${list}?`))
  return Promise.all(
    own.map(async ([, href, words]) => {
      const page = await html(`${href?.replaceAll('&amp;', '&')}`)
      return { words, rows: [...page.matchAll(/<a href="\/wishes\//g)].length, page: wordsOf(page) }
    }),
  )
}

/** Posted on the 8th of October, published and brought the day after, and wanted again every month. */
async function monthly(): Promise<Living> {
  const life = lifeOf(site.store, { every: 'month' })
  await life.post(at('2026-10-08T08:00:00'))
  await life.publish(at('2026-10-09T09:00:00'))
  await life.claim(at('2026-10-10T09:00:00'))
  await life.deliver(at('2026-10-12T09:00:00'))
  await life.call(at('2026-10-13T09:00:00'))
  return life
}

test('the insight counts what became a wish and was not withdrawn, and its lists have as many rows', async () => {
  for (let n = 0; n < 3; n++)
    await lifeOf(site.store, { itemId: null, category: 'errand' }).answer(at('2026-10-08T08:00:00'), false)
  for (let n = 0; n < 4; n++) {
    const life = lifeOf(site.store)
    await life.post(at('2026-10-08T08:00:00'))
    if (n) await life.publish(at('2026-10-09T09:00:00'))
    if (n === 3) await life.withdraw(at('2026-10-10T09:00:00'))
  }

  const lists = await opened('2026-10', 'wished')
  expect(lists.map(({ words, rows }) => [words, rows])).toEqual([[expect.stringMatching(/：3 件/), 3]])
  expect(wordsOf(await html('/reports/2026-10'))).not.toContain(zh.review.activities['errand-day'])
})

test('what waits now opens from its grid and kind, and a supervisor reads the numbers alone', async () => {
  for (const gridId of ['g1', 'g1', 'g2']) {
    const life = lifeOf(site.store, { gridId })
    await life.post(at('2026-10-08T08:00:00'))
    await life.publish(at('2026-10-09T09:00:00'))
  }

  const lists = await opened('2026-11', 'waiting')
  expect(lists.map(({ words, rows }) => [words, rows])).toEqual([
    ['2 件', 2],
    ['1 件', 1],
  ])
  expect(lists[0]?.page).toContain(names.waiting)
  expect((await site.get('/reports/2026-11/waiting?c=hongqi', 'sven')).status).toBe(404)
  // A month that is over does not say what waits today.
  expect(await opened('2026-10', 'waiting')).toEqual([])
})

test.each([
  ['the last evening of the month', '2026-10-31T20:00:00'],
  ['the first midnight after it, when it can be signed', '2026-11-01T00:00:00'],
  ['the day on which they have come back as drafts', '2026-11-01T11:00:00'],
])('on %s October’s report has the monthly wishes of November', async (_when, now) => {
  await monthly()
  await monthly()
  site.clock.now = at(now)
  await tick(site.services)

  const page = wordsOf(await html('/reports/2026-10'))
  expect(page).toContain(insight)
  expect(page).toContain(recurring)
  expect((await opened('2026-10', 'recurring')).map(({ words, rows }) => [words, rows])).toEqual([
    [expect.stringContaining('2 件'), 2],
  ])
})
