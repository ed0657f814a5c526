import { witnessLog } from './witness/witness-log.ts'

process.exitCode = await witnessLog(process.argv.slice(2), process.env, {
  out: (line) => console.log(line),
  error: (line) => console.error(line),
  now: new Date(),
})
