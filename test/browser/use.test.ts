import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOfFile, desktop, isBrowserLeftOut, phone } from '#test/support/browser/browser.ts'
import { type DemoSite, demoSite, type Reader } from '#test/support/demo-site.ts'
import { everyPage } from '#test/support/every-page.ts'

const main: readonly (readonly [string, Reader])[] = [
  ...(['/', '/rules', '/ledger', '/login'] as const).map((path) => [path, 'anyone'] as const),
  ['/mine', 'volunteer'],
  ...(['/desk', '/residents', '/wishes/new', '/import'] as const).map((path) => [path, 'secretary'] as const),
]

describe.runIf(!isBrowserLeftOut)('the pages in use', () => {
  const { newPage } = browserOfFile()
  let site: DemoSite
  beforeAll(async () => {
    site = await demoSite()
  })
  afterAll(() => site.closeAll())

  const open = async (path: string, who: Reader, options: BrowserContextOptions, chosen = {}) => {
    const page = await newPage(options)
    await site.become(page.context(), who, chosen)
    await page.goto(site.url + path)
    return page
  }

  test('the first press of Tab offers to skip to the content, and Enter goes there', async () => {
    const page = await open('/', 'anyone', desktop)

    await page.keyboard.press('Tab')
    const skip = await page.evaluate(() => ({
      href: document.activeElement?.getAttribute('href'),
      top: document.activeElement?.getBoundingClientRect().top,
    }))
    await page.keyboard.press('Enter')

    expect(skip).toEqual({ href: '#main', top: 0 })
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  })

  test.each(['light', 'dark'] as const)(
    'whatever Tab reaches in the %s is framed and in sight',
    async (colorScheme) => {
      const page = await open('/login', 'anyone', { ...desktop, colorScheme })
      const reached: string[] = []
      const unseen: string[] = []
      for (let press = 0; press < 40; press++) {
        await page.keyboard.press('Tab')
        const at = await page.evaluate(() => {
          const one = document.activeElement as HTMLElement
          if (one === document.body) return null
          const { outlineStyle, outlineWidth } = getComputedStyle(one)
          const { top, bottom } = one.getBoundingClientRect()
          const hit = document.elementFromPoint(one.getBoundingClientRect().left + 4, (top + bottom) / 2)
          const isSeen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && one.contains(hit)
          return { name: `${one.tagName} ${one.getAttribute('name') ?? one.getAttribute('href') ?? ''}`, isSeen }
        })
        if (!at) break
        reached.push(at.name)
        if (!at.isSeen) unseen.push(at.name)
      }

      expect(reached).toEqual(expect.arrayContaining(['INPUT phone', 'INPUT password', 'BUTTON ']))
      expect(unseen).toEqual([])
    },
  )

  /** Every page of the program, person by person, on one browser page; gives what sticks out of any of them. */
  const tooWideOf = async (page: Page, chosen: Readonly<Record<string, string>>, style = '') => {
    const wide: string[] = []
    let last = ''
    for (const { path, who } of [...(await everyPage(site))].sort((a, b) => a.who.localeCompare(b.who))) {
      if (who !== last) await site.become(page.context(), who, chosen)
      last = who
      const answer = await page.goto(site.url + path)
      if (!answer?.headers()['content-type']?.includes('html')) continue
      if (style) await page.addStyleTag({ content: style })
      wide.push(...(await tooWide(page)).map((what) => `${path} (${who}): ${what}`))
    }
    return wide
  }

  test.each([
    { view: 'normal', lang: 'zh', width: 195 },
    { view: 'normal', lang: 'en', width: 320 },
    { view: 'elder', lang: 'zh', width: 320 },
  ])(
    'no page scrolls sideways $width wide in the $view view ($lang): a phone at 200 percent, a small one',
    async (look) => {
      const page = await newPage({ viewport: { width: look.width, height: 600 }, isMobile: true })

      expect(await tooWideOf(page, { view: look.view, lang: look.lang })).toEqual([])
    },
    120_000,
  )

  test('text that is set to 200 % stays on every page of a phone', async () => {
    const page = await newPage({ ...phone, bypassCSP: true })

    expect(await tooWideOf(page, {}, 'html { font-size: 200% }')).toEqual([])
  }, 120_000)

  test('the header fits in one row on a phone in both languages, and with its large words in no more than two', async () => {
    for (const view of ['normal', 'elder'])
      for (const lang of ['zh', 'en'])
        for (const who of ['anyone', 'secretary'] as const) {
          const page = await open('/rules', who, phone, { view, lang })
          const middles = await page.evaluate(() =>
            [...document.querySelectorAll('.brand, .end a, .end button')]
              .filter((one) => one.getClientRects().length)
              .map((one) => one.getBoundingClientRect())
              .map(({ top, bottom }) => Math.round((top + bottom) / 2)),
          )

          // In the elder view the telephone has a row of its own at the bottom.
          expect(middles.length, `${view} ${lang} ${who}`).toBe(view === 'elder' && who === 'anyone' ? 4 : 5)
          const most = view === 'elder' ? 90 : 4
          expect(Math.max(...middles) - Math.min(...middles), `${view} ${lang} ${who}`).toBeLessThan(most)
          await page.context().close()
        }
  })

  test('on a small phone there is room between the large words of the header', async () => {
    const page = await open('/rules', 'anyone', { viewport: { width: 360, height: 640 } }, { view: 'elder' })
    const words = await page.evaluate(() =>
      [...document.querySelectorAll('.bar .brand, .end span')]
        .filter((one) => one.getClientRects().length)
        .map((one) => one.getBoundingClientRect())
        .map(({ left, right, bottom }) => ({ left, right, bottom: Math.round(bottom) })),
    )

    expect(words).toHaveLength(4)
    for (const [at, word] of words.slice(1).entries())
      expect(word.left - (words[at]?.right ?? 0), String(at)).toBeGreaterThanOrEqual(6)
    expect(new Set(words.slice(1).map(({ bottom }) => bottom)).size).toBe(1)
    await page.context().close()
  })

  test('the elder view is large throughout: no word of the page is smaller than 22 pixels', async () => {
    const page = await newPage(phone)
    const small: string[] = []
    for (const [path, who] of main) {
      await site.become(page.context(), who, { view: 'elder' })
      await page.goto(site.url + path)
      const found = await page.evaluate(() => {
        const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        const seen: string[] = []
        while (words.nextNode()) {
          const parent = words.currentNode.parentElement
          const isShown =
            parent?.checkVisibility({ visibilityProperty: true }) && !parent.closest('.hide, [aria-hidden]')
          const text = words.currentNode.textContent?.trim()
          const size = parent ? Number.parseFloat(getComputedStyle(parent).fontSize) : 0
          if (text && isShown && size < 22 && !parent?.closest('.count')) seen.push(`${size}: ${text.slice(0, 12)}`)
        }
        return seen
      })
      small.push(...found.map((words) => `${path} ${words}`))
    }

    expect(small).toEqual([])
  })

  test('the page is read out sentence by sentence in its own language, and falls silent at a press', async () => {
    const page = await newPage(phone)
    // No browser of a test has a voice: this one writes down what it is given to say.
    await page.addInitScript(() => {
      const said: string[] = []
      const speak = (one: { text: string; lang: string; onend: () => void }) => {
        said.push(`${one.lang} ${one.text}`)
        if (said.length < 3) setTimeout(() => one.onend(), 1)
      }
      const voice = { getVoices: () => [{}], speak, cancel: () => said.push('silence'), addEventListener: () => {} }
      Object.defineProperty(window, 'speechSynthesis', { value: voice })
      Object.assign(window, {
        said,
        SpeechSynthesisUtterance: class {
          constructor(readonly text: string) {}
        },
      })
    })
    await site.become(page.context(), 'anyone', { view: 'elder' })
    await page.goto(`${site.url}/rules`)
    const heading = await page.innerText('h1')

    await page.click('[data-read-aloud] button')
    await page.waitForFunction(() => (window as unknown as { said: string[] }).said.length >= 3)
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)

    expect(said.slice(0, 2)).toEqual(['silence', `zh-CN ${heading}`])
    expect(await page.getAttribute('[data-read-aloud] button', 'aria-pressed')).toBe('true')
    await page.click('[data-read-aloud] button')
    expect(await page.getAttribute('[data-read-aloud] button', 'aria-pressed')).toBe('false')
    expect(page.faults).toEqual([])
  })

  test('where the browser has no voice, no button offers one', async () => {
    const page = await newPage(phone)
    await page.addInitScript(() => Object.defineProperty(window, 'speechSynthesis', { value: undefined }))
    await site.become(page.context(), 'anyone', { view: 'elder' })
    await page.goto(site.url)

    await page.waitForSelector('[data-read-aloud]', { state: 'hidden' })
    expect(await page.isVisible('[data-read-aloud] button')).toBe(false)
  })

  test('on paper there is no navigation, no button and no filter', async () => {
    const page = await newPage(desktop)
    await page.emulateMedia({ media: 'print' })
    for (const [path, who] of main) {
      await site.become(page.context(), who)
      await page.goto(site.url + path)
      const shown = await page.evaluate(
        () =>
          [...document.querySelectorAll('.nav, .chips, .bar .end, .button, .skip')].filter(
            (one) => one.getClientRects().length,
          ).length,
      )

      expect(shown, path).toBe(0)
    }
  })
})

/** What sticks out at the right, with everything that folds open. On a phone innerWidth grows with it; clientWidth does not. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const out = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth,
    )
    return [
      `${scrollWidth - clientWidth} wide`,
      ...out
        .slice(-2)
        .map(({ tagName, className, textContent }) => `${tagName} ${className} ${textContent?.slice(0, 30)}`),
    ]
  })
