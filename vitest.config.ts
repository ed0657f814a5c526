import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Files that start processes of their own (workerd, Chromium, the server) run after the others, two at a time. On a
// small machine more would only slow each other down until tests fail for lack of time.
const heavy = ['test/db/**', 'test/life/**', 'test/browser/**', 'test/worker/**']

export default defineConfig({
  resolve: {
    alias: {
      './password-cost.ts': join(import.meta.dirname, 'test/support/cheap-password-cost.ts'),
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Tests wait for what a page does asynchronously; on a busy machine that can take long.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'plain',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: heavy,
          maxWorkers: 2,
          // Loading the program takes longer than the tests of most files, so each of the two processes loads it once.
          // A test that changes what all files share (process.env, a global) must change it back.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'machines',
          include: heavy.map((folder) => `${folder}/*.test.{ts,tsx}`),
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
