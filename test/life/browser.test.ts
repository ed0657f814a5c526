import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOfFile, desktop, isBrowserLeftOut, phone, siteOn } from '#test/support/browser/browser.ts'
import { nodeStores } from '#test/support/stores.ts'
import { community } from './cast.ts'

const monday = new Date('2026-11-02T02:00:00Z')

describe.runIf(!isBrowserLeftOut)('in a real browser', () => {
  const open = nodeStores()
  const { newPage } = browserOfFile()
  let site: Awaited<ReturnType<typeof siteOn>>
  beforeAll(async () => {
    const store = await open()
    await community(store, monday)
    site = await siteOn(store, () => monday)
  })
  afterAll(() => site.close())

  test.each([
    ['phone', phone],
    ['desk', desktop],
  ])('the first page opens on a %s without an error, a refused script or a sideways scroll', async (_name, size) => {
    const page = await newPage(size)

    const answer = await page.goto(site.url, { waitUntil: 'networkidle' })

    expect(answer?.status()).toBe(200)
    expect(page.faults).toEqual([])
    expect(await page.evaluate(() => 'htmx' in window)).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).not.toBe('')
  })
})
