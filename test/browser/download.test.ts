import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOfFile, desktop, isBrowserLeftOut, phone } from '#test/support/browser/browser.ts'
import { type DemoSite, demoSite } from '#test/support/demo-site.ts'
import { zh } from '#text/zh.ts'

describe.runIf(!isBrowserLeftOut)('a file of a month', () => {
  const { newPage } = browserOfFile()
  let site: DemoSite
  beforeAll(async () => {
    site = await demoSite()
  })
  afterAll(() => site.closeAll())

  test.each([
    ['with scripts, counted on the button', desktop, true],
    ['without scripts', { ...phone, javaScriptEnabled: false }, false],
  ])('arrives %s', async (_how, options, hasScripts) => {
    const page = await newPage(options)
    await page.goto(`${site.url}/ledger/2026-11`)
    const link = page.getByRole('link', { name: zh.ledger.downloadSheet })
    const saved = page.waitForEvent('download')
    if (hasScripts)
      await page.evaluate(() => {
        const said: string[] = []
        Object.assign(window, { said })
        const word = document.querySelector('a[data-arrived] [data-words]') as Element
        new MutationObserver(() => said.push(word.textContent ?? '')).observe(word, { childList: true })
      })
    await link.click()
    const file = await saved

    expect(file.suggestedFilename()).toMatch(/^ledger.*\.xlsx$/)
    expect(await file.failure()).toBeNull()
    if (!hasScripts) return
    await page.waitForSelector('a[data-arrived]:not([aria-busy])')
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)
    expect(said[0]).toBe(zh.site.making)
    expect(said.at(-2)).toMatch(/[1-9]\d* kB/)
    expect(said.at(-1)).toBe(zh.ledger.downloadSheet)
    expect(page.faults).toEqual([])
  })

  test('whose page is left while it is made can be asked for again', async () => {
    const page = await newPage(desktop)
    const file = '**/ledger/2026-11.xlsx'
    await page.route(file, () => {})
    await page.goto(`${site.url}/ledger/2026-11`)
    const word = page.locator('a[data-arrived] [data-words]').first()
    await word.click()
    expect(await word.textContent()).toBe(zh.site.making)

    await page.goto(`${site.url}/rules`)
    await page.unroute(file)
    await page.goto(`${site.url}/ledger/2026-11`)
    expect(await word.textContent()).toBe(zh.site.again)

    const saved = page.waitForEvent('download')
    await word.click()
    expect(await (await saved).failure()).toBeNull()
    await page.waitForSelector('a[data-arrived]:not([aria-busy])')
    expect(await word.textContent()).toBe(zh.ledger.downloadSheet)
    await page.reload()
    expect(await word.textContent()).toBe(zh.ledger.downloadSheet)
  })
})
