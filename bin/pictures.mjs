// Makes the pictures of the guides (public/guides/) from the real pages of the demo: npm run pictures
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const root = join(import.meta.dirname, '..')
const port = Number(process.env.PORT ?? 3179)
const address = `http://127.0.0.1:${port}`
/** The demo's accounts: see src/demo/people/accounts.ts. */
const pictures = [
  { name: 'grid-worker', phone: '19900000001', path: '/desk' },
  { name: 'volunteer', phone: '19900000002', path: '/mine' },
  { name: 'secretary', phone: '19900000004', path: '/desk' },
  { name: 'supervisor', phone: '19900000005', path: '/reports' },
  { name: 'administrator', phone: '19900000009', path: '/desk' },
]

const data = mkdtempSync(join(tmpdir(), 'micro-wish-pictures-'))
const env = { ...process.env, PORT: String(port), DATA_DIR: data }
const demo = spawn(process.execPath, ['dist/commands/demo.js', '--at', '2026-11-18T10:30'], { cwd: root, env })
try {
  await answered()
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  mkdirSync(join(root, 'public/guides'), { recursive: true })
  for (const { name, phone, path } of pictures) {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 546 } })).newPage()
    await page.goto(`${address}/login`)
    await page.fill('main input[name=phone]', phone)
    await page.fill('main input[name=password]', 'demo-wish-2026')
    await page.click('main button[type=submit]')
    await page.goto(address + path)
    await page.screenshot({ path: join(root, `public/guides/${name}.jpg`), type: 'jpeg', quality: 38 })
    console.log(`public/guides/${name}.jpg`)
  }
  await browser.close()
} finally {
  demo.kill()
  rmSync(data, { recursive: true, force: true })
}

/** Until the demo answers, at most a minute. */
async function answered() {
  for (let tries = 0; tries < 120; tries++) {
    const isUp = await fetch(`${address}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`the demo did not answer on ${address}`)
}
