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
