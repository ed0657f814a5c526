import { verifyLog } from '#actions/log/verify-log.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import { fromHex } from '#domain/log/byte-strings.ts'
import { checkLetters } from '#domain/log/check-letters.ts'
import { exact } from '#text/days.ts'
import { commandWords } from './running/command-words.ts'
import { databaseFile, readConfigFromMachine } from './running/machine.ts'

/** npm run verify: recomputes the log from the rows of the database, and names the first row that is not as it was. */
async function verify(env: NodeJS.ProcessEnv): Promise<number> {
  const machine = readConfigFromMachine({ ...env, PUBLIC_URL: env.PUBLIC_URL ?? 'http://127.0.0.1' })
  if (!machine.ok) {
    for (const fault of machine.faults) console.error(fault)
    return 1
  }
  const say = commandWords(undefined, env).verify
  const store = openSqlite(databaseFile(machine.dataDir))
  try {
    const found = await verifyLog({ store, config: machine.config })
    if (found.ok) {
      const letters = found.records ? checkLetters(fromHex(found.root)) : ''
      console.log(found.records ? say.same(found.records, letters, found.heads, found.later) : say.empty)
      return 0
    }
    if (found.why === 'event')
      console.error(
        found.event
          ? say.event(found.record, found.event.pos, found.event.action, exact(found.event.at))
          : say.gone(found.record),
      )
    else if (found.why === 'tile') console.error(say.tile(found.at.level, found.at.n))
    else console.error(say[found.why](found.records))
    return 1
  } finally {
    store.close()
  }
}

process.exitCode = await verify(process.env)
