import { and, desc, eq, gte, inArray, ne, or, sql } from 'drizzle-orm'
import { notifications, wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import { boardCard, type PublicCard } from './board-rows.ts'

const atOnce = 5

/** Wishes of the community that were offered to this person and are still open. */
export async function invitationsOf(db: Db, personId: string, communityId: string): Promise<readonly PublicCard[]> {
  const rows = await db
    .select({ id: wishes.id })
    .from(notifications)
    .innerJoin(wishes, eq(wishes.id, notifications.wishId))
    .where(
      and(
        eq(notifications.personId, personId),
        inArray(notifications.kind, ['fits', 'push']),
        eq(wishes.communityId, communityId),
        eq(wishes.state, 'open'),
        gte(notifications.at, wishes.since),
        ne(wishes.postedBy, personId),
        or(sql`${wishes.barredId} is null`, ne(wishes.barredId, personId)),
      ),
    )
    .orderBy(desc(notifications.at))
    .limit(atOnce * 3)
  const ids = [...new Set(rows.map((row) => row.id))].slice(0, atOnce)
  const cards = await Promise.all(ids.map((id) => boardCard(db, id)))
  return cards.filter((card) => card !== null)
}
