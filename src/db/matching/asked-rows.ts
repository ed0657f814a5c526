import { and, asc, eq } from 'drizzle-orm'
import { invitations, people, volunteers } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'

/** Who was invited to these wishes and when, by name, for the secretary. */
export const namesAsked = (db: Db, wishIds: readonly string[]) =>
  db
    .select({ wishId: invitations.wishId, at: invitations.at, name: people.name })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.personId))
    .where(isOneOf(invitations.wishId, wishIds))
    .orderBy(asc(invitations.at), asc(people.name))
    .limit(2000)

/** What a volunteer has chosen; null where the person is not one of the community's. */
export async function asksOf(db: Db, personId: string, communityId: string) {
  const [row] = await db
    .select({ choice: volunteers.askChoice, pausedUntil: volunteers.askPausedUntil })
    .from(volunteers)
    .where(and(eq(volunteers.personId, personId), eq(volunteers.communityId, communityId)))
  return row ?? null
}
