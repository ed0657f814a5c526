import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { counterDoc } from '#domain/counter/counter-doc.ts'
import { letterDoc } from '#domain/letters/letter-doc.ts'
import { figureDoc } from '#domain/month/figure-doc.ts'
import { figureGroups } from '#domain/month/figures.ts'
import { inquiryDoc } from '#domain/supervision/inquiry-doc.ts'
import { actions } from '#domain/wish/lifecycle.ts'
import { lifecycleDoc } from '#domain/wish/lifecycle-doc.ts'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'

test('docs/lifecycle.md is what the table says; if not, run npm run docs', () => {
  expect(readFileSync('docs/lifecycle.md', 'utf8')).toBe(lifecycleDoc(zh.words))
})

test('docs/counter.md ends with what the table of bookings says; if not, run npm run docs', () => {
  expect(readFileSync('docs/counter.md', 'utf8').split('<!-- life -->\n\n')[1]).toBe(counterDoc(zh.counter))
})

test('docs/letters.md ends with what the table of letters says; if not, run npm run docs', () => {
  expect(readFileSync('docs/letters.md', 'utf8').split('<!-- life -->\n\n')[1]).toBe(letterDoc(zh.letters))
})

test('docs/supervision.md ends with what the table of inquiries says; if not, run npm run docs', () => {
  const [, life] = readFileSync('docs/supervision.md', 'utf8').split('<!-- life -->\n\n')
  expect(life).toBe(inquiryDoc(zh.supervision.inquiry))
})

test('docs/figures.md has the definitions that the pages show; if not, run npm run docs', () => {
  const [, definitions] = readFileSync('docs/figures.md', 'utf8').split('<!-- figures -->')

  expect(definitions?.trim()).toBe(figureDoc(zh.reports, en.reports).trim())
  expect(definitions).toContain('| due | 应办结 | Wishes with a promised day in this month.')
  const headings = figureGroups.length + 1
  expect(definitions?.match(/^\| [a-z][\w-]* \|/gm)?.length).toBe(headings + Object.keys(zh.reports.how).length)
})

test('the document has a row for each action, and draws no arrow that the table does not have', () => {
  const doc = lifecycleDoc(zh.words)
  for (const action of actions) expect(doc).toContain(`| ${action} | ${zh.words.action[action]} |`)
  expect(doc).toContain(`open --> claimed: ${zh.words.action.claim}`)
  expect(doc).not.toMatch(/--> (?:same|none)/)
  expect(doc).not.toContain('undefined')
})

const pages = ['*.md', 'docs/**/*.md', 'public/samples/*.md'].flatMap((pattern) => globSync(pattern))

test.each(pages)('every link of %s leads somewhere', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|mailto:)([^)#]+)[^)]*\)/g)]

  expect(links.filter(([, to]) => !existsSync(join(dirname(page), to ?? ''))).map(([, to]) => to)).toEqual([])
})

test.each(pages)('every file of the program that %s names is there', (page) => {
  const named = [...readFileSync(page, 'utf8').matchAll(/`((?:src|views|test|public|bin|docs)\/[\w./-]+)`/g)]

  expect(named.filter(([, path]) => !existsSync(path ?? '')).map(([, path]) => path)).toEqual([])
})

test('package-lock.json locks every package by its integrity, and names no address to fetch it from', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const { '': own, ...others } = packages as Record<string, { integrity?: string; resolved?: string }>

  expect(Object.keys(others).length).toBeGreaterThan(200)
  expect(own).toBeDefined()
  expect(Object.entries(others).filter(([, { integrity, resolved }]) => !integrity || resolved)).toEqual([])
})

test('the page on parts names every dependency, and the index every decision', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const parts = readFileSync('docs/decisions/0004-parts.md', 'utf8').split('**Not taken.**')[0] ?? ''
  const rows = parts
    .split('\n')
    .flatMap((line) => (line.startsWith('| ') ? (line.split('|')[1] ?? '').split(/[\s,]+/) : []))
  const index = readFileSync('docs/decisions/README.md', 'utf8')

  for (const name of Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }))
    expect(rows).toContain(name)
  for (const file of globSync('docs/decisions/0*.md')) expect(index).toContain(`(${file.split(/[\\/]/).at(-1)})`)
})
