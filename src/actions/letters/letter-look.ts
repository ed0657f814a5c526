import { newId } from '#auth/hashing.ts'
import { views } from '#db/schema/tables.ts'
import type { Letter } from '#domain/letters/letter.ts'
import type { Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'

/** Before the words and the telephone of a letter are shown to staff, the look is recorded. */
export async function recordLetterLook({ store, now }: Services, viewer: Person, letter: Letter): Promise<void> {
  const look = { id: newId(), viewerId: viewer.id, wishId: letter.id, page: 'letter', at: now() }
  await store.commit([store.db.insert(views).values(look)])
}
