import { importList } from '#src/commands/running/import-list.ts'

process.exitCode = await importList(process.argv.slice(2), process.env, {
  out: (line) => console.log(line),
  error: (line) => console.error(line),
  now: Date.now(),
})
