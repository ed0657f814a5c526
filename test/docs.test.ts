import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { actions } from '#domain/lifecycle.ts'
import { lifecycleDoc } from '#domain/lifecycle-doc.ts'
import { zh } from '#text/zh.ts'

test('docs/lifecycle.md is what the table says; if not, run npm run docs', () => {
  expect(readFileSync('docs/lifecycle.md', 'utf8')).toBe(lifecycleDoc(zh.words))
})

test('the document has a row for each action, and draws no arrow that the table does not have', () => {
  const doc = lifecycleDoc(zh.words)
  for (const action of actions) expect(doc).toContain(`| ${action} | ${zh.words.action[action]} |`)
  expect(doc).toContain(`open --> claimed: ${zh.words.action.claim}`)
  expect(doc).not.toMatch(/--> (?:same|none)/)
  expect(doc).not.toContain('undefined')
})
