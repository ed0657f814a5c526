import { and, eq, gt } from 'drizzle-orm'
import { sessionsOf } from '#auth/sessions.ts'
import { notifications, sessions } from '#db/schema/tables.ts'
import { seconds } from '#domain/time/seconds.ts'
import type { Services } from '#src/services.ts'
import { securityEvent } from './security-event.ts'

type SignIn = { readonly personId: string; readonly device: string; readonly isKnown: boolean }

/**
 * Begins a session and gives its cookie. The person is notified of an unknown device on their other devices, if they are signed in
 * anywhere else.
 */
export async function recordSignIn(services: Services, { personId, device, isKnown }: SignIn): Promise<string> {
  const { store, now } = services
  const { db } = store
  const others = isKnown
    ? []
    : await db
        .select({ id: sessions.id })
        .from(sessions)
        .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now())))
        .limit(1)
  const told = { stream: `account:${personId}`, seq: seconds(now()), personId, wishId: '' }
  await store.commit([
    securityEvent(services, { kind: isKnown ? 'signed-in' : 'signed-in-anew', personId, device }),
    ...(others.length
      ? [
          db
            .insert(notifications)
            .values({ ...told, kind: 'new-device', at: now() })
            .onConflictDoNothing(),
        ]
      : []),
  ])
  return sessionsOf(services).begin(personId, device)
}
