import { eq } from 'drizzle-orm'
import { hashPassword, isPassword } from '#auth/passwords.ts'
import { endOtherSessions } from '#auth/sessions.ts'
import { people } from '#db/schema/tables.ts'
import type { Services } from '#src/services.ts'
import { ownTries } from './own-tries.ts'
import { securityEvent } from './security-event.ts'

type Change = {
  readonly personId: string
  readonly present: string
  /** Checked by the caller (actions/people/password-faults.ts). */
  readonly next: string
  /** Of the session that stays. */
  readonly token: string
}

/** Replaces the password and ends every other session. `wrong`: the current password is a different one. */
export async function changePassword(
  services: Services,
  { personId, present, next, token }: Change,
): Promise<'done' | 'wrong' | 'too-many'> {
  const { store } = services
  const tries = await ownTries(services, personId, 'password')
  if (!tries.isLeft) return 'too-many'
  const [account] = await store.db.select().from(people).where(eq(people.id, personId))
  if (!(await isPassword(present, account?.passwordHash ?? null))) return 'wrong'
  const passwordHash = await hashPassword(next)
  await store.commit([
    store.db.update(people).set({ passwordHash }).where(eq(people.id, personId)),
    endOtherSessions(store, personId, token),
    tries.forget,
    securityEvent(services, { kind: 'password-changed', personId }),
  ])
  return 'done'
}
