import { eq } from 'drizzle-orm'
import { registerEvent } from '#actions/event-log.ts'
import { residents } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'
import type { Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'

/** The statement which records that the resident has just been asked; part of every act that includes asking. */
export const askedStatement = ({ db }: Store, residentId: string, now: Date): Statement =>
  db.update(residents).set({ askedAt: now }).where(eq(residents.id, residentId))

/**
 * Someone visited or called and nothing is needed; this counts as asked. The caller has checked that the file is
 * theirs.
 */
export async function recordAsked(
  { store, now }: Services,
  actor: Person,
  resident: { readonly id: string; readonly communityId: string },
): Promise<void> {
  const { id: residentId, communityId } = resident
  await store.commit([
    askedStatement(store, residentId, now()),
    registerEvent(store, {
      communityId,
      actorId: actor.id,
      action: 'resident-asked',
      data: { residentId },
      now: now(),
    }),
  ])
}
