import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareChromium } from '#test/support/browser/chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what several files of one run share. */
    runFolder: string
  }
}

/** What the tests start as real processes is built once, before them, and the browser is unpacked. */
export default function build(project: TestProject): () => void {
  const root = join(import.meta.dirname, '..')
  execFileSync(process.execPath, ['bin/build.mjs'], { cwd: root, stdio: 'inherit' })
  prepareChromium()
  const runFolder = mkdtempSync(join(tmpdir(), 'micro-wish-run-'))
  project.provide('runFolder', runFolder)
  return () => rmSync(runFolder, { recursive: true, force: true })
}
