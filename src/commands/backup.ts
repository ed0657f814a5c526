import { backupCommand } from '#src/commands/backup/run-backup.ts'

process.exitCode = await backupCommand(process.argv.slice(2), process.env, {
  out: (line) => console.log(line),
  error: (line) => console.error(line),
  now: new Date(),
})
