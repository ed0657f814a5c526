import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { counterDoc } from '#domain/counter/counter-doc.ts'
import { letterDoc } from '#domain/letters/letter-doc.ts'
import { figureDoc } from '#domain/month/figure-doc.ts'
import { inquiryDoc } from '#domain/supervision/inquiry-doc.ts'
import { lifecycleDoc } from '#domain/wish/lifecycle-doc.ts'
import { root } from '#src/commands/running/root.ts'
import { reportsEn } from '#text/en/months/reports-text.ts'
import { counterZh } from '#text/zh/counter/counter-text.ts'
import { lettersZh } from '#text/zh/letters/letters-text.ts'
import { reportsZh } from '#text/zh/months/reports-text.ts'
import { wordsZh } from '#text/zh/site/words-text.ts'
import { supervisionZh } from '#text/zh/supervision/supervision-text.ts'

// Writes the documents that are generated from the program: `npm run docs`.
writeFileSync(join(root, 'docs/lifecycle.md'), lifecycleDoc(wordsZh))

const mark = '<!-- life -->\n'
/** Before and after the definitions of the figures. */
const figureMark = '<!-- figures -->'

/** Writes what follows the mark in a document; what comes before it is written by hand. */
function writeLife(path: string, life: string): void {
  const [before] = readFileSync(join(root, path), 'utf8').split(mark)
  writeFileSync(join(root, path), `${before}${mark}\n${life}`)
}

writeLife('docs/letters.md', letterDoc(lettersZh))
writeLife('docs/counter.md', counterDoc(counterZh))
writeLife('docs/supervision.md', inquiryDoc(supervisionZh.inquiry))

const [before, , after] = readFileSync(join(root, 'docs/figures.md'), 'utf8').split(figureMark)
writeFileSync(
  join(root, 'docs/figures.md'),
  [before, `\n\n${figureDoc(reportsZh, reportsEn)}\n`, after].join(figureMark),
)
