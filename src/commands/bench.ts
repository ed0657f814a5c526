import { argv } from 'node:process'

// Measures speed as ratios within one run, so that they mean the same on any machine. It is a measurement and not a
// test: it exits with 0 even if a target is missed. docs/speed.md says what is measured and why.

const [kind = '', path = ''] = argv.slice(2)
// The serving process loads what the server loads and no more, because its memory is measured.
if (kind === '--serve' || kind === '--bare')
  await (await import('#src/commands/bench/bench-child.ts')).beChild(kind, path)
else await (await import('#src/commands/bench/run-bench.ts')).bench()
