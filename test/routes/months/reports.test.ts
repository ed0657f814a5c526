import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { events, ruleVersions } from '#db/schema/tables.ts'
import { figureNames, figures } from '#domain/month/figures.ts'
import { lifeOf } from '#test/support/month/month.ts'
import { at } from '#test/support/month/month-place.ts'
import { textOf } from '#text/text.ts'
import { zh } from '#text/zh.ts'
import { type MonthSite, monthSite, wordsOf } from './month-site.ts'

let site: MonthSite
beforeAll(async () => {
  site = await monthSite()
  for (let n = 0; n < 12; n++) {
    const life = lifeOf(site.store, { gridId: n < 9 ? 'g1' : 'g2' })
    await life.post(at('2026-10-08T08:00:00'))
    await life.publish(at('2026-10-09T09:00:00'))
    await life.claim(at('2026-10-10T09:00:00'))
    if (n % 4) await life.deliver(at('2026-10-12T09:00:00'))
    if (n % 4 === 1) await life.readOut(at('2026-10-12T09:00:00'))
    if (n % 4 === 2) await life.call(at('2026-10-13T09:00:00'))
    if (n % 4 === 3) await life.reopen(at('2026-10-13T09:00:00'))
  }
})
afterAll(() => site.store.close())

const status = async (path: string, who?: string) => (await site.get(path, who)).status
const words = async (path: string, who: string, lang?: 'en') => wordsOf(await (await site.get(path, who, lang)).text())

describe('who may see a month', () => {
  test('signed out leads to log-in and back', async () => {
    const answer = await site.get('/reports/2026-10')

    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login?to=%2Freports%2F2026-10'])
  })

  test.each(['vera', 'adam'])('%s has no report', async (who) => {
    for (const path of ['/reports', '/reports/2026-10', '/reports/2026-10?c=hongqi', '/reports/2026-10/due?c=hongqi'])
      expect(await status(path, who)).toBe(404)
  })

  test('the secretary sees the own community and no other', async () => {
    expect(await status('/reports/2026-10', 'dora')).toBe(200)
    expect(await status('/reports/2026-10?c=hongqi', 'dora')).toBe(200)
    expect(await status('/reports/2026-10?c=lvyuan', 'dora')).toBe(404)
    expect(await status('/reports/2026-10/due?c=lvyuan', 'dora')).toBe(404)
  })

  test('a grid worker sees figures and lists of the own grids', async () => {
    expect(await words('/reports/2026-10', 'anna', 'en')).toMatch(/Your own grids only.*Published 9 /)
    expect(await words('/reports/2026-10/published', 'anna', 'en')).toContain('9 wishes')
    expect(await words('/reports/2026-10', 'anna', 'en')).not.toContain('grid g2')
    expect(await status('/reports/2026-10/published?grid=g2', 'anna')).toBe(404)
  })

  test('a supervisor sees figures of the communities below, and nothing opens further than those', async () => {
    const overview = await (await site.get('/reports/2026-10', 'sven')).text()
    const one = await (await site.get('/reports/2026-10?c=hongqi', 'sven')).text()

    expect(overview).toContain('community hongqi')
    // Every number of a row leads on: to the public list where there is one, else to the place's own month.
    expect(overview).toContain('href="/c/hongqi/ledger/2026-10"')
    expect(overview).toContain('href="/c/hongqi/ledger/2026-10?only=fulfilled"')
    const rows = [...overview.matchAll(/<tr>(?:(?!<\/tr>)[\s\S])*<\/tr>/g)]
      .map(([row]) => row)
      .filter((row) => row.includes('<td'))
    for (const row of rows) expect(row.match(/<a\b/g)).toHaveLength(9)
    expect(overview).toContain('community lvyuan')
    expect(overview).not.toContain('community far')
    expect(one).not.toMatch(/href="\/(wishes|reports\/2026-10\/(?!sheet|figures))/)
    expect(await status('/reports/2026-10/due?c=hongqi', 'sven')).toBe(404)
    expect(await status('/reports/2026-10?c=far', 'sven')).toBe(404)
  })

  test('each level above is the sum of what lies in it, and comes before it', async () => {
    const html = await (await site.get('/reports/2026-10', 'sven')).text()
    const rows = [...html.matchAll(/<tr role="row">(?:(?!<\/tr>).)*<\/tr>/gs)].map(([row]) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => (cell ?? '').replace(/<[^>]*>/g, '')),
    )
    const [town, ...below] = rows.filter((row) => row.length > 0)
    expect(town?.[0]).toContain(zh.reports.overview.level.township)
    for (const column of [1, 2, 3, 4])
      expect(Number(town?.[column])).toBe(below.reduce((sum, row) => sum + Number(row[column]), 0))
    expect(Number(town?.[1])).toBeGreaterThan(0)
  })

  test('no person and no resident is named on any of it', async () => {
    for (const path of ['/reports/2026-10', ...figureNames.map((figure) => `/reports/2026-10/${figure}`)]) {
      const html = await (await site.get(path, 'dora')).text()

      expect(html.replace(/<header.*?<\/header>/s, '')).not.toMatch(/Name-of-|Secret-Resident/)
    }
  })
})

describe('the month', () => {
  test('leads to the last month that is over, or to the running one where nothing came before it', async () => {
    expect((await site.get('/reports', 'dora')).headers.get('location')).toBe('/reports/2026-10')
    expect((await site.get('/reports?c=hongqi', 'dora')).headers.get('location')).toBe('/reports/2026-10?c=hongqi')
    const fresh = await monthSite()
    expect((await fresh.get('/reports', 'dora')).headers.get('location')).toBe('/reports/2026-11')
    fresh.store.close()
  })

  test.each(['2026-12', 'october', '2026-1'])('“%s” is not found', async (month) => {
    expect(await status(`/reports/${month}`, 'dora')).toBe(404)
    expect(await status(`/reports/${month}`, 'sven')).toBe(404)
  })

  test.each(['', '/sheet', '/due', '/figures.csv'])(
    'that has not begun says so and leads to the running one%s',
    async (end) => {
      const answer = await site.get(`/reports/2026-12${end}?c=hongqi`, 'dora')
      const html = await answer.text()

      expect([answer.status, wordsOf(html)]).toEqual([
        404,
        expect.stringContaining(zh.reports.notBegun.title('2026年12月')),
      ])
      expect(html).toContain('href="/reports/2026-11?c=hongqi"')
      expect(await words(`/reports/2026-12${end}?c=lvyuan`, 'dora')).not.toContain(zh.reports.notBegun.body)
    },
  )

  test('prints a percentage from ten on, a fraction below, and says where nothing was due', async () => {
    const october = await words('/reports/2026-10', 'dora')
    const november = await words('/reports/2026-11', 'dora')

    expect(october).toContain('认领率 100.0% 12 / 12')
    expect(october).toContain('按时兑现率 50.0% 6 / 12')
    expect(october).toContain('回访率 9 件中 6 件')
    expect(october).toContain('满意率 6 件中 3 件')
    expect(november).toContain('按时兑现率 本月无应办结')
    expect(november).not.toMatch(/按时兑现率 (0|100)/)
  })

  test('each figure opens a list with as many wishes as it says, and so does what it is a share of', async () => {
    const pages = await Promise.all(
      ['2026-10', '2026-11'].map(async (month) => (await site.get(`/reports/${month}`, 'dora')).text()),
    )
    const links = pages.flatMap((html) => [
      ...html.matchAll(/href="(\/reports\/\d{4}-\d\d\/[^"]+)"[^>]*>(\d+)(?: 件)?</g),
    ])
    expect(links.length).toBeGreaterThan(300)

    for (const [, href, count] of links) {
      const list = await (await site.get(`${href?.replaceAll('&amp;', '&')}`, 'dora')).text()

      expect([href, [...list.matchAll(/<a href="\/wishes\//g)].length]).toEqual([href, Number(count)])
      expect(wordsOf(list)).toContain(`共 ${count} 件`)
    }
  })

  test('every number of the report has its list, except waits, days, percentages and numbers of people', async () => {
    const html = await (await site.get('/reports/2026-10', 'dora')).text()
    const body = html
      .replace(/^.*<\/h1>|<nav.*?<\/nav>|<svg.*?<\/svg>|<caption.*?<\/caption>|<p\b.*?<\/p>|<time.*?<\/time>/gs, '')
      .replace(/<a\b.*?<\/a>|<div class="fold.*?<\/p>/gs, '')
    const cells = [...body.matchAll(/<(td|strong|li)\b[^>]*>(.*?)<\/\1>/gs)].map(([, , cell]) => wordsOf(cell ?? ''))
    const bare = cells.filter((cell) =>
      /\d/.test(
        cell.replace(
          /\d+(\.\d+)?%|\d+ (小时|天)|\d+ 位，共 \d+ 位|比(上月|去年同月)([多少] \d+ 件|[高低] \d+\.\d 个百分点)|\d+ 件中 \d+ 件|grid g\d|12345/g,
          '',
        ),
      ),
    )

    expect(bare).toEqual([])
  })

  test('an unknown figure, a plain count’s denominator and a strange place in the list are not found', async () => {
    expect(await status('/reports/2026-10/people', 'dora')).toBe(404)
    expect(await status('/reports/2026-10/due?of=1', 'dora')).toBe(404)
    expect(await status('/reports/2026-10/due?after=x', 'dora')).toBe(404)
    expect(await status('/reports/2026-10/due?grid=l1', 'dora')).toBe(404)
  })

  test('says on the report and on every list by which rules it is computed, those of its first day', async () => {
    for (const path of [
      '',
      ...figureNames.map((figure) => `/${figure}`),
      '/called?of=1',
      '/published?grid=g1&category=goods',
    ])
      expect([path, await words(`/reports/2026-10${path}`, 'dora')]).toEqual([
        path,
        expect.stringContaining(zh.reports.byRules(2025, 1, 1)),
      ])
    expect(await words('/reports/2026-10/due', 'dora', 'en')).toContain(
      'Calculated by the rules in force since 1 January 2025',
    )
    await site.store.commit([
      site.store.db.insert(ruleVersions).values({
        ...{
          id: 'rules-2',
          communityId: 'hongqi',
          fromDay: '2026-10-02',
          reason: '',
          madeAt: at('2026-09-20T09:00:00'),
        },
        rules: sql`(select rules from rule_versions limit 1)`,
      }),
      // Rules are read again after the event that every change of them writes.
      site.store.db.insert(events).values({
        ...{ stream: 'rules:hongqi', seq: 1, action: 'rules-changed', actorId: 'dora', communityId: 'hongqi' },
        ...{ at: at('2026-09-20T09:00:00'), data: {} },
      }),
    ])
    expect(await words('/reports/2026-10', 'dora')).toContain(zh.reports.byRules(2025, 1, 1))
    expect(await words('/reports/2026-11', 'dora')).toContain(zh.reports.byRules(2026, 10, 2))
  })

  test.each(['zh', 'en'] as const)('says of each figure how it is counted, in %s', async (lang) => {
    const page = await words('/reports/2026-10', 'dora', lang === 'en' ? lang : undefined)

    for (const figure of figureNames) expect(page).toContain(textOf(lang).reports.how[figure])
  })
})

test('no page of the ledger or the month walks through a table of wishes, claims or events', async () => {
  site.prepared.clear()
  const lists = figureNames.flatMap((figure) => [
    `/reports/2026-10/${figure}?grid=g1`,
    `/reports/2026-10/${figure}?after=1.x`,
    ...(figures[figure].of ? [`/reports/2026-10/${figure}?of=1`] : []),
  ])
  for (const path of ['/c/hongqi/ledger', '/c/hongqi/ledger/2026-10?after=1.x', '/c/hongqi/ledger/2026-10.csv'])
    expect(await status(path)).toBe(200)
  for (const path of ['/reports/2026-10', ...lists]) expect(await status(path, 'dora')).toBe(200)
  expect(await status('/reports/2026-10', 'sven')).toBe(200)

  const scans = [...site.prepared].flatMap((statement) =>
    site.planOf(statement).filter((step) => /^SCAN (wishes|claims|events|wish_details|residents|people)\b/.test(step)),
  )
  expect(site.prepared.size).toBeGreaterThan(30)
  expect(scans).toEqual([])
})
