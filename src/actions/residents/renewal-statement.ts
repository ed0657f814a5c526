import { eq, sql } from 'drizzle-orm'
import { residents } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'

/**
 * What a yes to being kept on the list changes on the file: the day from which it is counted, and that nobody has to ask
 * any more. An answer that turns up late, of a day before the one that counts, changes neither.
 */
export function renewalStatement(
  { db }: Store,
  { residentId, day }: { readonly residentId: string; readonly day: string },
): Statement {
  const isNewer = sql`(${residents.keptOn} is null or ${residents.keptOn} < ${day})`
  return db
    .update(residents)
    .set({
      keptOn: sql`case when ${isNewer} then ${day} else ${residents.keptOn} end`,
      renewalDueAt: sql`case when ${isNewer} then null else ${residents.renewalDueAt} end`,
    })
    .where(eq(residents.id, residentId))
}
