import { newId } from '#auth/hashing.ts'
import { securityEvents } from '#db/schema/tables.ts'
import type { Statement } from '#db/store/store.ts'
import type { SecurityKind } from '#domain/account/security-events.ts'
import type { Services } from '#src/services.ts'

/** One security event, for the commit in which it happens. */
export const securityEvent = (
  { store, now }: Services,
  event: { readonly kind: SecurityKind; readonly personId: string; readonly device?: string },
): Statement => store.db.insert(securityEvents).values({ id: newId(), at: now(), ...event })
