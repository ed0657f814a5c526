import { argv, cpuUsage, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { simulate } from './simulate/run-simulate.ts'

// Lives a year of invented communities with each way of inviting and prints the comparison. It is a measurement and not a
// test: it exits with 0 even if a target is missed. docs/matching.md says what is assumed.

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    communities: { type: 'string', default: '20' },
    weeks: { type: 'string', default: '52' },
    seed: { type: 'string', default: '7' },
  },
})
simulate({
  communities: Number(values.communities),
  weeks: Number(values.weeks),
  seed: Number(values.seed),
  // The processor's time and not the clock's, so that other programs on the machine do not count.
  stopwatch: () => (cpuUsage().user + cpuUsage().system) / 1000,
  print: (line) => stdout.write(`${line}\n`),
})
