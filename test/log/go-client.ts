import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, type TestContext } from 'vitest'

/** Where Debian's golang-golang-x-mod-dev puts the packages; nothing is fetched. */
const environment = (cache: string) => ({
  ...process.env,
  GO111MODULE: 'off',
  GOPATH: '/usr/share/gocode',
  GOCACHE: join(cache, 'cache'),
  GOFLAGS: '',
})

type Said = { readonly code: number; readonly out: string }

/**
 * The client in verify.go, compiled once for a file of tests. Where Go is not installed a test says so and ends; where
 * GO_CLIENT is `required`, as on the CI machine after it has installed Go, that is a failure.
 */
export function goClient() {
  let folder = ''
  let program: string | null = null
  let why = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'micro-wish-go-'))
    try {
      const target = join(folder, 'verify')
      execFileSync('go', ['build', '-o', target, join(import.meta.dirname, 'verify.go')], {
        env: environment(folder),
        stdio: 'pipe',
      })
      program = target
    } catch (error) {
      why = String((error as { stderr?: Buffer }).stderr ?? '') || (error as Error).message
    }
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  return {
    get folder() {
      return folder
    },
    /** Ends the test here where there is no Go. */
    isHere(context: TestContext): void {
      if (program) return
      const sentence = `Go's own client did not check the log here: install golang-go and golang-golang-x-mod-dev. ${why}`
      if (process.env.GO_CLIENT === 'required') throw new Error(sentence)
      console.warn(sentence)
      context.skip(sentence)
    },
    run: (...args: readonly string[]): Promise<Said> =>
      new Promise((resolve) =>
        execFile(program ?? '', args, (error, stdout) =>
          resolve({ code: error ? Number(error.code ?? 1) : 0, out: stdout.trim() }),
        ),
      ),
  }
}
