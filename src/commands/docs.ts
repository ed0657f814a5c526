import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lifecycleDoc } from '#domain/lifecycle-doc.ts'
import { wordsZh } from '#text/zh/words.ts'
import { root } from './root.ts'

// The documents that are written from the program: `npm run docs`.
writeFileSync(join(root, 'docs/lifecycle.md'), lifecycleDoc(wordsZh))
