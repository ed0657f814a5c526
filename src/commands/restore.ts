import { restoreCommand } from './restore/run-restore.ts'

process.exitCode = await restoreCommand(process.argv.slice(2), process.env, {
  out: (line) => console.log(line),
  error: (line) => console.error(line),
  now: new Date(),
})
