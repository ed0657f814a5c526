import { desc, eq } from 'drizzle-orm'
import { events } from '#db/schema/tables.ts'
import type { Db } from './store.ts'

/** The latest event of a stream: of a wish, a letter, a booking or a register. */
export async function lastEventOf(db: Db, stream: string) {
  const [row] = await db
    .select({ action: events.action, actorId: events.actorId, seq: events.seq })
    .from(events)
    .where(eq(events.stream, stream))
    .orderBy(desc(events.seq))
    .limit(1)
  return row ?? null
}
