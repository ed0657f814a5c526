import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { prepareChromium } from '#test/support/browser/chromium.ts'

/** What the tests start as real processes is built once, before them, and the browser is unpacked. */
export default function build(): void {
  const root = join(import.meta.dirname, '..')
  execFileSync(process.execPath, ['bin/build.mjs'], { cwd: root, stdio: 'inherit' })
  prepareChromium()
}
