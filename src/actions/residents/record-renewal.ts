import { eq, sql } from 'drizzle-orm'
import { residents } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'
import type { Person } from '#domain/people/actor.ts'
import type { ConsentMethod } from '#domain/vocabulary.ts'
import type { Services } from '#src/services.ts'
import { recordConsent } from './record-consent.ts'

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

type Renewal = { readonly method: ConsentMethod; readonly today: string }

/** Asked again today, and the answer is yes: a consent of its own, by whoever asked, and the year begins anew. */
export const recordRenewal = (
  services: Services,
  actor: Person,
  key: string,
  file: Parameters<typeof recordConsent>[3],
  { method, today }: Renewal,
) => recordConsent(services, actor, key, file, { purpose: 'kept', given: true, method, day: today })
