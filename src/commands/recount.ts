import { recountCommand } from './recount/command.ts'

process.exitCode = await recountCommand(process.argv.slice(2), process.env, {
  out: (line) => console.log(line),
  error: (line) => console.error(line),
  now: Date.now(),
})
