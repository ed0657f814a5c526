import { beforeAll, describe, expect, test } from 'vitest'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'

let app: TestApp
let sheet: { readonly records: string; readonly letters: string }
const wordsOn = (html: string) => {
  const [, records = '', letters = ''] =
    /一共有 (\d+) 条记录，校验字\s*<b[^>]*>([0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2})<\/b>/.exec(html) ?? []
  return { records, letters }
}
const check = (records: string, letters: string) =>
  app.anyone.get(`/verify?${new URLSearchParams({ records, letters })}`)

beforeAll(async () => {
  app = await testApp()
  await living(app).open()
  sheet = wordsOn((await app.anyone.get('/c/hongqi/ledger/2026-11')).html)
  await living(app).open()
})

describe('check words', () => {
  test('are at the end of what may be printed: the ledger, a month’s sheet, the bulletin, a record, a resident’s copy', async () => {
    await app.as('dora').get(`/residents/${app.residents.li}`)
    const pages = await Promise.all([
      app.anyone.get('/c/hongqi/ledger/2026-11'),
      app.anyone.get('/c/hongqi/bulletins/2026-10'),
      app.as('dora').get('/reports/2026-10/sheet'),
      app.as('eve').get('/reports/2026-10/sheet?area=beijing-road'),
      app.as('ben').get('/mine/record'),
      app.as('dora').get(`/residents/${app.residents.li}/copy`),
      app.anyone.get('/verify'),
    ])

    const today = wordsOn(pages[0]?.html ?? '')
    expect(Number(today.records)).toBeGreaterThan(Number(sheet.records))
    for (const page of pages) expect([page.status, wordsOn(page.html).letters.length]).toEqual([200, 14])
  })

  test('are on the sheet for the notice board', async () => {
    const code = await living(app).open()
    const form = await app.as('ana').get('/doors')
    const made = await app.as('ana').post('/doors/sheets', { key: form.hidden('key'), paper: 'a4', wish: code })

    expect(wordsOn((await app.as('ana').get(made.location ?? '')).html).letters).toHaveLength(14)
  })

  test('of an old sheet are found again, however they are typed, and the answer says how many came since', async () => {
    const [, now] = [sheet.records, wordsOn((await app.anyone.get('/verify')).html).records]
    const added = Number(now) - Number(sheet.records)

    for (const letters of [sheet.letters, sheet.letters.toLowerCase().replaceAll('-', ' ')]) {
      const { status, words } = await check(sheet.records, letters)
      expect(status).toBe(200)
      expect(words).toContain(
        `对得上。纸上的 ${sheet.records} 条记录今天都在账本里，一条也没有改过；后来又添了 ${added} 条。`,
      )
    }
    expect((await check(now, wordsOn((await app.anyone.get('/verify')).html).letters)).words).toContain(
      '以后还没有新的记录',
    )
  })

  test('that do not fit are said to be so, with what to compare first and whom to tell', async () => {
    const other = sheet.letters.startsWith('A') ? `B${sheet.letters.slice(1)}` : `A${sheet.letters.slice(1)}`
    const wrong = await check(sheet.records, other)
    const many = await check('99999', sheet.letters)

    expect(wrong.words).toContain(`对不上。今天账本的前 ${sheet.records} 条`)
    expect(many.words).toContain('纸上写着 99999 条，今天账本里只有')
    for (const { status, words } of [wrong, many])
      expect([status, words.includes('看有没有填错'), words.includes('告诉社区书记')]).toEqual([200, true, true])
  })

  test.each([
    ['', '', 'both'],
    ['0', 'ABCD-EFGH-JKMN', 'records'],
    ['seven', 'ABCD-EFGH-JKMN', 'records'],
    ['7', 'ABCD-EFGH', 'letters'],
    ['7', 'ABCD-EFGH-JKM！', 'letters'],
  ])('mistyped come back as they were typed: %j %j', async (records, letters, field) => {
    const { status, html, words } = await check(records, letters)

    expect(status).toBe(422)
    expect(words.includes('请填纸上的条数')).toBe(field !== 'letters')
    expect(words.includes('校验字一共十二个')).toBe(field !== 'records')
    if (letters) expect(html).toContain(`value="${letters}"`)
  })
})

test('a log that cannot grow leaves the page as it is, with the words it had', async () => {
  const own = await testApp()
  await living(own).open()
  await own.anyone.get('/verify')
  await living(own).open()
  const before = own.services.config
  Object.assign(before, { logSeed: 'a seed that has nothing to do with this log at all' })

  const { status, html } = await own.anyone.get('/c/hongqi/ledger/2026-11')
  expect([status, wordsOn(html).letters.length]).toEqual([200, 14])
})
