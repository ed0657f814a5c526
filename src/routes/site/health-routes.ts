import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { latestBackupRuns } from '#db/backups/backup-runs.ts'
import { backupStateOf } from '#domain/backups/backup-state.ts'
import { second } from '#domain/time/durations.ts'
import type { Env } from '#http/context.ts'
import { anyoneMay } from '#http/guards.ts'

export const health = new Hono<Env>()

/**
 * 200 while the database answers; contains no data. Where the server makes backups: how old the last good one and the last
 * drill are, in seconds, and whether something has to be done about them.
 */
health.get('/healthz', anyoneMay, async (c) => {
  const { backups, store, now } = c.get('services')
  await store.db.get(sql`select 1`)
  if (!backups) return c.json({ ok: true })
  const state = backupStateOf(backups.make !== null, await latestBackupRuns(store.db), now())
  const ageOf = (at: Date | null) => at && Math.floor((now().getTime() - at.getTime()) / second)
  return c.json({
    ok: true,
    backup: { age: ageOf(state.lastGood), drill: ageOf(state.lastDrill), isAlarming: state.isAlarming },
  })
})
