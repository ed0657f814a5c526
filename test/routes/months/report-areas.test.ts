import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#auth/hashing.ts'
import { areas, units } from '#db/schema/tables.ts'
import { setNames } from '#domain/month/figures.ts'
import { lifeOf } from '#test/support/month/month.ts'
import { at } from '#test/support/month/month-place.ts'
import { zh } from '#text/zh.ts'
import { type MonthSite, monthSite, wordsOf } from './month-site.ts'

const october = '/reports/2026-10'
let site: MonthSite

/** Six wishes of one community, three of the other, each waiting so many hours for its claim. */
const waits = { hongqi: [1, 2, 3, 4, 5, 6], lvyuan: [70, 80, 90] } as const
beforeEach(async () => {
  site = await monthSite()
  for (const communityId of ['hongqi', 'lvyuan'] as const)
    for (const hours of waits[communityId]) {
      const life = lifeOf(site.store, { communityId, gridId: communityId === 'hongqi' ? 'g1' : 'l1' })
      const posted = at('2026-10-08T08:00:00')
      await life.post(posted)
      await life.publish(posted)
      await life.claim(
        new Date(posted.getTime() + hours * 3600_000),
        undefined,
        communityId === 'hongqi' ? 'water' : null,
      )
      await life.deliver(at('2026-10-13T09:00:00'))
      await life.call(at('2026-10-14T09:00:00'))
    }
  return () => site.store.close()
})

const words = async (path: string, who = 'sven') => wordsOf(await (await site.get(path, who)).text())
const status = async (path: string, who: string) => (await site.get(path, who)).status
type Json = { readonly communities?: number; readonly signed?: number; readonly figures: Record<string, number | null> }
const json = async (query: string, month = october) =>
  JSON.parse(await (await site.get(`${month}/figures.json?${query}`, 'sven')).text()) as Json

async function sign(month = october) {
  const mark = /name="mark" value="([^"]*)"/.exec(await (await site.get(`${month}/sign`, 'dora')).text())?.[1] ?? ''
  expect((await site.post(`${month}/sign`, 'dora', { key: newId(), mark, checked: 'yes' })).status).toBe(303)
}

describe('the month of an area', () => {
  test('has every figure as the sum of its communities, on every side but grid and unit', async () => {
    const [town, hongqi, lvyuan] = [await json('area=town'), await json('c=hongqi'), await json('c=lvyuan')]
    const keys = Object.keys(town.figures).filter((key) => !/[.]|@area:/.test(key))

    for (const key of keys)
      expect([key, town.figures[key]]).toEqual([key, (hongqi.figures[key] ?? 0) + (lvyuan.figures[key] ?? 0)])
    expect(keys).toEqual(expect.arrayContaining([...setNames, 'fulfilled@category:goods', 'claimed@source:visit']))
    expect(keys.filter((key) => /@(grid|unit):/.test(key))).toEqual([])
    expect(town.figures['published@area:lvyuan']).toBe(3)
    expect(town).toMatchObject({ communities: 2, signed: 0 })
  })

  test('has the waits of all its wishes together, and no average of its communities’', async () => {
    const { figures } = await json('area=town')
    // In order: 1 2 3 4 5 6 70 80 90. The medians of the two are 3 and 80.
    expect(figures['to-claim.median']).toBe(5 * 3600)
    expect(figures['to-claim.slowest']).toBe(90 * 3600)
    expect(await words(`${october}?area=town`)).toContain(zh.areas.waits)
  })

  test('shows every figure with its formula, last month and the reference lines, and nothing that opens a list', async () => {
    const html = await (await site.get(`${october}?area=town`, 'sven')).text()
    const told = wordsOf(html)

    for (const name of setNames.filter((set) => set in zh.reports.how && set !== 'ahead'))
      expect(told).toContain(zh.reports.names[name])
    expect(told).toContain('兑现率 9 件中 9 件')
    expect(told).toContain(zh.review.referenceNote)
    expect(await words('/reports/2026-11?area=town')).toContain('比上月少 9 件')
    expect(html).not.toMatch(/href="\/(wishes|reports\/2026-10\/(?!sheet|figures))/)
    expect(told).not.toMatch(/Name-of-(?!sven)|Secret-Resident/)
  })

  test('opens what lies in it, in the order of the tree, and is opened from above', async () => {
    const html = await (await site.get(`${october}?area=town`, 'sven')).text()
    const below = [...html.matchAll(/<a href="\/reports\/2026-10\?c=(\w+)">/g)].map(([, slug]) => slug)

    expect([...new Set(below)]).toEqual(['hongqi', 'lvyuan'])
    expect(await (await site.get(october, 'sven')).text()).toContain('href="/reports/2026-10?area=town"')
  })

  test('is only for those who supervise it, on the page, the sheet and in the files', async () => {
    for (const path of ['', '/sheet', '/figures.csv', '/figures.xlsx', '/figures.json']) {
      expect([path, await status(`${october}${path}?area=town`, 'sven')]).toEqual([path, 200])
      for (const area of ['pref', 'hongqi', 'far', 'g1', 'nothing', ''])
        expect([path, area, await status(`${october}${path}?area=${area}`, 'sven')]).toEqual([path, area, 404])
      for (const who of ['dora', 'anna', 'vera', 'adam'])
        expect([path, who, await status(`${october}${path}?area=town`, who)]).toEqual([path, who, 404])
    }
    for (const who of ['sven', 'dora']) expect(await status(`${october}/published?area=town`, who)).toBe(404)
    for (const month of ['2026-12', 'october']) expect(await status(`/reports/${month}?area=town`, 'sven')).toBe(404)
  })

  test('on paper has the same figures, the places, the waits, and room for the stamp', async () => {
    const sheet = await words(`${october}/sheet?area=town`)

    expect(sheet).toContain('township town微心愿工作月报')
    expect(sheet).toContain('已兑现 9 9 9 件中 9 件')
    expect(sheet).toContain('community lvyuan 3 0 3')
    expect(sheet).toContain('从登记到首次认领 5 小时 90 小时')
    expect(sheet).toContain(zh.sheets.stamp)
    expect(sheet).toMatch(/算到账本第 \d+ 条记录/)
  })
})

describe('where one of the communities has signed', () => {
  test('its counts stay as signed and corrected, the other’s move, and the page says how many have signed', async () => {
    await sign()
    const correcting = { figure: 'published', held: '6', value: '7', reason: 'entered late' }
    const form = await (await site.get(`${october}/correct?figure=published`, 'dora')).text()
    const hidden = [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ])
    const corrected = await site.post(`${october}/correct`, 'dora', {
      step: 'sure',
      ...Object.fromEntries(hidden),
      why: 'recorded-later',
      ...correcting,
    })
    expect(corrected.status).toBe(303)
    for (const [communityId, gridId] of [
      ['hongqi', 'g1'],
      ['lvyuan', 'l1'],
    ] as const) {
      const late = lifeOf(site.store, { communityId, gridId })
      await late.post(at('2026-10-20T08:00:00'))
      await late.publish(at('2026-10-20T09:00:00'))
    }

    const { figures, signed } = await json('area=town')
    expect([figures.published, figures.asked, signed]).toEqual([7 + 4, 6 + 4, 1])
    expect(figures['published@area:hongqi']).toBe(7)
    const said = '已签字的社区：1 / 2。'
    for (const path of [`${october}?area=town`, `${october}/sheet?area=town`, october])
      expect(await words(path)).toContain(said)
    // The page above says the same of each level, and so does the month after of the month before.
    const rows = [...(await (await site.get(october, 'sven')).text()).matchAll(/<tr role="row">.*?<\/tr>/gs)]
    expect(
      rows
        .map(([row]) => wordsOf(row))
        .filter((row) => row.includes('town'))
        .join(),
    ).toContain(' 11 ')
    expect(await words('/reports/2026-11?area=town')).toMatch(/本月发布\s+0\s+11\s+比上月少 11 件/)
  })
})

test('is split by unit only where a name identifies no person, and adds up the same employer of two communities', async () => {
  const { store } = site
  await store.commit([
    store.db.insert(units).values({ id: 'water-2', communityId: 'lvyuan', name: '=Water works' }),
    store.db.insert(units).values({ id: 'school', communityId: 'hongqi', name: 'Small school' }),
  ])
  for (const [communityId, gridId, unit] of [
    ['lvyuan', 'l1', 'water-2'],
    ['hongqi', 'g1', 'school'],
    ['hongqi', 'g2', 'school'],
  ] as const) {
    const life = lifeOf(store, { communityId, gridId })
    await life.post(at('2026-10-15T08:00:00'))
    await life.publish(at('2026-10-15T09:00:00'))
    await life.claim(at('2026-10-15T10:00:00'), undefined, unit)
    await life.deliver(at('2026-10-16T09:00:00'))
  }
  for (const isSigned of [false, true]) {
    if (isSigned) await sign()
    const told = await words(`${october}?area=town`)
    expect(told).toMatch(/=Water works\s+7\s+6 \/ 7\s+6 \/ 6\s+6 \/ 6\s+0 \/ 7/)
    expect(told).toMatch(new RegExp(`${zh.areas.fewUnits}\\s+2\\s+0 / 2`))
    expect(told).toMatch(new RegExp(`${zh.review.noUnit}\\s+3\\s+3 / 3`))
    expect(told).not.toContain('Small school')
  }
})

test('a community of another zone has its own month’s end', async () => {
  const { store } = site
  await store.commit([store.db.update(areas).set({ zone: 'Asia/Urumqi' }).where(eq(areas.id, 'lvyuan'))])
  for (const [communityId, gridId] of [
    ['hongqi', 'g1'],
    ['lvyuan', 'l1'],
  ] as const) {
    const life = lifeOf(store, { communityId, gridId })
    // One in the morning of the 1st of November in Shanghai, eleven in the evening of the 31st in Urumqi.
    await life.post(at('2026-11-01T00:30:00'))
    await life.publish(at('2026-11-01T01:00:00'))
    await life.claim(at('2026-11-03T00:30:00'))
  }
  const { figures } = await json('area=town')

  expect([figures.published, figures['published@area:lvyuan']]).toEqual([10, 4])
  // 1 2 3 4 5 6 48 70 80 90: the wait of the one that was published that night is among them.
  expect([figures['to-claim.median'], figures['to-claim.slowest']]).toEqual([5 * 3600, 80 * 3600])
})

test('the reasons of endings are listed in public words only', async () => {
  const life = lifeOf(site.store)
  await life.post(at('2026-10-20T08:00:00'))
  await life.publish(at('2026-10-20T09:00:00'))
  await life.withdraw(at('2026-10-21T09:00:00'), 'deceased')
  for (const isSigned of [false, true]) {
    if (isSigned) await sign()
    const { figures } = await json('area=town')
    expect([figures['closed@reason:withdrawn'], figures['closed@reason:deceased']]).toEqual([1, undefined])
    expect(await words(`${october}?area=town`)).not.toContain(zh.words.withdrawReason.deceased)
  }
})

test('no page of an area walks through a table that grows', async () => {
  await sign()
  site.prepared.clear()
  for (const path of ['?area=town', '/sheet?area=town', '/figures.csv?area=town', ''])
    expect(await status(`${october}${path}`, 'sven')).toBe(200)
  const isScan = (step: string) => /^SCAN (wishes|claims|events|months|month_corrections|people|units)\b/.test(step)

  expect([...site.prepared].flatMap((statement) => site.planOf(statement).filter(isScan))).toEqual([])
})
