import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOfFile, desktop, isBrowserLeftOut, phone } from '#test/support/browser/browser.ts'
import { type DemoSite, demoSite } from '#test/support/demo-site.ts'
import { plantEmpty } from '#test/support/empty-place.ts'
import { type EveryPage, everyPage } from '#test/support/every-page.ts'
import { faultsOfPage } from '#test/support/look.ts'
import { makeSeveral, pagesOfSeveral } from '#test/support/several.ts'

/** The versions of a page that a reader can ask for. Each is measured on a phone and on a desk; the normal one comes first. */
const versions = [
  { name: 'normal', view: 'normal', lang: 'zh', least: 44 },
  { name: 'elder view', view: 'elder', lang: 'zh', least: 60 },
  { name: 'English', view: 'normal', lang: 'en', least: 44 },
] as const

describe.runIf(!isBrowserLeftOut)('every page', () => {
  const { newPage } = browserOfFile()
  let site: DemoSite
  let pages: readonly EveryPage[]
  let axeServer: Server
  let axeUrl: string
  beforeAll(async () => {
    site = await demoSite()
    pages = await everyPage(site)
    // From an address the browser compiles axe once; sent along with each page it would be compiled each time.
    axeServer = createServer((_request, response) => {
      response.setHeader('content-type', 'text/javascript')
      response.setHeader('cache-control', 'max-age=3600')
      response.end(axe.source)
    })
    await new Promise<void>((resolve) => axeServer.listen(0, '127.0.0.1', resolve))
    axeUrl = `http://127.0.0.1:${(axeServer.address() as AddressInfo).port}/axe.js`
  })
  afterAll(async () => {
    axeServer.close()
    await site.closeAll()
  })

  test('has nothing that axe, a thumb or a narrow screen would miss, in any view', async () => {
    expect(await faultsOn(pages)).toEqual([])
  }, 300_000)

  // Comes last: it changes the community that the others look at.
  test('has nothing of the kind either where there are several of everything', async () => {
    const inHand = await makeSeveral(site)

    expect(Object.values(inHand).every((count) => count >= 2)).toBe(true)
    expect(await faultsOn(await pagesOfSeveral(site, pages))).toEqual([])
  }, 300_000)

  test('has nothing of the kind in a community that has nothing yet', async () => {
    expect(await faultsOn(await plantEmpty(site))).toEqual([])
  }, 300_000)

  /** What is wrong with these pages, each fault with its page. One page is measured while the next one is being answered. */
  async function faultsOn(shown: readonly EveryPage[]): Promise<readonly string[]> {
    const left = [...shown].sort((a, b) => a.who.localeCompare(b.who))
    const measure = async (): Promise<readonly string[]> => {
      const page = await newPage({ ...phone, bypassCSP: true, reducedMotion: 'reduce' })
      const faults: string[] = []
      for (let next = left.shift(); next; next = left.shift()) {
        const { path, who } = next
        faults.push(...(await faultsOfAllVersions(page, next)).map((fault) => `${path} (${who}) ${fault}`))
      }
      return faults
    }
    return (await Promise.all([measure(), measure()])).flat()
  }

  async function faultsOfAllVersions(page: Page, { path, who }: EveryPage): Promise<readonly string[]> {
    const faults: string[] = []
    const audited = new Set<string>()
    for (const { name, view, lang, least } of versions) {
      await site.become(page.context(), who, { view, lang })
      const answer = await page.goto(site.url + path, { waitUntil: 'domcontentloaded' })
      const html = (await answer?.text()) ?? ''
      if (!html.startsWith('<!doctype html>')) return faults

      const expected = path === '/nowhere' || path === '/w/12345670' ? 404 : 200
      const found = answer?.status() === expected ? [] : [`answered ${answer?.status()}`]
      // The same elements need no second audit: neither the size of the letters nor the language changes what axe finds.
      const isNew = lang === 'zh' && !audited.has(elementsOf(html))
      audited.add(elementsOf(html))
      found.push(...faultsOfPage(html), ...(await tooWideOrSmall(page, least)))
      if (isNew) found.push(...(await audit(page)))

      await page.setViewportSize(desktop.viewport)
      found.push(...(await tooWideOrSmall(page, least)).map((fault) => `on a desk: ${fault}`))
      if (isNew) found.push(...(await contrastInTheDark(page)).map((fault) => `in the dark: ${fault}`))
      await page.setViewportSize(phone.viewport)
      faults.push(...found.map((fault) => `${name}: ${fault}`))
    }
    return faults
  }

  async function audit(page: Page): Promise<readonly string[]> {
    await page.addScriptTag({ url: axeUrl })
    // A contrast of 7:1 is also one of 4.5:1, so only one of the two is computed: it is the slowest of axe's rules.
    const rules = {
      'target-size': { enabled: true },
      'color-contrast': { enabled: false },
      'color-contrast-enhanced': { enabled: true },
    }
    return violations(page, { rules })
  }

  async function contrastInTheDark(page: Page): Promise<readonly string[]> {
    await page.emulateMedia({ colorScheme: 'dark' })
    const found = await violations(page, { runOnly: ['color-contrast-enhanced'] })
    await page.emulateMedia({ colorScheme: 'light' })
    return found
  }
})

/** The part of a page between header and footer, without values that differ in each answer, such as the key of a form. */
const elementsOf = (html: string): string =>
  html.slice(html.indexOf('<main'), html.indexOf('</main>')).replace(/ value="[^"]*"/g, '')

function violations(page: Page, options: axe.RunOptions): Promise<readonly string[]> {
  return page.evaluate(async (asked) => {
    const { axe } = window as unknown as { readonly axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { ...asked, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${target} ${any[0]?.message ?? ''}`),
    )
  }, options)
}

/**
 * With everything that folds open: what makes the page scroll sideways, and buttons, fields and links that look like
 * buttons and are too small. A link inside a sentence is as high as its line.
 */
async function tooWideOrSmall(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((side) => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
    // On a phone innerWidth grows with what sticks out; clientWidth stays what the screen has.
    const { scrollWidth, clientWidth } = document.documentElement
    const wide = scrollWidth - clientWidth
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
    const small = all.flatMap((one) => {
      const style = getComputedStyle(one)
      const isShown = one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0
      const isInSentence = one.tagName === 'A' && style.display === 'inline'
      if (!isShown || isInSentence || one.classList.contains('skip')) return []
      if (one instanceof HTMLInputElement && one.type === 'hidden') return []
      const target = one.matches('[type=radio], [type=checkbox]') ? (one.closest('label') ?? one) : one
      const { width, height } = target.getBoundingClientRect()
      if (width > side - 0.5 && height > side - 0.5) return []
      return [
        `${Math.round(width)}×${Math.round(height)}: ${one.tagName} ${one.className} “${one.innerText?.trim().slice(0, 20)}”`,
      ]
    })
    return [...(wide > 0 ? [`scrolls sideways by ${wide}`] : []), ...small]
  }, least)
}
