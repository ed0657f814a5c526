import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Words that we do not use when we talk, so that a newcomer would stumble over them in a comment. */
const unspoken = /\b(?:whoever|whosoever|anew|reckon(?:s|ed|ing)?|wherefore|thereof|hitherto|lest)\b/i

const files = ['bin', 'public', 'src', 'styles', 'test', 'views'].flatMap((folder) =>
  globSync(`${folder}/**/*.{css,js,mjs,ts,tsx}`).filter((path) => !/htmx|app\.css/.test(path)),
)

/** The lines of a file that are comments and nothing else; quoted code in them is left out. */
const commentsOf = (path: string): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^(?:\/\/|\/\*|\*|\{\/\*)/.test(line))
    .map((line) => line.replace(/`[^`]*`/g, ''))

test('comments are sentences that an engineer would say aloud', () => {
  const found = files.flatMap((path) =>
    commentsOf(path)
      .filter((line) => unspoken.test(line))
      .map((line) => `${path}: ${line}`),
  )

  expect(files.length).toBeGreaterThan(500)
  expect(found).toEqual([])
})

/** Words of old titles that read like a riddle. A code of the program, in inverted commas or a template, is left out. */
const riddles = /\b(?:whoever|anew|reckon\w*|beside|lest|nought|stands?|stood|holds?|held|kept|told|nobody|somebody)\b/i

/** The first argument of a test or a describe, also after a table of cases. */
const title =
  /(?:\b(?:test|describe)(?:\.\w+)*|\))\(\s*(?:'([^'\n]+)'|"([^"\n]+)"|`([^`]+)`),\s*(?:async\b|\(|\{|\w+ =>)/g

const titlesOf = (source: string): readonly string[] =>
  [...source.matchAll(title)].map(([, single, double, template]) =>
    (single ?? double ?? template ?? '').replace(/\$\{[^}]*\}|\$[\w.]+|“[^”]*”/g, ''),
  )

test('titles of tests are sentences that an engineer would say aloud', () => {
  const tests = globSync('test/**/*.test.{ts,tsx}').map((path) => ({
    path,
    titles: titlesOf(readFileSync(path, 'utf8')),
  }))
  const found = tests.flatMap(({ path, titles }) =>
    titles.filter((one) => riddles.test(one)).map((one) => `${path}: ${one}`),
  )

  expect(tests.flatMap(({ titles }) => titles).length).toBeGreaterThan(2000)
  expect(found).toEqual([])
})

test('the title of a test is found, also after a table of cases', () => {
  const source = "test.each([[1, 'kept']])('adds %i', (n) => {})\ntest(\n  'is kept by $name', async () => {})"

  expect(titlesOf(source)).toEqual(['adds %i', 'is kept by '])
})
