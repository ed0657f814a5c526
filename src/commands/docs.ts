import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { counterDoc } from '#domain/counter/counter-doc.ts'
import { letterDoc } from '#domain/letters/letter-doc.ts'
import { lifecycleDoc } from '#domain/wish/lifecycle-doc.ts'
import { root } from '#src/commands/running/root.ts'
import { counterZh } from '#text/zh/counter/counter-text.ts'
import { lettersZh } from '#text/zh/letters/letters-text.ts'
import { wordsZh } from '#text/zh/site/words-text.ts'

// Writes the documents that are generated from the program: `npm run docs`.
writeFileSync(join(root, 'docs/lifecycle.md'), lifecycleDoc(wordsZh))

const mark = '<!-- life -->\n'

/** Writes what follows the mark in a document; what stands before it is written by hand. */
function writeLife(path: string, life: string): void {
  const [before] = readFileSync(join(root, path), 'utf8').split(mark)
  writeFileSync(join(root, path), `${before}${mark}\n${life}`)
}

writeLife('docs/letters.md', letterDoc(lettersZh))
writeLife('docs/counter.md', counterDoc(counterZh))
