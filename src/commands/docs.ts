import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lifecycleDoc } from '#domain/wish/lifecycle-doc.ts'
import { root } from '#src/commands/running/root.ts'
import { wordsZh } from '#text/zh/site/words-text.ts'

// Writes the documents that are generated from the program: `npm run docs`.
writeFileSync(join(root, 'docs/lifecycle.md'), lifecycleDoc(wordsZh))
