import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Env } from '#http/context.ts'
import { anyoneMay } from '#http/guards.ts'

export const health = new Hono<Env>()

/** 200 while the database answers; contains no data. */
health.get('/healthz', anyoneMay, async (c) => {
  await c.get('services').store.db.get(sql`select 1`)
  return c.json({ ok: true })
})
