import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MonthSite, monthSite, wordsOf } from '#test/routes/months/month-site.ts'
import { lifeOf } from '#test/support/month/month.ts'
import { at } from '#test/support/month/month-place.ts'

let site: MonthSite
beforeAll(async () => {
  site = await monthSite()
  const lived = lifeOf(site.store)
  await lived.post(at('2026-11-02T08:00:00'))
  await lived.publish(at('2026-11-02T09:00:00'))
  await lived.claim(at('2026-11-02T12:00:00'), 'vera', 'water')
  await lived.release(at('2026-11-02T13:00:00'))
  await lived.claim(at('2026-11-03T09:00:00'), 'open', 'water')
  await lived.deliver(at('2026-11-05T09:00:00'))
  await lived.call(at('2026-11-05T09:20:00'))
  const hidden = lifeOf(site.store, { publicText: '=HYPERLINK("http://x")', itemId: null })
  await hidden.post(at('2026-11-03T08:00:00'))
  await hidden.publish(at('2026-11-03T09:00:00'))
  await hidden.claim(at('2026-11-03T10:00:00'), 'vera', 'water')
  const gone = lifeOf(site.store)
  await gone.post(at('2026-11-03T08:00:00'))
  await gone.publish(at('2026-11-03T09:30:00'))
  await gone.withdraw(at('2026-11-04T09:00:00'), 'deceased')
  const unseen = lifeOf(site.store)
  await unseen.post(at('2026-11-03T08:00:00'))
  for (const when of ['2026-10-31T23:59:59', '2026-11-01T00:00:00']) {
    const edge = lifeOf(site.store)
    await edge.post(at('2026-10-01T08:00:00'))
    await edge.publish(at(when))
  }
})
afterAll(() => site.store.close())

const page = async (path: string, who?: string, lang?: 'en') => (await site.get(path, who, lang)).text()

const codesIn = (html: string) =>
  [...html.matchAll(/<li><p><span><a href="\/wishes\/([\d-]+)"/g)].map(([, code]) => code)

describe('the ledger', () => {
  test('of the current month is found at the community’s address and at the month’s own', async () => {
    for (const path of ['/c/hongqi/ledger', '/c/hongqi/ledger/2026-11'])
      expect(wordsOf(await page(path))).toContain('11月发布的 4 个里已兑现 1 个。')
  })

  test('opens each of its headline’s numbers, and a part that nothing is in is not offered', async () => {
    const base = '/c/hongqi/ledger/2026-11'
    const all = await page(base)
    expect(codesIn(all)).toHaveLength(4)
    for (const [part, count] of [
      ['fulfilled', 1],
      ['done', 2],
      ['underway', 2],
      ['overdue', 1],
    ] as const) {
      expect(all).toMatch(new RegExp(`href="${base}\\?only=${part}"[^>]*>[^<]*<span class="number"> ${count}<`))
      expect([part, codesIn(await page(`${base}?only=${part}`)).length]).toEqual([part, count])
    }
    expect(await page('/c/hongqi/ledger/2026-10')).not.toContain('only=overdue')
  })

  test('begins with one sum of all that was published, and the newest first', async () => {
    const html = await page('/c/hongqi/ledger/2026-11')
    expect(wordsOf(html)).toContain('4 发布 = 1 兑现 + 1 有人在办 + 1 等人认领 + 1 撤回或转介')
    expect(wordsOf(html)).toMatch(/已撤回 grid.*超期1天 grid.*3天送到 grid.*待认领 grid/)
  })

  test('says on each row whether it came in time, and where by which unit', async () => {
    const words = wordsOf(await page('/c/hongqi/ledger/2026-11'))
    expect(words).toContain('3天送到 grid g1 · =Water works · Name-of-open')
    expect(words).toContain('超期1天 grid g1 · =Water works')
  })

  test('shows a wish that was given back claim by claim, each unit with its own days only', async () => {
    const words = wordsOf(await page('/c/hongqi/ledger/2026-11'))
    expect(words).toContain('第1次：11月2日认领，11月2日交还')
    expect(words).toContain('第2次：11月3日由=Water works认领，11月5日送到')
  })

  test('begins and ends at the community’s midnight', async () => {
    expect(wordsOf(await page('/c/hongqi/ledger/2026-10'))).toContain('10月发布的 1 个里已兑现 0 个')
  })

  test('names no one who has not agreed, and no resident', async () => {
    for (const file of ['/c/hongqi/ledger', '/c/hongqi/ledger/2026-11.csv']) {
      const text = await page(file)

      expect(text).toContain('Name-of-open')
      expect(text).not.toMatch(/Name-of-(vera|poster|dora|anna)|Secret-Resident|19911112222|501/)
    }
  })

  test('says of a withdrawn wish only that it was withdrawn', async () => {
    for (const file of ['/c/hongqi/ledger', '/c/hongqi/ledger/2026-11.csv']) {
      const text = await page(file)

      expect(text).toContain('已撤回')
      expect(text).not.toMatch(/已去世|deceased/)
    }
  })

  test.each(['2026-12', '2026-13', '2025-1', 'latest', '2026-12.csv', '1999-12'])(
    'has no month “%s”',
    async (month) => {
      expect((await site.get(`/c/hongqi/ledger/${month}`)).status).toBe(404)
    },
  )

  test('of an unknown community is not found, and without a community asks which', async () => {
    expect((await site.get('/c/nowhere/ledger')).status).toBe(404)
    expect((await site.get('/c/nowhere/ledger/2026-11.csv')).status).toBe(404)
    expect((await site.get('/ledger')).headers.get('location')).toBe('/')
  })

  test('may be cached only when no one is signed in', async () => {
    for (const path of ['/c/hongqi/ledger', '/c/hongqi/ledger/2026-11.csv']) {
      expect((await site.get(path)).headers.get('cache-control')).toBe('public, max-age=60')
      expect((await site.get(path)).headers.get('vary')).toContain('cookie')
      expect((await site.get(path, 'dora')).headers.get('cache-control')).toBe('private, no-store')
    }
  })

  test('leads back only as far as there is something, and not beyond now', async () => {
    expect(await page('/c/hongqi/ledger/2026-11')).not.toContain('/ledger/2026-12')
    expect(await page('/c/hongqi/ledger/2026-11')).toContain('href="/c/hongqi/ledger/2026-10"')
    expect(await page('/c/hongqi/ledger/2026-10')).not.toContain('/ledger/2026-09')
  })
})

describe('the ledger’s file', () => {
  const file = '/c/hongqi/ledger/2026-11.csv'

  test('opens in Excel: a BOM, CRLF, and a name in ASCII', async () => {
    const answer = await site.get(file)
    const bytes = new Uint8Array(await answer.clone().arrayBuffer())
    const text = await answer.text()

    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(text.split('\r\n')).toHaveLength(6)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="ledger-hongqi-2026-11-r18-20261107-1200.csv"',
    )
  })

  test('has no cell that a spreadsheet would run as a formula', async () => {
    const { data } = Papa.parse<string[]>((await page(file)).replace(/^\ufeff/, ''))
    const cells = data.flat()

    expect(cells).toContain(`'=HYPERLINK("http://x")`)
    expect(cells).toContain("'=Water works")
    expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
  })

  test('heads its columns in the reader’s language, and each row has a cell under each', async () => {
    const [zh, en] = [await page(file), await page(file, undefined, 'en')]
    const rows = Papa.parse<string[]>(en.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data

    expect(zh).toContain('编号,心愿,数量')
    expect(en).toContain('Code,Wish,Quantity')
    expect(new Set(rows.map((row) => row.length)).size).toBe(1)
    expect(rows).toHaveLength(5)
  })
})

test('a long month is read in pages that lose nothing and repeat nothing, and its file has all of it', async () => {
  const long = await monthSite()
  for (let n = 0; n < 620; n++) {
    const life = lifeOf(long.store)
    await life.post(at('2026-11-02T08:00:00'))
    // Many in the same second, so that the id has to break the tie.
    await life.publish(at(`2026-11-02T09:00:0${n % 3}`))
  }
  const codes: string[] = []
  let path: string | undefined = '/c/hongqi/ledger'
  let pages = 0
  for (; path; pages++) {
    const html: string = await (await long.get(path)).text()
    codes.push(...[...html.matchAll(/href="\/wishes\/([\d-]+)"/g)].map((found) => found[1] as string))
    path = /href="([^"]+)"[^>]*rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  const csv = await (await long.get('/c/hongqi/ledger/2026-11.csv')).text()

  expect(pages).toBe(16)
  expect([codes.length, new Set(codes).size]).toEqual([620, 620])
  expect(csv.trimEnd().split('\r\n')).toHaveLength(621)
  expect((await long.get('/c/hongqi/ledger?after=nonsense')).status).toBe(404)
  long.store.close()
})
