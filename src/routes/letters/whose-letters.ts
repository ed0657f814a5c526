import { communitiesBelow, type LetterView } from '#db/letters/letter-rows.ts'
import { areasOf, type Person, workedIn } from '#domain/people/actor.ts'
import type { C } from '#http/context.ts'

/** Whose letters the person sees, for the lists. */
export async function letterViewOf(c: C, person: Person): Promise<LetterView> {
  const above = person.roles.filter(({ role }) => role === 'supervisor').map(({ path }) => path)
  return {
    personId: person.id,
    secretaryOf: areasOf(person, 'secretary'),
    worksIn: workedIn(person),
    supervised: await communitiesBelow(c.get('services').store.db, above),
  }
}
