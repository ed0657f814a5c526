import { eq, sql } from 'drizzle-orm'
import { residents } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'

/**
 * What a consent to stay on the list changes on the file: the day from which the year counts, and that no one has to
 * ask any more. An answer entered late, from before the day that counts now, changes neither.
 */
export function renewalStatement(
  { db }: Store,
  { residentId, day }: { readonly residentId: string; readonly day: string },
): Statement {
  const isNewer = sql`(${residents.renewedOn} is null or ${residents.renewedOn} < ${day})`
  return db
    .update(residents)
    .set({
      renewedOn: sql`case when ${isNewer} then ${day} else ${residents.renewedOn} end`,
      renewalDueAt: sql`case when ${isNewer} then null else ${residents.renewalDueAt} end`,
    })
    .where(eq(residents.id, residentId))
}
