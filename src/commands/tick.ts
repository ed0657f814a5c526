import { storageFaultOf } from '#db/store/fault-of.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import { storageLine } from '#db/store/watch-storage.ts'
import { clockSteps } from '#domain/wish/clock/clock-steps.ts'
import { tick } from '#jobs/run-clock.ts'
import { lastClockRun } from '#src/commands/running/about-machine.ts'
import { commandWords, stepWords } from '#src/commands/running/command-words.ts'
import { databaseFile, readConfigFromMachine } from '#src/commands/running/machine.ts'
import { photosOnDisk } from '#src/commands/running/photos-on-disk.ts'
import { migrationsFolder } from '#src/commands/running/root.ts'
import { steadyClock } from '#src/commands/running/steady-clock.ts'

/** bin/tick: runs the clock once, for a system timer. */
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
    // Where the machine's clock is behind the last run, time goes on from there.
    const { now } = steadyClock(lastClockRun(store), (line) => console.error(line))
    const { steps } = await tick({ store, config: machine.config, photos, now })
    const words = stepWords(env)
    const done = clockSteps.flatMap((step) => (steps[step] ? [`${words[step]} ${steps[step]}`] : []))
    console.log(commandWords(undefined, env).tick(done.join(' · ')))
    return 0
  } finally {
    store.close()
  }
}

/** A full disk, a lock and the like end a run with a sentence; the next run goes on from there. */
function endWithSentence(error: unknown): 1 {
  const fault = storageFaultOf(error)
  if (!fault) throw error
  console.error(storageLine(fault))
  return 1
}

process.exitCode = await tickOnce(process.env).catch(endWithSentence)
