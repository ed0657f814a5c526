import { argv } from 'node:process'

// Speed as ratios within one run, so that they mean the same on any machine. A measurement and not a test: it always ends
// well, whatever was missed. What is measured and why is in docs/speed.md.

const [kind = '', path = ''] = argv.slice(2)
// What serves loads what the server does and no more: its memory is measured.
if (kind === '--serve' || kind === '--bare')
  await (await import('#src/commands/bench/bench-child.ts')).beChild(kind, path)
else await (await import('#src/commands/bench/run-bench.ts')).bench()
