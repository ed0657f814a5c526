import { and, eq } from 'drizzle-orm'
import { transfers, wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'

/** The code of the request with this work order; null where the number is new to the community. */
export async function wishOfTransfer(db: Db, communityId: string, number: string): Promise<string | null> {
  const [row] = await db
    .select({ code: wishes.code })
    .from(transfers)
    .innerJoin(wishes, eq(wishes.id, transfers.wishId))
    .where(and(eq(transfers.communityId, communityId), eq(transfers.number, number)))
  return row?.code ?? null
}

/** The work order of a request; empty where it did not come from 12345. */
export async function workOrderOf(db: Db, wishId: string): Promise<string> {
  const [row] = await db.select({ number: transfers.number }).from(transfers).where(eq(transfers.wishId, wishId))
  return row?.number ?? ''
}
