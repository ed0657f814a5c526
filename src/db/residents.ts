import { eq } from 'drizzle-orm'
import { residents } from './schema.ts'
import type { Db } from './store.ts'

export type Resident = typeof residents.$inferSelect

/** A resident's file by id. Callers decide first whether the reader may see it. */
export async function residentOf(db: Db, id: string): Promise<Resident | null> {
  const [row] = await db.select().from(residents).where(eq(residents.id, id))
  return row ?? null
}
