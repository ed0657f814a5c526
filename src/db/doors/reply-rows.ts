import { and, eq, gte } from 'drizzle-orm'
import { claims, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'

/**
 * The claims of these wishes since the message, in any round, as 'code person', so that a reply pasted again claims
 * nothing again.
 */
export async function claimedSince(db: Db, codes: readonly string[], since: Date): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ code: wishes.code, personId: claims.personId })
    .from(wishes)
    .innerJoin(claims, eq(claims.wishId, wishes.id))
    .where(and(isOneOf(wishes.code, codes), gte(claims.claimedAt, since)))
  return new Set(rows.map(({ code, personId }) => `${code} ${personId}`))
}
