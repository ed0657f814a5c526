import { and, desc, eq, gte, ne, or, sql } from 'drizzle-orm'
import { invitations, wishes } from '#db/schema/tables.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { cardsById, type PublicCard } from '#db/wishes/board-rows.ts'
import type { Reason } from '#domain/matching/reasons.ts'

const atOnce = 5

type SeenInvitation = { readonly card: PublicCard; readonly reasons: readonly Reason[] }

/** Wishes of the community that this person was invited to and that are still open, with the reasons; latest first. */
export async function invitationsOf(db: Db, personId: string, communityId: string): Promise<readonly SeenInvitation[]> {
  const rows = await openTo(db, { personId, communityId })
  const latest = new Map(rows.toReversed().map((row) => [row.id, row.reasons]))
  const ids = [...new Set(rows.map((row) => row.id))].slice(0, atOnce)
  const cards = await cardsById(db, ids)
  return cards.map((card) => ({ card, reasons: latest.get(card.id) ?? [] }))
}

const openTo = prepared((db, { personId, communityId }: Blanks<'personId' | 'communityId'>) =>
  db
    .select({ id: wishes.id, reasons: invitations.reasons })
    .from(invitations)
    .innerJoin(wishes, eq(wishes.id, invitations.wishId))
    .where(
      and(
        eq(invitations.personId, personId),
        eq(wishes.communityId, communityId),
        eq(wishes.state, 'open'),
        gte(invitations.at, wishes.since),
        ne(wishes.postedBy, personId),
        or(sql`${wishes.barredId} is null`, ne(wishes.barredId, personId)),
      ),
    )
    .orderBy(desc(invitations.at), invitations.sentWith, desc(invitations.slot))
    .limit(atOnce * 3),
)
