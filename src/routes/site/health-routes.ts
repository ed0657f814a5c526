import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { latestBackupRuns } from '#db/backups/backup-runs.ts'
import { storageFaultOf } from '#db/store/fault-of.ts'
import { backupStateOf } from '#domain/backups/backup-state.ts'
import { second } from '#domain/time/durations.ts'
import type { Env } from '#http/context.ts'
import { anyoneMay } from '#http/guards.ts'

export const health = new Hono<Env>()

/**
 * 200 while the database can be read and written; contains no data. 503 names what is wrong: `storage` with the kind of the
 * fault and for how many seconds it has lasted, `clock` where the machine's clock has jumped and by how many. Where the server makes backups: how old the last good one and the last drill
 * are, in seconds, and whether something has to be done about them.
 */
health.get('/healthz', anyoneMay, async (c) => {
  const { backups, store, storage, time, now } = c.get('services')
  const ageOf = (at: Date | null) => at && Math.floor((now().getTime() - at.getTime()) / second)
  try {
    await store.db.get(sql`select 1`)
    const state = backups && backupStateOf(backups.make !== null, await latestBackupRuns(store.db), now())
    const backup = state && {
      age: ageOf(state.lastGood),
      drill: ageOf(state.lastDrill),
      isAlarming: state.isAlarming,
    }
    const fault = storage?.fault()
    const jump = time?.fault()
    const ok = !fault && !jump
    return c.json(
      {
        ok,
        ...(fault && { storage: { fault: fault.kind, for: ageOf(fault.since) } }),
        ...(jump && { clock: { fault: jump.kind, by: Math.round(jump.byMs / second) } }),
        ...(backup && { backup }),
      },
      ok ? 200 : 503,
    )
  } catch (error) {
    const fault = storageFaultOf(error)
    if (!fault) throw error
    storage?.met(error)
    return c.json({ ok: false, storage: { fault, for: ageOf(storage?.fault()?.since ?? null) } }, 503)
  }
})
