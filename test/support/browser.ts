import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Store } from '#db/store.ts'
import { siteOf } from '#src/commands/site.ts'
import type { Rehearsal, Services } from '#src/services.ts'
import { photosInMemory } from './photos.ts'

const howToGetOne = [
  'No Chromium was found for the browser tests. One of these brings it:',
  '  apt-get install chromium fonts-noto-cjk      (Debian, Ubuntu; as root)',
  '  npx playwright-core install chromium         (into the cache of this account)',
  '  CHROME_PATH=/path/to/chrome npm test         (one that is there already)',
  'To leave the browser tests out on this machine: MICRO_WISH_NO_BROWSER=1. With CI=true that is not possible.',
].join('\n')

/** Whether the person at this machine has said that the browser tests are to be left out. CI may not. */
export const isBrowserLeftOut = process.env.MICRO_WISH_NO_BROWSER === '1' && process.env.CI !== 'true'
if (isBrowserLeftOut) console.warn(`MICRO_WISH_NO_BROWSER=1: the browser tests are left out.\n${howToGetOne}`)

/** The program to start: CHROME_PATH, an installed browser, or one that playwright-core has brought. */
function findChromium(): string {
  const { CHROME_PATH, PLAYWRIGHT_BROWSERS_PATH, PATH = '' } = process.env
  if (CHROME_PATH) {
    if (isProgram(CHROME_PATH)) return CHROME_PATH
    throw new Error(`CHROME_PATH is ${CHROME_PATH}, which is no program.\n${howToGetOne}`)
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
  const folders = [...PATH.split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
  const apps = ['Google Chrome', 'Chromium'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)
  const caches = [PLAYWRIGHT_BROWSERS_PATH, join(homedir(), '.cache/ms-playwright')].flatMap(inCache)
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  const found = [...places, ...apps, ...caches].find(isProgram)
  if (!found) throw new Error(howToGetOne)
  return found
}

function inCache(folder: string | undefined): readonly string[] {
  if (!folder || !existsSync(folder)) return []
  const versions = readdirSync(folder).filter((name) => name.startsWith('chromium'))
  const inside = ['chrome-linux64/chrome', 'chrome-linux/chrome', 'chrome-headless-shell-linux64/chrome-headless-shell']
  return versions.flatMap((version) => inside.map((program) => join(folder, version, program)))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function launchChromium(): Promise<Browser> {
  const quiet = ['disable-gpu', 'disable-background-networking', 'disable-component-update', 'disable-sync']
  const args = [...quiet, 'disable-dev-shm-usage', 'no-first-run', 'no-default-browser-check'].map(
    (flag) => `--${flag}`,
  )
  const isRoot = process.getuid?.() === 0
  return chromium.launch({ executablePath: findChromium(), args: isRoot ? [...args, '--no-sandbox'] : args })
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
  const config = { publicUrl: 'http://127.0.0.1', secret, isDemo }
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

/** One browser for the tests of a file; each page is of a person of their own, and a page's errors fail the test. */
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
