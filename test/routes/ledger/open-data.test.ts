import { eq } from 'drizzle-orm'
import Papa from 'papaparse'
import readXlsxFile from 'read-excel-file/universal'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people, volunteers } from '#db/schema/tables.ts'
import { unzip } from '#files/unzip.ts'
import { writeXlsx } from '#files/write-xlsx.ts'
import { type MonthSite, monthSite } from '#test/routes/months/month-site.ts'
import { lifeOf } from '#test/support/month/month.ts'
import { at } from '#test/support/month/month-place.ts'
import { zh } from '#text/zh.ts'
import { columns } from '#views/ledger/ledger-columns.ts'

let site: MonthSite
beforeAll(async () => {
  site = await monthSite()
  const file = { id: 'open-file', personId: 'open', communityId: 'hongqi', strengths: [], freeTimes: [] }
  const enrolled = { ...file, state: 'active' as const, createdAt: at('2026-10-01T10:00:00') }
  await site.store.commit([site.store.db.insert(volunteers).values(enrolled)])
  const done = lifeOf(site.store)
  await done.post(at('2026-11-02T08:00:00'))
  await done.publish(at('2026-11-02T09:00:00'))
  await done.claim(at('2026-11-03T09:00:00'), 'open', 'water')
  await done.deliver(at('2026-11-05T09:00:05'))
  await done.call(at('2026-11-05T09:20:00'))
  const odd = lifeOf(site.store, { publicText: '=1+1 & <b>"\u0001', itemId: null })
  await odd.post(at('2026-11-03T08:00:00'))
  await odd.publish(at('2026-11-03T09:00:00'))
  await odd.claim(at('2026-11-03T10:00:00'), 'vera', 'water')
  await odd.deliver(at('2026-11-06T09:00:00'))
  await odd.call(at('2026-11-06T10:00:00'))
  const gone = lifeOf(site.store)
  await gone.post(at('2026-11-03T08:00:00'))
  await gone.publish(at('2026-11-03T09:30:00'))
  await gone.withdraw(at('2026-11-04T09:00:00'), 'deceased')
  const unseen = lifeOf(site.store)
  await unseen.post(at('2026-11-03T08:00:00'))
})
afterAll(() => site.store.close())

const base = '/c/hongqi/ledger/2026-11'
const feed = '/c/hongqi/fulfilments.atom'
const page = async (path: string) => (await site.get(path)).text()
const json = async (path = `${base}.json`) => JSON.parse(await page(path))
const csv = async () => Papa.parse<string[]>((await page(`${base}.csv`)).slice(1), { skipEmptyLines: true }).data
const bytes = async () => new Uint8Array(await (await site.get(`${base}.xlsx`)).arrayBuffer())
const sheets = async () => readXlsxFile((await bytes()).buffer)

/** Where a column of that key stands in the files. */
const place = (key: string) => columns.findIndex((column) => column.key === key)

describe('page, CSV, JSON and spreadsheet', () => {
  test('have the same wishes, the page with the newest first', async () => {
    const onPage = [...(await page(base)).matchAll(/href="\/wishes\/([\d-]+)"/g)].map(([, code]) => code)
    const inCsv = (await csv()).slice(1).map(([code]) => code)
    const inJson = (await json()).wishes.map(({ code }: { code: string }) => code)
    const inSheet = (await sheets())[0]?.data.slice(1).map(([code]) => code)

    expect(onPage).toHaveLength(3)
    const oldestFirst = onPage.toReversed()
    expect([inCsv, inJson, inSheet]).toEqual([oldestFirst, oldestFirst, oldestFirst])
  })

  test('say the same of each wish, cell by cell', async () => {
    const [, ...told] = await csv()
    const [, ...kept] = (await sheets())[0]?.data ?? []
    const { wishes } = await json()
    // A spreadsheet's time is a fraction of a day, exact to far less than a second.
    const local = (value: unknown) =>
      value instanceof Date
        ? new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 16).replace('T', ' ')
        : value

    for (const [n, row] of told.entries())
      for (const [m, { key, kind }] of columns.entries()) {
        const [cell, other, fact] = [row[m] ?? '', kept[n]?.[m] ?? null, wishes[n][key]]
        if (kind === 'hours') expect([key, other, cell]).toEqual([key, fact, String(fact ?? '')])
        else if (kind === 'time') {
          expect([key, local(other) ?? '']).toEqual([key, cell])
          expect([key, fact?.slice(0, 16).replace('T', ' ') ?? '']).toEqual([key, cell])
        } else if (kind === 'day') expect([fact ?? '', String(local(other) ?? '').slice(0, 10)]).toEqual([cell, cell])
        else if (kind === 'number') expect([String(other), String(fact)]).toEqual([cell, cell])
        else expect([key, other ?? '']).toEqual([key, cell.replace(/^'/, '').replace('\u0001', '')])
      }
  })

  test('tell nothing of a resident, nothing of who has not agreed, and no reason', async () => {
    const files = await unzip(await bytes(), () => true, 1_000_000)
    if (!files.ok) throw new Error(files.why)
    const sheet = [...files.files.values()].map((file) => new TextDecoder().decode(file)).join('\n')

    for (const text of [sheet, await page(`${base}.json`), await page(feed)]) {
      expect(text).toContain('=Water works')
      expect(text).not.toMatch(/Name-of-(vera|poster|dora|anna)|Secret-Resident|19911112222|501|deceased/)
    }
    expect(sheet).toContain('Name-of-open')
    expect(await page(feed)).not.toMatch(/Name-of-|80\+/)
  })

  test('tell no age: in a grid there may be one of that age', async () => {
    const files = [`${base}.json`, `${base}.csv`, feed, base].map(page)
    expect((await Promise.all(files)).join()).not.toMatch(/80 岁|80\+|八旬|ageBand|年龄/)
    expect(columns.map(({ key }) => key)).not.toContain('ageBand')
  })

  test('and the page of a case that is over, to which the ledger leads, tells none either', async () => {
    const two = await monthSite()
    const [open, over] = [lifeOf(two.store), lifeOf(two.store)]
    for (const life of [open, over]) {
      await life.post(at('2026-11-02T08:00:00'))
      await life.publish(at('2026-11-02T09:00:00'))
    }
    await over.claim(at('2026-11-03T09:00:00'), 'open', 'water')
    const told = await Promise.all([open, over].map(async ({ code }) => (await two.get(`/wishes/${code}`)).text()))
    two.store.close()

    expect(told.map((html) => html.includes(zh.words.elder['80+']))).toEqual([true, false])
  })

  test.each(['2026-12', '2026-13', '1999-12'])('there is no month %s', async (month) => {
    for (const kind of ['csv', 'json', 'xlsx'])
      expect((await site.get(`/c/hongqi/ledger/${month}.${kind}`)).status).toBe(404)
  })

  test('of an unknown community, or of none where there are several, are not found', async () => {
    for (const path of ['/c/nowhere/ledger/2026-11.json', '/c/nowhere/fulfilments.atom', '/ledger/2026-11.xlsx'])
      expect([path, (await site.get(path)).status]).toEqual([path, 404])
    expect((await site.get('/fulfilments.atom')).status).toBe(404)
  })
})

test('each line of the CSV says of which month it is, up to which event and when it was made', async () => {
  const [head = [], ...rows] = await csv()
  const [{ pos }] = site.store.raw.prepare('select max(pos) as pos from events').all() as [{ pos: number }]

  expect(head.slice(-3)).toEqual([zh.ledger.monthOf, zh.ledger.lastEvent, zh.ledger.madeAt])
  expect(head.filter((name) => name.endsWith('（小时）'))).toHaveLength(3)
  for (const row of rows) expect(row.slice(-3)).toEqual(['2026-11', `${pos}`, '2026-11-07 12:00'])
})

describe('the data', () => {
  test('says which month, up to which event and when it was made, and where the definitions are', async () => {
    const { wishes: _, ...about } = await json()
    const [{ pos }] = site.store.raw.prepare('select max(pos) as pos from events').all() as [{ pos: number }]

    expect(about).toEqual({
      community: { slug: 'hongqi', name: 'community hongqi' },
      month: '2026-11',
      isRunning: true,
      zone: 'Asia/Shanghai',
      lastEvent: pos,
      madeAt: '2026-11-07T12:00:00+08:00',
      page: 'http://wish.example.cn/c/hongqi/ledger/2026-11',
      definitions: 'http://wish.example.cn/c/hongqi/rules',
    })
    expect((await site.get('/c/hongqi/rules')).status).toBe(200)
  })

  test('has codes, numbers and times with their zone, the same in each language', async () => {
    const [first, second, third] = (await json()).wishes

    expect(first).toMatchObject({
      ...{ item: 'milk', title: null, category: 'goods', state: 'fulfilled', urgency: 'yellow', grid: 'grid g1' },
      ...{ publishedAt: '2026-11-02T09:00:00+08:00', deliveredAt: '2026-11-05T09:00:05+08:00' },
      ...{ hoursToClaim: 24, hoursToDelivery: 48, hoursToConfirmation: 0 },
      ...{ volunteer: 'Name-of-open', unit: '=Water works', handedBack: 0, reopened: 0, endedAt: null },
    })
    expect(first.promisedFor).toMatch(/^2026-11-\d\d$/)
    expect(second).toMatchObject({ item: null, volunteer: null })
    expect(third).toMatchObject({ state: 'withdrawn', endedAt: '2026-11-04T09:00:00+08:00', deliveredAt: null })
    expect(JSON.parse(await (await site.get(`${base}.json`, undefined, 'en')).text()).wishes[0]).toEqual(first)
  })

  test('may be read by the pages of other sites, which may ask whether anything has changed', async () => {
    const origin = 'https://elsewhere.example'
    for (const path of [`${base}.json`, feed]) {
      const asking = {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'if-none-match',
      }
      const may = await site.app.request(path, { method: 'OPTIONS', headers: asking })
      expect([path, may.status, may.headers.get('access-control-allow-origin')]).toEqual([path, 204, '*'])
      expect(may.headers.get('access-control-allow-headers')).toBe('if-none-match')
      expect(may.headers.get('access-control-allow-methods')).toBe('GET, HEAD')

      const first = await site.app.request(path, { headers: { origin } })
      expect(first.headers.get('access-control-allow-origin')).toBe('*')
      expect(first.headers.get('access-control-expose-headers')).toBe('etag')
      const mark = first.headers.get('etag') ?? ''
      const again = await site.app.request(path, { headers: { origin, 'if-none-match': mark } })
      expect([again.status, again.headers.get('access-control-allow-origin')]).toEqual([304, '*'])
      const head = await site.app.request(path, { method: 'HEAD', headers: { origin } })
      expect([head.status, head.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    }
  })

  test('is all that other sites may ask for', async () => {
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' }
    for (const path of ['/login', '/wishes/1000-0007/claim', '/mine', `${base}.csv`]) {
      const answer = await site.app.request(path, { method: 'OPTIONS', headers })
      expect([path, answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([path, 404, null])
    }
  })
})

describe('the spreadsheet', () => {
  test('is a page named after the month, its head in sight, and a page about it', async () => {
    const read = await sheets()
    const files = await unzip(await bytes(), (path) => path.endsWith('sheet1.xml'), 1_000_000)
    const first = files.ok ? new TextDecoder().decode([...files.files.values()][0]) : ''

    expect(read.map(({ sheet }) => sheet)).toEqual(['2026-11', zh.ledger.aboutSheet])
    expect(first).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(first.match(/<col /g)).toHaveLength(columns.length)
    expect(read[1]?.data.flat()).toContain('2026-11')
  })

  test('prints across, as wide as the paper, with its head on each page, and each column can be filtered', async () => {
    const files = await unzip(await bytes(), () => true, 1_000_000)
    const of = (path: string) => new TextDecoder().decode(files.ok ? files.files.get(path) : undefined)

    for (const n of [1, 2]) {
      const xml = of(`xl/worksheets/sheet${n}.xml`)
      expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
      expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
    }
    expect(of('xl/worksheets/sheet1.xml')).toContain(`<autoFilter ref="A1:V4"/>`)
    expect(of('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">&apos;2026-11&apos;!$1:$1</definedName>`,
    )
  })

  test('keeps as typed what Excel would read as a sign by its number', async () => {
    const row = [{ kind: 'text', text: 'lamp _x0041_ and _x00e9_, a_b_x_' }] as const
    const made = await writeXlsx([{ name: 'a', columns: [{ head: '_xABCD_', width: 9 }], rows: [row] }])
    const files = await unzip(made, (path) => path.endsWith('sheet1.xml'), 100_000)
    const xml = files.ok ? new TextDecoder().decode([...files.files.values()][0]) : ''

    expect(xml).toContain('lamp _x005F_x0041_ and _x005F_x00e9_, a_b_x_')
    expect(xml).toContain('>_x005F_xABCD_<')
  })

  test('has numbers and times to calculate with, and no formula', async () => {
    const [, row, odd] = (await sheets())[0]?.data ?? []
    const files = await unzip(await bytes(), (path) => path.includes('/sheet'), 1_000_000)
    const xml = files.ok ? [...files.files.values()].map((file) => new TextDecoder().decode(file)).join('') : '<f>'

    expect(row?.[place('publishedAt')]).toEqual(new Date('2026-11-02T09:00:00Z'))
    expect(row?.[place('quantity')]).toEqual(expect.any(Number))
    expect(odd?.[place('item')]).toBe('=1+1 & <b>"')
    expect(xml).not.toMatch(/<f[ >]/)
  })

  test('has a name in ASCII and its own type', async () => {
    const { headers } = await site.get(`${base}.xlsx`)
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="ledger-hongqi-2026-11-r14-20261107-1200.xlsx"',
    )
    expect(headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  })
})

describe('the feed', () => {
  test('has the confirmed wishes, newest first, each under its address and with the time of its confirmation', async () => {
    const xml = await page(feed)
    const entries = xml.split('<entry>').slice(1)
    const codes = [...xml.matchAll(/<id>http:\/\/wish\.example\.cn\/wishes\/([\d-]+)<\/id>/g)].map(([, code]) => code)

    expect(entries).toHaveLength(2)
    expect(new Set(codes).size).toBe(2)
    expect(entries[0]).toContain('<updated>2026-11-06T10:00:00+08:00</updated>')
    expect(entries[0]).toContain('=1+1 &amp; &lt;b&gt;&quot; ')
    expect(entries[1]).toContain('<published>2026-11-02T09:00:00+08:00</published>')
    expect(xml).toContain(`<title>${zh.ledger.feedTitle('community hongqi')}</title>`)
    expect(xml).not.toMatch(/[^\P{Cc}\n]/u)
  })

  test('has what RFC 4287 asks of a feed and of each entry, once', async () => {
    const [about = '', ...entries] = (await page(feed)).split('<entry>')
    for (const name of ['id', 'title', 'updated', 'author']) expect(about.split(`<${name}>`)).toHaveLength(2)
    expect(about).toContain('rel="self"')
    for (const entry of entries)
      for (const name of ['id', 'title', 'updated', 'summary']) expect(entry.split(`<${name}>`)).toHaveLength(2)
  })

  test('is Chinese for every reader, and empty but valid where nothing is fulfilled', async () => {
    expect(await (await site.get(feed, undefined, 'en')).text()).toBe(await page(feed))
    expect(await page('/c/lvyuan/fulfilments.atom')).toContain('<updated>2026-11-07T12:00:00+08:00</updated>')
  })

  test('is found from the ledger’s page', async () => {
    const html = await page(base)
    expect(html).toMatch(/<link rel="alternate" type="application\/atom\+xml" href="\/c\/hongqi\/fulfilments\.atom"/)
    for (const file of [feed, `${base}.csv`, `${base}.json`, `${base}.xlsx`]) expect(html).toContain(`href="${file}"`)
  })

  test('ends with the newest fifty', async () => {
    const busy = await monthSite()
    for (let n = 0; n < 53; n++) {
      const life = lifeOf(busy.store)
      await life.post(at('2026-11-02T08:00:00'))
      await life.publish(at('2026-11-02T09:00:00'))
      await life.claim(at('2026-11-02T10:00:00'), 'open', null)
      await life.deliver(at('2026-11-02T11:00:00'))
      await life.call(at(`2026-11-03T09:00:${String(n).padStart(2, '0')}`))
    }
    const xml = await (await busy.get(feed)).text()
    expect(xml.match(/<entry>/g)).toHaveLength(50)
    expect(xml).not.toContain('09:00:02+')
    expect(xml).toContain('09:00:03+')
    busy.store.close()
  })
})

describe.each([`${base}.json`, `${base}.xlsx`, `${base}.csv`, feed])('%s, asked again', (path) => {
  const ask = async (tag: string) => site.app.request(path, { headers: { 'if-none-match': tag } })

  test('is not sent again while nothing has changed, also later', async () => {
    const tag = (await site.get(path)).headers.get('etag') ?? ''
    site.clock.now = at('2026-11-07T13:00:00')
    const again = await ask(`"other", ${tag}`)
    site.clock.now = at('2026-11-07T12:00:00')

    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
    expect((await ask('W/"1-zh-0"')).status).toBe(200)
  })

  test('is another one in another language, after another event, and after a name is withdrawn', async () => {
    const tagOf = async (lang?: 'en') => (await site.get(path, undefined, lang)).headers.get('etag')
    const before = await tagOf()
    expect(await tagOf('en')).not.toBe(before)

    const set = async (nameIsPublic: boolean) => {
      const change = site.store.db.update(people).set({ nameIsPublic }).where(eq(people.id, 'open'))
      await site.store.commit([change])
    }
    if (path !== feed) {
      await set(false)
      expect(await tagOf()).not.toBe(before)
      await set(true)
      expect(await tagOf()).toBe(before)
    }
    await lifeOf(site.store).post(at('2026-11-06T08:00:00'))
    expect(await tagOf()).not.toBe(before)
  })

  test('answers HEAD like GET, without the body', async () => {
    const [head, get] = [await site.app.request(path, { method: 'HEAD' }), await site.app.request(path)]
    expect([head.status, await head.text()]).toEqual([200, ''])
    for (const name of ['content-type', 'etag']) expect(head.headers.get(name)).toBe(get.headers.get(name))
  })
})
