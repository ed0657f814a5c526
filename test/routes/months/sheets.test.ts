import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#auth/hashing.ts'
import { residents } from '#db/schema/tables.ts'
import { figureGroups, figureNames } from '#domain/month/figures.ts'
import { readXlsx } from '#files/read-xlsx.ts'
import { type Living, lifeOf } from '#test/support/month/month.ts'
import { agreed, at } from '#test/support/month/month-place.ts'
import { zh } from '#text/zh.ts'
import { type MonthSite, monthSite, wordsOf } from './month-site.ts'

let site: MonthSite
const lives: Living[] = []
beforeAll(async () => {
  site = await monthSite()
  for (let n = 0; n < 12; n++) {
    const life = lifeOf(site.store, { gridId: n < 9 ? 'g1' : 'g2' })
    lives.push(life)
    await life.post(at('2026-10-08T08:00:00'))
    await life.publish(at('2026-10-09T09:00:00'))
    await life.claim(at('2026-10-10T09:00:00'), `v${n}`, n < 6 ? 'water' : null)
    if (n > 1) await life.deliver(at('2026-10-12T09:00:00'))
    if (n > 3) await life.call(at('2026-10-13T09:00:00'))
  }
})
afterAll(() => site.store.close())

const october = '/reports/2026-10'
const byRules = zh.reports.byRules(2025, 1, 1)
const page = async (path: string, who?: string) => (await site.get(path, who)).text()
const words = async (path: string, who?: string) => wordsOf(await page(path, who))
type FiguresJson = {
  readonly month: string
  readonly lastEvent: number
  readonly madeAt: string
  readonly signedAt: string | null
  readonly figures: Readonly<Record<string, number | null>>
}
const json = async (who = 'dora') => JSON.parse(await page(`${october}/figures.json`, who)) as FiguresJson

async function sign(): Promise<void> {
  const html = await page(`${october}/sign`, 'dora')
  const mark = /name="mark" value="([^"]*)"/.exec(html)?.[1] ?? ''
  await site.post(`${october}/sign`, 'dora', { key: newId(), mark, checked: 'yes' })
}

describe('the month’s page', () => {
  const hrefs = async (path: string, who: string) =>
    [...(await page(path, who)).matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)

  test('leads to every sheet and file at one press', async () => {
    const there = await hrefs(`${october}?c=hongqi`, 'dora')
    for (const end of ['sheet', 'units', 'units/all', 'figures.xlsx', 'figures.csv', 'figures.json'])
      expect(there).toContain(`${october}/${end}?c=hongqi`)
    for (const path of ['bulletins/2026-10', 'ledger/2026-10.xlsx', 'ledger/2026-10.csv'])
      expect(there).toContain(`/c/hongqi/${path}`)
    expect(there).toContain('/people?c=hongqi')
  })

  test('leads supervisors to no letter and no person, and no one to the notice of a running month', async () => {
    const there = await hrefs(`${october}?c=hongqi`, 'sven')
    expect(there.filter((href) => /units|volunteers/.test(href))).toEqual([])
    expect(await hrefs('/reports/2026-11?c=hongqi', 'dora')).not.toContain('/c/hongqi/bulletins/2026-11')
  })
})

describe('the sheet for the file', () => {
  test('has every figure, room for a stamp, the month, the position and the time', async () => {
    const told = await words(`${october}/sheet`, 'dora')
    const { lastEvent } = await json()

    expect(told).toContain('community hongqi微心愿工作月报')
    expect(told).toContain('已兑现 8 12 66.7%')
    expect(told).toContain(zh.sheets.stamp)
    expect(told).toContain(`算到账本第 ${lastEvent} 条记录`)
    expect(told).toContain('制表时间：2026-11-07 12:00')
    expect(told).toContain(byRules)
    expect(await json()).toMatchObject({ rulesFrom: '2025-01-01' })
    const [doors] = figureGroups.filter(({ key }) => key === 'doors')
    for (const name of figureNames.filter((one) => !doors?.figures.some((own) => own === one)))
      expect(told).toContain(zh.reports.names[name])
  })

  test('is for those who read the whole community', async () => {
    expect((await site.get(`${october}/sheet?c=hongqi`, 'sven')).status).toBe(200)
    for (const who of ['anna', 'vera', 'adam'])
      for (const path of ['sheet', 'figures.csv', 'figures.json'])
        expect((await site.get(`${october}/${path}?c=hongqi`, who)).status).toBe(404)
    expect((await site.get(`${october}/sheet?c=far`, 'sven')).status).toBe(404)
    expect((await site.get('/reports/2026-12/sheet', 'dora')).status).toBe(404)
  })
})

describe('the figures’ files', () => {
  test('say the same in CSV, XLSX and JSON, key by key', async () => {
    const { figures } = await json()
    const csv = Papa.parse<string[]>((await page(`${october}/figures.csv`, 'dora')).replace(/^\ufeff/, '').trim()).data
    const bytes = await (await site.get(`${october}/figures.xlsx`, 'dora')).arrayBuffer()
    const read = await readXlsx(new Uint8Array(bytes))
    const sheet = read.ok ? (read.sheets[0]?.rows ?? []) : []
    const shown = (key: string, value: number | null) => {
      const hours = key.includes('.') && value !== null ? Math.floor(value / 3600) : value
      return hours === null ? '' : String(hours)
    }
    const expected = Object.entries(figures).map(([key, value]) => [key, shown(key, value)])

    expect(csv.slice(1).map((row) => [row[7], row[2]])).toEqual(expected)
    // The workbook is for reading: the same rows by their names, without a key or an id in any cell.
    const names = (rows: readonly (readonly string[])[]) =>
      rows.slice(1).map((row) => [row[0], row[1]?.replace(/^'/, ''), row[2] ?? ''])
    expect(names(sheet)).toEqual(names(csv))
    expect(sheet.flat().filter((cell) => /@|^to-[a-z]|^water$|^g[123]$/.test(cell ?? ''))).toEqual([])
    expect(sheet[0]).toEqual(['指标', '范围', '数', '单位', '比率（%）', '基数', '基数件数', '更正后', '更正经过'])
    expect(figures).toMatchObject({ fulfilled: 8, 'deliveries@unit:water': 4, 'published@grid:g3': 0 })
    expect(figures['to-claim.median']).toBe(49 * 3600)
  })

  test('carry month, position and time in their names, and in the workbook’s second page', async () => {
    const { lastEvent } = await json()
    const csv = await site.get(`${october}/figures.csv`, 'dora')
    const read = await readXlsx(new Uint8Array(await (await site.get(`${october}/figures.xlsx`, 'dora')).arrayBuffer()))
    const about = read.ok ? (read.sheets[1]?.rows ?? []) : []

    const [head = [], first = []] = Papa.parse<string[]>((await csv.clone().text()).replace(/^\ufeff/, '')).data
    expect(head.slice(-5, -1)).toEqual([
      zh.ledger.monthOf,
      zh.ledger.lastEvent,
      zh.ledger.madeAt,
      zh.sheets.file.signed,
    ])
    expect(first.slice(-5, -1)).toEqual(['2026-10', `${lastEvent}`, '2026-11-07 12:00', zh.sheets.file.none])
    expect([head.at(-1), first.at(-1)]).toEqual([zh.sheets.file.rules, '2025-01-01'])
    const named = csv.headers.get('content-disposition') ?? ''
    expect(named).toContain(`figures-hongqi-2026-10-r${lastEvent}-20261107-1200.csv`)
    expect(decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(named)?.[1] ?? '')).toBe(
      'community hongqi-2026年10月-微心愿指标表.csv',
    )
    expect(about.map((row) => row[0])).toContain(zh.ledger.lastEvent)
    expect(about.flat()).toContain(String(lastEvent))
  })
})

describe('the notice for the board', () => {
  test('is for everyone: what was wished for and fulfilled, without a name', async () => {
    const told = await words('/c/hongqi/bulletins/2026-10')

    expect(told).toContain(zh.sheets.notice.noNames)
    expect(told).toContain('制表时间：2026-11-07 12:00')
    expect(told.replace(/<header.*?<\/header>/s, '')).not.toMatch(/Name-of-|Secret-Resident|Water works/)
    expect((await site.get('/c/hongqi/bulletins/2026-12')).status).toBe(404)
    expect((await site.get('/c/nowhere/bulletins/2026-10')).status).toBe(404)
    const before = await site.get('/c/hongqi/notices/2026-10')
    expect([before.status, before.headers.get('location')]).toEqual([301, '/c/hongqi/bulletins/2026-10'])
  })

  test('has the two sums that the ledger has', async () => {
    expect(await words('/c/hongqi/ledger/2026-10')).toContain('10月发布的 12 个里已兑现 8 个')
    expect(await words('/c/hongqi/bulletins/2026-10')).toContain('微心愿 12 个，其中已经兑现并由居民一方确认的 8 个')
  })

  test('of a running month there is none yet, and the answer says when it comes', async () => {
    const answer = await site.get('/c/hongqi/bulletins/2026-11')
    expect([answer.status, wordsOf(await answer.text())]).toEqual([404, expect.stringContaining(zh.errors.notYet.body)])
  })
})

describe('the notice of a larger month', () => {
  let large: MonthSite
  beforeAll(async () => {
    large = await monthSite()
    const twenty = Array.from({ length: 20 }, (_, n) => n)
    const [one] = await large.store.db.select().from(residents)
    if (!one) throw new Error('nobody lives here')
    const { db, commit } = large.store
    for (const n of twenty) await commit([db.insert(residents).values({ ...one, id: `r${n}` }), ...agreed(db, `r${n}`)])
    for (const n of twenty) {
      const told = { itemId: n < 16 ? 'milk' : 'change-lamp', category: n < 16 ? 'goods' : 'repair' } as const
      const life = lifeOf(large.store, { ...told, residentId: `r${n}` })
      await life.post(at('2026-10-08T08:00:00'))
      await life.publish(at('2026-10-09T09:00:00'))
      if (n % 2) continue
      await life.claim(at('2026-10-10T09:00:00'))
      await life.deliver(at('2026-10-12T09:00:00'))
      await life.call(at('2026-10-13T09:00:00'))
    }
    const gone = lifeOf(large.store, { itemId: 'kettle' })
    await gone.post(at('2026-10-08T08:00:00'))
    await gone.publish(at('2026-10-09T09:00:00'))
    await gone.withdraw(at('2026-10-10T09:00:00'))
  })
  afterAll(() => large.store.close())
  const notice = async () => wordsOf(await (await large.get('/c/hongqi/bulletins/2026-10')).text())

  test('counts by kind what anyone can count in the ledger, a few and none included', async () => {
    const { categories } = zh.catalogue
    const told = await notice()
    const rows = JSON.parse(await (await large.get('/c/hongqi/ledger/2026-10.json')).text()).wishes as {
      readonly category: string
      readonly state: string
    }[]
    const ofRepair = rows.filter(({ category }) => category === 'repair')

    expect(told).toContain('微心愿 21 个，其中已经兑现并由居民一方确认的 10 个')
    expect(told).toContain(`${categories.goods} 17 8`)
    expect(told).toContain(`${categories.repair} 4 2`)
    expect([ofRepair.length, ofRepair.filter(({ state }) => state === 'fulfilled').length]).toEqual([4, 2])
    expect(told).toContain(`${categories.company} 0 0`)
  })

  test('names what was wished for, and nothing that was withdrawn', async () => {
    const told = await notice()
    expect(told).toContain(zh.catalogue.items.milk.name)
    expect(told).toContain(zh.catalogue.items['change-lamp'].name)
    expect(told).not.toContain(zh.catalogue.items.kettle.name)
  })

  test('leads to the ledger of the month, and the ledger leads back', async () => {
    expect(await (await large.get('/c/hongqi/bulletins/2026-10')).text()).toContain(
      '<a href="/c/hongqi/ledger/2026-10">http://wish.example.cn/c/hongqi/ledger/2026-10</a>',
    )
    expect(await (await large.get('/c/hongqi/ledger/2026-10')).text()).toContain('href="/c/hongqi/bulletins/2026-10"')
    expect(await (await large.get('/c/hongqi/ledger/2026-11')).text()).not.toContain('/bulletins/2026-11')
  })
})

describe('a letter to a work unit', () => {
  test('is in a list by name, and has counts and items but no person’s name', async () => {
    expect(await page(`${october}/units`, 'dora')).toContain('href="/reports/2026-10/units/water?c=hongqi"')
    const told = await words(`${october}/units/water`, 'dora')

    expect(told).toContain('致=Water works：')
    expect(told).toContain('在职党员 4 人参加了微心愿志愿服务，上门送达 4 次')
    expect(told).toContain(`${zh.catalogue.items.milk.name} ${zh.catalogue.categories.goods} 4`)
    expect(told).not.toMatch(/Name-of-(?!dora)|Secret-Resident/)
  })

  test('of fewer than five members tells no evaluation, and says so', async () => {
    const html = await page(`${october}/units/water`, 'dora')
    expect(html).toContain(zh.sheets.letter.few)
    for (const figure of ['satisfied', 'reopened'] as const) expect(html).not.toContain(`>${zh.reports.names[figure]}<`)
    expect(html).toContain(`>${zh.reports.names.reached}<`)
  })

  test('comes with all the others on one page, each a sheet of its own', async () => {
    const all = await page(`${october}/units/all`, 'dora')
    expect(all.match(/<article class="paper">/g)).toHaveLength(1)
    expect(await page(`${october}/units`, 'dora')).toContain('href="/reports/2026-10/units/all?c=hongqi"')
    expect(wordsOf(all)).toContain('致=Water works：')
    for (const who of ['anna', 'sven', 'vera'])
      expect((await site.get(`${october}/units/all?c=hongqi`, who)).status).toBe(404)
    const none = await site.get('/reports/2026-09/units/all', 'dora')
    expect([none.status, none.headers.get('location')]).toEqual([303, '/reports/2026-09/units?c=hongqi'])
  })

  test('names what is not in the catalogue by its public text', async () => {
    const own = await monthSite()
    for (let n = 0; n < 5; n++) {
      const life = lifeOf(own.store, { itemId: null, publicText: 'A lamp shade' })
      await life.post(at('2026-10-08T08:00:00'))
      await life.publish(at('2026-10-09T09:00:00'))
      await life.claim(at('2026-10-10T09:00:00'), `v${n}`, 'water')
      await life.deliver(at('2026-10-12T09:00:00'))
      await life.call(at('2026-10-13T09:00:00'))
    }
    const told = wordsOf(await (await own.get(`${october}/units/water`, 'dora')).text())
    own.store.close()

    expect(told).toContain(`A lamp shade ${zh.catalogue.categories.goods} 5`)
    expect(told).not.toContain(zh.card.unnamed)
    expect(told).toContain(zh.reports.names.satisfied)
    expect(told).not.toContain(zh.sheets.letter.few)
  })

  test('and the notice say that an unsigned month may still change', async () => {
    for (const path of [`${october}/units/water`, '/c/hongqi/bulletins/2026-10'])
      expect(await words(path, 'dora')).toContain(zh.sheets.notSigned)
  })

  test('is the secretary’s to send, and there is none for a unit that did nothing', async () => {
    expect((await site.get(`${october}/units/nobody`, 'dora')).status).toBe(404)
    expect((await site.get('/reports/2026-09/units/water', 'dora')).status).toBe(404)
    for (const who of ['anna', 'sven', 'vera'])
      expect((await site.get(`${october}/units/water?c=hongqi`, who)).status).toBe(404)
  })
})

test('once the month is signed, sheet and files are those of the signature, whatever happens later', async () => {
  await sign()
  const signed = await json()
  await lives.at(-1)?.reopen(at('2026-11-06T10:00:00'))
  const later = await json()

  expect(later.figures).toEqual(signed.figures)
  expect([later.lastEvent, later.signedAt]).toEqual([signed.lastEvent, '2026-11-07T12:00:00+08:00'])
  expect(await words(`${october}/sheet`, 'dora')).toContain('已兑现 8 12 66.7%')
  expect(await words(`${october}/sheet`, 'dora')).toContain('Name-of-dora 11月7日签字')
  for (const path of [`${october}/units/water`, '/c/hongqi/bulletins/2026-10']) {
    const told = await words(path, 'dora')
    const [, before, now] = /签字时，算到账本第 (\d+) 条记录；事项和人数按制表时，算到第 (\d+) 条/.exec(told) ?? []
    expect([Number(before), Number(now)]).toEqual([signed.lastEvent, expect.any(Number)])
    expect(Number(now)).toBeGreaterThan(signed.lastEvent)
    expect(told).not.toContain(zh.sheets.notSigned)
  }
})

test('each number of the A4 report opens the list behind it, for those who may open lists; on paper it is a number', async () => {
  const html = await page(`${october}/sheet?c=hongqi`, 'dora')
  const opened = [...html.matchAll(/<td[^>]*><a href="([^"]+)" aria-label="[^"]*">(\d+)<\/a>/g)]
  // Every figure, what a share is a share of, and the two grids' eight.
  expect(opened.length).toBeGreaterThan(figureNames.length)
  for (const [, href = '', count = ''] of opened.slice(0, 12)) {
    const list = await site.get(href.replaceAll('&amp;', '&'), 'dora')
    expect([href, list.status]).toEqual([href, 200])
    expect(wordsOf(await list.text())).toContain(count)
  }
  expect(html).toContain(`${october}/fulfilled?c=hongqi&amp;grid=g1`)
  expect(await page(`${october}/sheet?c=hongqi`, 'sven')).not.toContain(`${october}/published`)
})
