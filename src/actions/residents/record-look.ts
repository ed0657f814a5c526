import { newId } from '#auth/hashing.ts'
import { views } from '#db/schema/tables.ts'
import { blanksOf, preparedChange } from '#db/store/prepared.ts'
import { type Actor, actorId } from '#domain/people/actor.ts'
import type { LookPage } from '#domain/people/resident-copy.ts'
import type { Services } from '#src/services.ts'

type Looked = {
  readonly page: LookPage
  readonly wishId?: string
  readonly residentId?: string
  readonly round?: number
}

/** Before a contact is shown, the look is recorded: who, whose, when, on which page. */
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
  await store.commit([insertLook(store.db, row)])
}

const insertLook = preparedChange((db) => db.insert(views).values(blanksOf(views)))
