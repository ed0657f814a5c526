import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOfFile, isBrowserLeftOut } from '#test/support/browser/browser.ts'
import { type DemoSite, demoSite, type Reader } from '#test/support/demo-site.ts'

/** A4 without its margins, in the browser's pixels. */
const paper = { viewport: { width: 703, height: 1030 } }
const month = '2026-09'

describe.runIf(!isBrowserLeftOut)('on A4', () => {
  const { newPage } = browserOfFile()
  let site: DemoSite
  beforeAll(async () => {
    site = await demoSite()
  })
  afterAll(() => site.closeAll())

  const open = async (path: string, who: Reader) => {
    const page = await newPage(paper)
    await site.become(page.context(), who)
    expect((await page.goto(site.url + path))?.status()).toBe(200)
    await page.emulateMedia({ media: 'print' })
    return page
  }
  const sheetsOf = async (path: string, who: Reader): Promise<number> => {
    const file = await (await open(path, who)).pdf({ preferCSSPageSize: true, format: 'A4' })
    return file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  }

  test.each([
    ['the report for the file, with its stamps', `/reports/${month}/sheet`, 'secretary'],
    ['the notice', `/c/demo/bulletins/${month}`, 'anyone'],
    ['a short service record', '/mine/record', 'secondVolunteer'],
  ] as const)('%s is one sheet', async (_, path, who) => {
    expect(await sheetsOf(path, who)).toBe(1)
  })

  test('each letter to a unit is a sheet of its own', async () => {
    const page = await open(`/reports/${month}/units/all`, 'secretary')
    const letters = await page.locator('.paper').count()
    expect(letters).toBeGreaterThan(1)
    expect(await sheetsOf(`/reports/${month}/units/all`, 'secretary')).toBe(letters)
  })

  test.each([`/reports/${month}`, '/c/demo/ledger/2026-10', `/reports/${month}/sheet`])(
    '%s loses no column',
    async (path) => {
      const page = await open(path, 'secretary')
      const cut = await page.$$eval('.table, .scroll', (parts) =>
        parts.filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.textContent?.slice(0, 40)),
      )
      expect(cut).toEqual([])
    },
  )
})
