import { newId } from '#auth/hashing.ts'
import { views } from '#db/schema/tables.ts'
import { type Actor, actorId } from '#domain/people/actor.ts'
import type { LookPage } from '#domain/people/resident-copy.ts'
import type { Services } from '#src/services.ts'

type Looked = {
  readonly page: LookPage
  readonly wishId?: string
  readonly residentId?: string
  readonly round?: number
}

/** Each look at a contact is a row before the contact is shown: who, whose, when, on which page. */
export async function recordLook(
  { store, now }: Services,
  actor: Actor,
  { page, wishId, residentId, round }: Looked,
): Promise<void> {
  const row = {
    id: newId(),
    viewerId: actorId(actor),
    wishId: wishId ?? null,
    residentId: residentId ?? null,
    round: round === undefined ? null : String(round),
    page,
    at: now(),
  }
  await store.commit([store.db.insert(views).values(row)])
}
