import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Tokens = Readonly<Record<string, string>>

/** The tokens that a file of styles/ sets. */
const tokens = (file: string): Tokens => {
  const css = readFileSync(new URL(`../../styles/${file}`, import.meta.url), 'utf8')
  return Object.fromEntries([...css.matchAll(/--([\w-]+):([^;]+);/g)].map((found) => [found[1]!, found[2]!.trim()]))
}

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: string): number => {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g)!
  const [r, g, b] = digits.map((pair) => {
    const part = Number.parseInt(pair, 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

const contrast = (one: string, other: string): number => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

const grounds = ['paper', 'sheet', 'band', 'brand-wash', 'red-wash', 'yellow-wash', 'blue-wash', 'green-wash']
const written = [
  ...grounds.flatMap((ground) => [`ink on ${ground}`, `soft on ${ground}`]),
  ...['paper', 'sheet', 'band', 'brand-wash'].map((ground) => `brand on ${ground}`),
  ...['red', 'yellow', 'blue', 'green'].flatMap((tone) => [`${tone} on sheet`, `${tone} on ${tone}-wash`]),
  ...['red on paper', 'on-fill on fill', 'paper on ink'],
]
const drawn = ['edge on sheet', 'edge on paper', 'fill on sheet', 'fill on paper', 'blue on sheet', 'blue on paper']

const [light, dark] = ['tokens.css', 'dark.css'].map(tokens)
const views = [
  { view: 'light', all: { ...light } },
  { view: 'dark', all: { ...light, ...dark } },
]

test('the elder view changes sizes and no colour', () => {
  const sizes = Object.entries(tokens('elder.css'))

  expect(sizes.length).toBeGreaterThan(5)
  expect(sizes.filter(([, value]) => value.includes('#'))).toEqual([])
})

test.each(views)('in the $view text has a contrast of 7 at least, and edges of 3', ({ all }) => {
  const of = (pair: string) => {
    const [front, back] = pair.split(' on ').map((name) => all[name]!)
    return contrast(front!, back!)
  }

  expect(written.filter((pair) => !(of(pair) >= 7))).toEqual([])
  expect(drawn.filter((pair) => !(of(pair) >= 3))).toEqual([])
})
