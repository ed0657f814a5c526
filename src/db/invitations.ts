import { and, desc, eq, gte, inArray, ne, or, sql } from 'drizzle-orm'
import { boardCard, type PublicCard } from './boards.ts'
import { notices, wishes } from './schema.ts'
import type { Db } from './store.ts'

const atOnce = 5

/** Wishes of the community that were offered to this person and are still open since: gone once somebody has claimed them. */
export async function invitationsOf(db: Db, personId: string, communityId: string): Promise<readonly PublicCard[]> {
  const rows = await db
    .select({ id: wishes.id })
    .from(notices)
    .innerJoin(wishes, eq(wishes.id, notices.wishId))
    .where(
      and(
        eq(notices.personId, personId),
        inArray(notices.kind, ['fits', 'push']),
        eq(wishes.communityId, communityId),
        eq(wishes.state, 'open'),
        gte(notices.at, wishes.since),
        ne(wishes.postedBy, personId),
        or(sql`${wishes.barredId} is null`, ne(wishes.barredId, personId)),
      ),
    )
    .orderBy(desc(notices.at))
    .limit(atOnce * 3)
  const ids = [...new Set(rows.map((row) => row.id))].slice(0, atOnce)
  const cards = await Promise.all(ids.map((id) => boardCard(db, id)))
  return cards.filter((card) => card !== null)
}
