import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')

test('the htmx that pages load is the pinned package’s, byte for byte', () => {
  const own = readFileSync(join(root, 'public/htmx.min.js'))

  expect(own.equals(readFileSync(join(root, 'node_modules/htmx.org/dist/htmx.min.js')))).toBe(true)
})
