import { defineConfig } from 'vitest/config'

// Files that start processes of their own (workerd, Chromium, the server) run after the plain ones, two at a time: on a
// small machine more would only wait for each other, and a loaded machine would look like a failing test.
const heavy = ['test/db/**', 'test/life/**', 'test/browser/**', 'test/worker/**']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What a page does in its own time is waited for, on a busy machine too.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'plain',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: heavy,
          maxWorkers: 2,
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
