import { newId } from '#auth/hashing.ts'
import { views } from '#db/schema/tables.ts'
import type { Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'

/** Before name and telephone of a letter or of bookings are shown to staff, each look is recorded. */
export async function recordFollowedLooks(
  { store, now }: Services,
  viewer: Person,
  page: 'letter' | 'booking',
  ids: readonly string[],
): Promise<void> {
  const looks = ids.map((wishId) => ({ id: newId(), viewerId: viewer.id, wishId, page, at: now() }))
  if (looks.length) await store.commit(looks.map((look) => store.db.insert(views).values(look)))
}
