import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOfFile, isBrowserLeftOut } from '#test/support/browser/browser.ts'
import { type DemoSite, demoSite, type Reader } from '#test/support/demo-site.ts'

/** How far a thumb has to go: the height of a page of the demo on a phone of 390 pixels. */
describe.runIf(!isBrowserLeftOut)('on a phone', () => {
  const { newPage } = browserOfFile()
  let site: DemoSite
  beforeAll(async () => {
    site = await demoSite()
  })
  afterAll(() => site.closeAll())

  const heightOf = (page: Awaited<ReturnType<typeof newPage>>) =>
    page.evaluate(() => document.documentElement.scrollHeight)

  test.each<readonly [string, string, Reader, number]>([
    ['the board', '/', 'anyone', 3000],
    ['a volunteer’s board', '/', 'secondVolunteer', 3000],
    ['the ledger', '/ledger', 'anyone', 4000],
    ['a volunteer’s own page', '/mine', 'volunteer', 3000],
    ['the month that is over', '/reports', 'secretary', 3500],
    ['the running month', '/reports/2026-11', 'secretary', 3500],
    ['the own page of one who has nothing in hand', '/mine', 'secondVolunteer', 3000],
    ['the secretary’s desk', '/desk', 'secretary', 2500],
    ['a grid worker’s desk', '/desk', 'gridWorker', 2500],
  ])('%s is no longer than it may be', async (_name, path, who, most) => {
    const page = await newPage()
    await site.become(page.context(), who)
    await page.goto(site.url + path)
    expect(await heightOf(page)).toBeLessThanOrEqual(most)
  })

  test('the words of a volunteer’s cards are next to the picture, on a desktop and in the elder view', async () => {
    const page = await newPage()
    const widths: number[] = []
    for (const [view, width] of [['normal', 1280] as const, ['elder', 360] as const]) {
      await page.setViewportSize({ width, height: 800 })
      await site.become(page.context(), 'secondVolunteer', { view })
      await page.goto(site.url)
      const titles = page.locator('.wish h2')
      widths.push(...(await titles.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width))))
    }
    expect(widths.length).toBeGreaterThan(2)
    expect(Math.min(...widths)).toBeGreaterThan(120)
  })

  test('a wish after its claim is no longer than two screens', async () => {
    const page = await newPage()
    await site.become(page.context(), 'secondVolunteer')
    await page.goto(`${site.url}/`)
    const claim = page.locator('form[action$="/claim"]').first()
    const address = (await claim.getAttribute('action'))?.replace('/claim', '') ?? ''
    await claim.locator('button').tap()
    await page.locator(`a[href^="${address}#"]`).waitFor()
    await page.goto(site.url + address)
    expect(await page.locator('#next').count()).toBe(1)
    expect(await heightOf(page)).toBeLessThanOrEqual(1600)
  })

  test.each([
    [390, 844],
    [360, 640],
  ])(
    'the elder view has the telephone in sight, words under icons and the title at once at %i by %i',
    async (width, height) => {
      const page = await newPage()
      await page.setViewportSize({ width, height })
      await site.become(page.context(), 'anyone', { view: 'elder' })
      await page.goto(`${site.url}/`)
      const call = page.locator('.elder-call a')
      const before = await call.boundingBox()
      await page.evaluate(() => scrollTo(0, 1500))
      expect(await call.boundingBox()).toEqual(before)
      expect(before?.width).toBeGreaterThan(width - 24)
      expect(await call.getAttribute('href')).toMatch(/^tel:/)
      expect(await page.locator('.brand b').isVisible()).toBe(true)
      for (const word of await page.locator('.bar .end .plain:visible .word').all())
        expect(await word.isVisible()).toBe(true)
      // Nothing but the demo's own line is above the title.
      const first = page.locator('main > :not(.demo)').first()
      expect(await first.evaluate((one) => one.tagName)).toBe('H1')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)

      const address = await page.locator('.wishes h2 a').first().getAttribute('href')
      await page.goto(`${site.url}${address}`)
      const [claim, steps] = [await page.locator('#claim').boundingBox(), await page.locator('.steps').boundingBox()]
      expect(claim?.y).toBeLessThan(steps?.y ?? 0)
    },
  )
})
