import { readConfigFromMachine } from '#src/commands/running/machine.ts'
import { serveApp } from '#src/commands/running/serve.ts'

// Production: refuses to start on a bad configuration and says why. The demo has its own command.
const machine = readConfigFromMachine(process.env)
if (!machine.ok) {
  for (const fault of machine.faults) console.error(fault)
  process.exit(1)
}
await serveApp(machine)
