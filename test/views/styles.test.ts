import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const files = readdirSync(join(root, 'styles'))
const sourceOf = (file: string) => readFileSync(join(root, 'styles', file), 'utf8').replaceAll(/\/\*.*?\*\//gs, '')
const css = files
  .filter((file) => file !== 'app.css')
  .map(sourceOf)
  .join('\n')

/** What pages are made of: the views, and the scripts that make parts of a page on the phone. */
const pages = ['views', 'public']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((at) => [folder, at]))
  .filter(([, at = '']) => /\.(tsx?|js)$/.test(at) && !at.includes('htmx'))
  .map(([folder = '', at = '']) => readFileSync(join(root, folder, at), 'utf8'))
  .join('\n')

/** Set by htmx while a request is on its way. */
const ofOthers = ['htmx-request']

test('no rule is for a class that nothing wears', () => {
  const named = new Set([...css.matchAll(/\.([a-z][a-z-]*)/g)].map(([, name = '']) => name))
  const isWorn = (name: string) => ofOthers.includes(name) || new RegExp(`["'\`\\s}]${name}(?![\\w-])`).test(pages)

  expect(named.size).toBeGreaterThan(70)
  expect([...named].filter((name) => !isWorn(name))).toEqual([])
})

test('every file of styles is in the style sheet once, in one of the three layers', () => {
  const imported = [...sourceOf('app.css').matchAll(/@import "\.\/([a-z-]+\.css)" layer\((tokens|base|components)\);/g)]

  expect(sourceOf('app.css')).toMatch(/^\s*@layer tokens, base, components;/)
  expect(['app.css', ...imported.map(([, file = '']) => file)].sort()).toEqual([...files].sort())
})

test('the style sheet that browsers fetch is at most 10 kB on the line', () => {
  const sent = gzipSync(readFileSync(join(root, 'public/app.css')))

  expect(sent.length).toBeLessThanOrEqual(10_000)
  // What is weighed is the whole sheet: an empty one would be far lighter.
  expect(sent.length).toBeGreaterThan(3_000)
})
