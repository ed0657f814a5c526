import { storageFaultOf } from '#db/store/fault-of.ts'
import { minute } from '#domain/time/durations.ts'
import { dailyBackup } from '#jobs/daily-backup.ts'
import { tick } from '#jobs/run-clock.ts'
import type { Services } from '#src/services.ts'

/**
 * The clock of a server on Node. A run that fails is reported, and the next minute tries again. A full disk, a lock and the
 * like are reported where they are met, once when they begin and once when they end.
 */
export function everyMinute(services: Services): NodeJS.Timeout {
  const report = (what: string) => (error: Error) => {
    services.storage?.met(error)
    if (!services.storage || !storageFaultOf(error)) console.error(`${what}: ${error.name}`)
  }
  const backUp = () => dailyBackup(services).catch(report('backup'))
  // At once, because a new installation has none yet.
  backUp()
  return setInterval(async () => {
    await tick(services).catch(report('tick'))
    await backUp()
  }, minute)
}
