import { and, eq, sql } from 'drizzle-orm'
import { sessions } from '#db/schema/tables.ts'
import type { Services } from '#src/services.ts'
import { securityEvent } from './security-event.ts'

/** Ends the session on one device of a person. `mark`: the beginning of its stored hash, which signs no one in. */
export async function endDevice(services: Services, personId: string, mark: string): Promise<void> {
  const { store } = services
  await store.commit([
    store.db.delete(sessions).where(and(eq(sessions.personId, personId), sql`substr(${sessions.id}, 1, 24) = ${mark}`)),
    securityEvent(services, { kind: 'device-ended', personId }),
  ])
}
