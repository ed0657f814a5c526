import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOfFile, isBrowserLeftOut, phone } from '#test/support/browser/browser.ts'
import { type DemoSite, demoSite } from '#test/support/demo-site.ts'
import { csv, headings } from '#test/support/lists/imports.ts'
import { zh } from '#text/zh.ts'

const words = zh.imports
const name = (n: number) => `长${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${'子丑寅卯辰巳'[Math.floor(n / 10)]}`
const lines = Array.from({ length: 60 }, (_, n) => `${name(n)},第一网格,${n + 1}号楼9单元901,,烧水壶,1,90`)

describe.runIf(!isBrowserLeftOut)('a list of sixty', () => {
  const { newPage } = browserOfFile()
  let site: DemoSite
  beforeAll(async () => {
    site = await demoSite()
  })
  afterAll(() => site.closeAll())

  test('has models to work from, which the page gives to take along', async () => {
    const page = await newPage(phone)
    await site.become(page.context(), 'secretary')
    await page.goto(`${site.url}/import`)
    for (const [file, label] of Object.entries(words.sample)) {
      const saved = page.waitForEvent('download')
      await page.getByRole('link', { name: label, exact: true }).tap()
      const download = await saved

      expect(download.suggestedFilename()).toBe(file)
      expect(await download.failure()).toBeNull()
    }
  })

  test('is counted while it goes in, and ends at its result by itself', async () => {
    const page = await newPage(phone)
    await site.become(page.context(), 'secretary')
    await page.goto(`${site.url}/import`)
    const buffer = Buffer.from(csv(headings, ...lines))
    await page.setInputFiles('input[type=file]', { name: 'list.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: words.upload }).tap()
    const counts: string[] = []
    page.on('response', async (answer) => {
      if (answer.url().endsWith('/next')) counts.push((await answer.text()).match(/value="(\d+)"/)?.[1] ?? 'done')
    })

    await page.getByRole('button', { name: words.preview.takeNeeds(60) }).tap()
    await page.getByRole('heading', { name: words.done.title }).waitFor()

    expect(counts).toEqual(['25', '50', 'done'])
    expect(page.faults).toEqual([])
  })
})
