import { serve } from '@hono/node-server'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Store } from '#db/store/store.ts'
import { siteOf } from '#src/commands/running/site-of.ts'
import type { Rehearsal, Services } from '#src/services.ts'
import { photosInMemory } from '#test/support/photos.ts'
import { findChromium } from './chromium.ts'

export { isBrowserLeftOut } from './chromium.ts'

function launchChromium(): Promise<Browser> {
  const quiet = ['disable-gpu', 'disable-background-networking', 'disable-component-update', 'disable-sync']
  const args = [...quiet, 'disable-dev-shm-usage', 'no-first-run', 'no-default-browser-check'].map(
    (flag) => `--${flag}`,
  )
  // The package's browser comes without a sandbox program, and root cannot use one; the tests open only our own pages.
  const { program, env } = findChromium()
  return chromium.launch({ executablePath: program, env, args: [...args, '--no-sandbox'] })
}

export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }
export const desktop = { viewport: { width: 1280, height: 800 } }

/** The real site of Node, with its static files, on a free port of this machine. */
export async function siteOn(
  store: Store,
  now: () => Date,
  secret = 'a secret that only the tests know, long enough',
  isDemo = false,
  rehearsal?: (services: Services) => Rehearsal,
) {
  const config = { publicUrl: 'http://127.0.0.1', secret, logSeed: secret, isDemo }
  const plain: Services = { store, config, photos: photosInMemory(), now }
  const services = rehearsal ? { ...plain, rehearsal: rehearsal(plain) } : plain
  const server = serve({ fetch: siteOf(services).fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject))
  const bound = server.address()
  if (typeof bound !== 'object' || !bound) throw new Error('the site has no port')
  config.publicUrl = `http://127.0.0.1:${bound.port}`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
  return { url: config.publicUrl, services, close }
}

/** One browser for the tests of a file; each page belongs to a separate person, and errors on a page fail the test. */
export function browserOfFile() {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(async () => browser?.close())
  return {
    async newPage(options: BrowserContextOptions = phone): Promise<Page & { readonly faults: string[] }> {
      if (!browser) throw new Error('the browser has not started')
      const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options })
      const page = await context.newPage()
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text())
      })
      return Object.assign(page, { faults })
    },
  }
}
