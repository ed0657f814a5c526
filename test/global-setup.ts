import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** What the tests start as real processes is built once, before them. */
export default function build(): void {
  const root = join(import.meta.dirname, '..')
  execFileSync(process.execPath, ['bin/build.mjs'], { cwd: root, stdio: 'inherit' })
}
