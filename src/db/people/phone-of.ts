import { eq } from 'drizzle-orm'
import { people } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'

/** The number a person signs in with. */
export async function phoneOf(db: Db, personId: string): Promise<string> {
  const [row] = await db.select({ phone: people.phone }).from(people).where(eq(people.id, personId))
  return row?.phone ?? ''
}
