import { recountCommand } from '#src/commands/recount/run-recount.ts'

process.exitCode = await recountCommand(process.argv.slice(2), process.env, {
  out: (line) => console.log(line),
  error: (line) => console.error(line),
  now: Date.now(),
})
