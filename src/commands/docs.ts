import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { letterDoc } from '#domain/letters/letter-doc.ts'
import { lifecycleDoc } from '#domain/wish/lifecycle-doc.ts'
import { root } from '#src/commands/running/root.ts'
import { lettersZh } from '#text/zh/letters/letters-text.ts'
import { wordsZh } from '#text/zh/site/words-text.ts'

// Writes the documents that are generated from the program: `npm run docs`.
writeFileSync(join(root, 'docs/lifecycle.md'), lifecycleDoc(wordsZh))

const mark = '<!-- life -->\n'
const letters = join(root, 'docs/letters.md')
const [before] = readFileSync(letters, 'utf8').split(mark)
writeFileSync(letters, `${before}${mark}\n${letterDoc(lettersZh)}`)
