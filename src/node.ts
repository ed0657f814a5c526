import { storageFaultOf } from '#db/store/fault-of.ts'
import { storageLine } from '#db/store/watch-storage.ts'
import { readConfigFromMachine } from '#src/commands/running/machine.ts'
import { serveApp } from '#src/commands/running/serve.ts'

// Production: refuses to start on a bad configuration and says why. The demo has its own command.
const machine = readConfigFromMachine(process.env)
if (!machine.ok) {
  for (const fault of machine.faults) console.error(fault)
  process.exit(1)
}
try {
  await serveApp(machine)
} catch (error) {
  // A service manager starts it again; a stack would say nothing to the person who reads its log.
  const fault = storageFaultOf(error)
  if (!fault) throw error
  console.error(storageLine(fault))
  process.exit(1)
}
