import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const css = readFileSync(join(root, 'public/app.css'), 'utf8')

/** What pages are made of: the views, and the scripts that make parts of a page on the phone. */
const pages = ['views', 'public']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((at) => [folder, at]))
  .filter(([, at = '']) => /\.(tsx?|js)$/.test(at) && !at.includes('htmx'))
  .map(([folder = '', at = '']) => readFileSync(join(root, folder, at), 'utf8'))
  .join('\n')

/** Set by htmx while a request is on its way. */
const ofOthers = ['htmx-request']

test('no rule is for a class that nothing wears', () => {
  const bare = css.replaceAll(/\/\*.*?\*\//gs, '')
  const named = new Set([...bare.matchAll(/\.([a-z][a-z-]*)/g)].map(([, name = '']) => name))
  const isWorn = (name: string) => ofOthers.includes(name) || new RegExp(`["'\`\\s}]${name}(?![\\w-])`).test(pages)

  expect(named.size).toBeGreaterThan(70)
  expect([...named].filter((name) => !isWorn(name))).toEqual([])
})
