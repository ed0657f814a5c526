import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#auth/hashing.ts'
import { readXlsx } from '#files/read-xlsx.ts'
import { lifeOf } from '#test/support/month/month.ts'
import { at } from '#test/support/month/month-place.ts'
import { zh } from '#text/zh.ts'
import { type MonthSite, monthSite, wordsOf } from './month-site.ts'

const october = '/reports/2026-10'
let site: MonthSite

/** Twelve wishes, ten of them fulfilled; the month is signed on the 7th and corrected three times. */
beforeAll(async () => {
  site = await monthSite()
  for (let n = 0; n < 12; n++) {
    const life = lifeOf(site.store)
    await life.post(at('2026-10-08T08:00:00'))
    await life.publish(at('2026-10-09T09:00:00'))
    await life.claim(at('2026-10-10T09:00:00'), `v${n}`, n < 6 ? 'water' : null)
    await life.deliver(at('2026-10-12T09:00:00'))
    if (n >= 2) await life.call(at('2026-10-13T09:00:00'))
  }
  const html = await (await site.get(`${october}/sign`, 'dora')).text()
  await send('sign', { mark: /name="mark" value="([^"]*)"/.exec(html)?.[1] ?? '', checked: 'yes' })
  await send('correct', { figure: 'fulfilled', held: '10', value: '11', reason: 'Reason-One' })
  await send('correct', { figure: 'fulfilled', held: '11', value: '12', reason: '=Reason-Two' })
  await send('correct', { figure: 'deliveries@unit:water', held: '6', value: '5', reason: 'Reason-Three' })
  await send('correct', { figure: 'to-call.median', held: '86400', value: '23', reason: 'Reason-Four' })
})
afterAll(() => site.store.close())

async function send(what: 'sign' | 'correct', fields: Readonly<Record<string, string>>) {
  const { status } = await site.post(`${october}/${what}`, 'dora', {
    key: newId(),
    step: 'sure',
    why: 'recorded-later',
    ...fields,
  })
  expect([what, status]).toEqual([what, 303])
}
const file = (kind: string, who: string) => site.get(`${october}/figures.${kind}?c=hongqi`, who)
const csvOf = async (who: string) =>
  Papa.parse<string[]>((await (await file('csv', who)).text()).replace(/^\ufeff/, '').trim()).data
async function pagesOf(who: string) {
  const read = await readXlsx(new Uint8Array(await (await file('xlsx', who)).arrayBuffer()))
  return read.ok ? read.sheets : []
}
const jsonOf = async (who: string) => JSON.parse(await (await file('json', who)).text())

test('the JSON lists every correction with the value before and after, its day and why', async () => {
  const { figures, corrections } = await jsonOf('dora')

  expect(figures.fulfilled).toBe(10)
  const day = '2026-11-07T12:00:00+08:00'
  expect(corrections.slice(1)).toEqual([
    { figure: 'fulfilled', old: 10, new: 11, at: day, publicReason: 'recorded-later', reason: 'Reason-One' },
    { figure: 'fulfilled', old: 11, new: 12, at: day, publicReason: 'recorded-later', reason: '=Reason-Two' },
    {
      figure: 'to-call.median',
      old: 86400,
      new: 82800,
      at: day,
      publicReason: 'recorded-later',
      reason: 'Reason-Four',
    },
  ])
  expect(corrections[0]).toMatchObject({ figure: 'deliveries@unit:water', old: 6, new: 5 })
})

test('the workbook has a page of them, and CSV a cell next to each figure', async () => {
  const [, , page] = await pagesOf('dora')
  const told = page?.rows.slice(1).map((row) => [row[0], row[1], row[2], row[3], row[5]])
  const cell = (await csvOf('dora')).find((row) => row[7] === 'fulfilled')?.[8]

  expect(page?.name).toBe(zh.months.official.corrections)
  expect(told).toContainEqual(['已兑现', '全社区', '11', '12', '=Reason-Two'])
  expect(told).toContainEqual(['本月送达', '=Water works', '6', '5', 'Reason-Three'])
  expect(told).toContainEqual(['送达到回访的中位用时', '全社区', '24', '23', 'Reason-Four'])
  expect(cell).toBe('2026-11-07 12:00 10→11 Reason-One; 2026-11-07 12:00 11→12 =Reason-Two')
})

test('supervisors get the same without any typed words', async () => {
  const bodies = [JSON.stringify(await jsonOf('sven')), JSON.stringify(await csvOf('sven'))]
  bodies.push(JSON.stringify(await pagesOf('sven')))

  for (const body of bodies) expect(body).not.toMatch(/Reason-|Name-of/)
  expect((await jsonOf('sven')).corrections).toHaveLength(4)
  expect((await csvOf('sven')).find((row) => row[7] === 'fulfilled')?.[8]).toContain('10→11; ')
})

test('the public notice and the letter say day, figure, old and new, and the public reason of the figures they show', async () => {
  const why = '当时已办，签字以后才补录'
  const notice = wordsOf(await (await site.get('/c/hongqi/bulletins/2026-10')).text())
  const letter = wordsOf(await (await site.get(`${october}/units/water`, 'dora')).text())

  expect(notice).toContain(
    `签字以后的更正：11月7日，已兑现由 10 更正为 11（${why}）；11月7日，已兑现由 11 更正为 12（${why}）。`,
  )
  expect(letter).toContain(`签字以后的更正：11月7日，=Water works的本月送达由 6 更正为 5（${why}）。`)
  expect(notice).not.toMatch(/Reason-|Name-of|Water/)
  expect(letter).not.toMatch(/Reason-/)
})

test('a figure of a part that was 0 when the month was signed has its line once it was corrected', async () => {
  await send('correct', { figure: 'published', held: '12', value: '13', reason: 'x' })
  await send('correct', { figure: 'published@source:phone', held: '0', value: '1', reason: 'x' })
  const line = (await csvOf('dora')).find((row) => row[7] === 'published@source:phone')

  expect(line?.slice(0, 3)).toEqual(['本月发布', zh.words.source.phone, '0'])
  expect([line?.[6], line?.[8]]).toEqual(['1', '2026-11-07 12:00 0→1 x'])
  expect((await jsonOf('dora')).figures).not.toHaveProperty('published@source:phone')
})

test('the ledger’s page says by which office the month was signed, when, with what, and what was corrected since and why', async () => {
  const ledger = wordsOf(await (await site.get('/c/hongqi/ledger/2026-10')).text())

  expect(ledger).toContain('community hongqi党支部书记于11月7日签字：发布 12 个，已兑现 10 个。')
  expect(ledger).toContain('已兑现由 10 更正为 11（当时已办，签字以后才补录）')
  expect(ledger).not.toMatch(/Reason-|Name-of-dora/)
  expect(wordsOf(await (await site.get('/c/hongqi/ledger/2026-11')).text())).not.toContain('党支部书记')
})

test('a correction without a public reason is asked for one, with everything as typed', async () => {
  const typed = { key: newId(), figure: 'published', held: '12', value: '14', reason: 'Typed-Words' }
  const answer = await site.post(`${october}/correct`, 'dora', typed)
  const html = await answer.text()

  expect(answer.status).toBe(422)
  expect(html).toContain(zh.months.correct.faults.why)
  expect(html).toContain('Typed-Words')
})
