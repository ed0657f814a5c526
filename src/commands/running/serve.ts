import { serve } from '@hono/node-server'
import { openSqlite } from '#db/store/sqlite.ts'
import { watchStorage } from '#db/store/watch-storage.ts'
import { postToRobot } from '#jobs/post-to-robot.ts'
import { backupsOf } from '#src/commands/backup/backup-in-thread.ts'
import type { Rehearsal, Services } from '#src/services.ts'
import { aboutMachine, lastClockRun } from './about-machine.ts'
import { everyMinute } from './every-minute.ts'
import { databaseFile, type Machine } from './machine.ts'
import { photosOnDisk } from './photos-on-disk.ts'
import { migrationsFolder } from './root.ts'
import { siteOf } from './site-of.ts'
import { steadyClock } from './steady-clock.ts'

/** What the demo adds: its own time and the means to move it. */
type Own = {
  readonly now: Services['now']
  readonly rehearsal?: (services: Services) => Rehearsal
  /** Its robots are invented, so nothing may leave the machine. */
  readonly postToRobot?: Services['postToRobot']
}

/** Migrates, serves, and runs the clock every minute until the process is asked to stop. */
export async function serveApp(machine: Machine, own: Own | null = null): Promise<{ address: string }> {
  const { config, host, port, dataDir } = machine
  const store = openSqlite(databaseFile(dataDir))
  if (!store.migrate(migrationsFolder))
    console.error(
      'Texts that were erased earlier are still in the database file: it needs free disk of twice its size.',
    )
  const say = (line: string) => console.error(line)
  const steady = own ? null : steadyClock(lastClockRun(store), say)
  const now = own?.now ?? (steady?.now as Services['now'])
  const rehearsal = own?.rehearsal
  const startedAt = now()
  const watched = watchStorage(store, now, say)
  const plain: Services = {
    store: watched.store,
    storage: watched.watch,
    machine: () => aboutMachine(store, dataDir, startedAt),
    config,
    photos: photosOnDisk(dataDir),
    postToRobot: own?.postToRobot ?? postToRobot,
    now,
    ...(steady ? { time: steady.time } : {}),
    ...(rehearsal ? {} : { backups: backupsOf(machine) }),
  }
  const services = rehearsal ? { ...plain, rehearsal: rehearsal(plain) } : plain

  const server = serve({ fetch: siteOf(services).fetch, hostname: host, port })
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject))
  const bound = server.address()
  const address = `http://${host}:${typeof bound === 'object' && bound ? bound.port : port}`

  const timer = everyMinute(services)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      clearInterval(timer)
      server.close(() => {
        store.close()
        process.exit(0)
      })
      // A browser that keeps its connection open must not keep the server from stopping.
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      setTimeout(() => process.exit(0), 3000).unref()
    })
  console.log(`micro-wish listens on ${address}`)
  return { address }
}
