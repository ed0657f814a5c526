import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import Papa from 'papaparse'
import readXlsxFile from 'read-excel-file/universal'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ledgerOf } from '#db/ledger/ledger-rows.ts'
import { wishDetails, wishes } from '#db/schema/tables.ts'
import { periodOf } from '#domain/month/figures.ts'
import { type MonthSite, monthSite } from '#test/routes/months/month-site.ts'
import { lifeOf } from '#test/support/month/month.ts'
import { at } from '#test/support/month/month-place.ts'

// A month of so many wishes that no file of it is read at once.
const long = 1733
const base = '/c/hongqi/ledger/2026-11'
const kinds = ['csv', 'json', 'xlsx'] as const

let site: MonthSite
/** How many queries have read rows of the ledger. */
let read = 0
beforeAll(async () => {
  site = await monthSite()
  const life = lifeOf(site.store)
  await life.post(at('2026-11-02T08:00:00'))
  await life.publish(at('2026-11-02T09:00:00'))
  await copies(site, long - 1)
  const { db } = site.store
  const select = db.select.bind(db)
  db.select = ((fields?: object) => {
    if (fields && 'handedBack' in fields) read += 1
    return fields ? select(fields as never) : select()
  }) as typeof db.select
})
afterAll(() => site.store.close())

const codes = async () => {
  const period = periodOf('2026-11', 'Asia/Shanghai', site.clock.now)
  if (!period) throw new Error('no such month')
  const { entries } = await ledgerOf(site.store.db, 'hongqi', period, null, long + 1)
  return entries.map(({ code }) => code)
}

describe.each(kinds)('a long month as %s', (kind) => {
  test('begins to arrive before its last row is read, and is read no faster than it is taken', async () => {
    read = 0
    const answer = await site.get(`${base}.${kind}`)
    expect(read).toBe(0)
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
    expect((await reader.read()).value?.length).toBeGreaterThan(0)
    expect(read).toBeLessThan(2)

    let bytes = 0
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) bytes += piece.value.length
    expect(bytes).toBeGreaterThan(10_000)
    expect(read).toBe(Math.ceil(long / 500))
  })

  test('is not read to its end for a reader who has gone', async () => {
    read = 0
    const reader = ((await site.get(`${base}.${kind}`)).body as ReadableStream<Uint8Array>).getReader()
    await reader.read()
    await reader.cancel()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(read).toBeLessThan(2)
  })

  test('is not read at all for who has it already, and for who asks only whether it is there', async () => {
    const tag = (await site.get(`${base}.${kind}`)).headers.get('etag') ?? ''
    read = 0
    const again = await site.app.request(`${base}.${kind}`, { headers: { 'if-none-match': tag } })
    const head = await site.app.request(`${base}.${kind}`, { method: 'HEAD' })

    expect([again.status, head.status, read]).toEqual([304, 200, 0])
  })

  test('others are answered while it is made', async () => {
    let isDone = false
    const whole = site
      .get(`${base}.${kind}`)
      .then((answer) => answer.arrayBuffer())
      .then(() => {
        isDone = true
      })
    let between = 0
    while (!isDone) {
      await new Promise((resolve) => setTimeout(resolve))
      between += 1
    }
    await whole
    expect(between).toBeGreaterThan(long / 200)
  })
})

test('each file has every wish once, in the ledger’s order', async () => {
  const file = (kind: (typeof kinds)[number]) => site.get(`${base}.${kind}`)
  const [csv, json, xlsx] = await Promise.all([file('csv'), file('json'), file('xlsx')])
  const all = await codes()
  const lines = Papa.parse<string[]>(await csv.text(), { skipEmptyLines: true }).data
  const sheets = await readXlsxFile(await xlsx.arrayBuffer())

  expect(all).toHaveLength(long)
  expect(lines.slice(1).map(([code]) => code)).toEqual(all)
  expect((await json.json()).wishes.map(({ code }: { code: string }) => code)).toEqual(all)
  expect(sheets[0]?.data.slice(1).map(([code]) => code)).toEqual(all)
})

test('a month without a wish is a file of each kind as well', async () => {
  const empty = '/c/lvyuan/ledger/2026-11'
  expect((await (await site.get(`${empty}.json`)).json()).wishes).toEqual([])
  const csv = new Uint8Array(await (await site.get(`${empty}.csv`)).arrayBuffer())
  expect([...csv.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(csv)).toMatch(/^[^\r\n]+\r\n$/)
  const sheets = await readXlsxFile(await (await site.get(`${empty}.xlsx`)).arrayBuffer())
  expect(sheets[0]?.data).toHaveLength(1)
})

const hasOffice = (() => {
  try {
    return execFileSync('soffice', ['--version']).length > 0
  } catch {
    return false
  }
})()

test.runIf(hasOffice)('LibreOffice opens the spreadsheet and has every row of it', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'micro-wish-sheet-'))
  try {
    const file = join(folder, 'month.xlsx')
    writeFileSync(file, new Uint8Array(await (await site.get(`${base}.xlsx`)).arrayBuffer()))
    const profile = `-env:UserInstallation=file://${folder}/profile`
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'csv', '--outdir', folder, file], { stdio: 'pipe' })
    const { data } = Papa.parse<string[]>(readFileSync(join(folder, 'month.csv'), 'utf8'), { skipEmptyLines: true })
    expect(data.slice(1).map(([code]) => code)).toEqual(await codes())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** So many more of the first wish, a minute apart. */
async function copies({ store }: MonthSite, count: number): Promise<void> {
  const [wish] = await store.db.select().from(wishes)
  const [details] = await store.db.select().from(wishDetails)
  if (!wish?.publishedAt || !details) throw new Error('there is no wish to copy')
  const from = wish.publishedAt.getTime()
  for (let n = 1; n <= count; n++) {
    const code = `9${String(n).padStart(3, '0').slice(0, 3)}-${String(n).padStart(4, '0')}`
    const own = { id: `copy-${n}`, code, publishedAt: new Date(from + n * 60_000) }
    await store.commit([
      store.db.insert(wishes).values({ ...wish, ...own }),
      store.db.insert(wishDetails).values({ ...details, wishId: own.id }),
    ])
  }
  await store.db.run(sql`analyze`)
}
