import { clockSteps } from '#domain/clock-steps.ts'
import { openSqlite } from '../db/sqlite.ts'
import { tick } from '../jobs/tick.ts'
import { wholeSeconds } from '../services.ts'
import { databaseFile, readConfigFromMachine } from './machine.ts'
import { photosOnDisk } from './photos.ts'
import { migrationsFolder } from './root.ts'
import { commandWords, stepWords } from './words.ts'

/** bin/tick: lets the clock run once, for a timer of the system. */
async function tickOnce(env: NodeJS.ProcessEnv): Promise<number> {
  const machine = readConfigFromMachine(env)
  if (!machine.ok) {
    for (const fault of machine.faults) console.error(fault)
    return 1
  }
  const store = openSqlite(databaseFile(machine.dataDir))
  try {
    store.migrate(migrationsFolder)
    const photos = photosOnDisk(machine.dataDir)
    const { steps } = await tick({ store, config: machine.config, photos, now: () => wholeSeconds(Date.now()) })
    const words = stepWords(env)
    const done = clockSteps.flatMap((step) => (steps[step] ? [`${words[step]} ${steps[step]}`] : []))
    console.log(commandWords(undefined, env).tick(done.join(' · ')))
    return 0
  } finally {
    store.close()
  }
}

process.exitCode = await tickOnce(process.env)
