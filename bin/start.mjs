// Production: builds what is missing, then serves. The reasons not to start are in src/node.ts.
import { buildWhatIsMissing } from './build.mjs'

await buildWhatIsMissing()
await import('../dist/node.js')
