import { and, asc, eq, gt, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { claimHelpers, claims, wishDetails, wishes } from '#db/schema/tables.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { Urgency } from '#domain/vocabulary.ts'
import { titleColumns, type WishTitle } from './shown-title.ts'

/** A helper who was in the claim when it was delivered has taken part, whatever happened to the claim afterwards. */
export const tookPart = and(
  isNotNull(claims.deliveredAt),
  or(isNull(claimHelpers.leftAt), gt(claimHelpers.leftAt, claims.deliveredAt)),
)

/** A claim that others may still join, as the board lists it; without a field for a person. */
export type OpenJoint = WishTitle & {
  readonly code: string
  readonly urgency: Urgency
  readonly left: number
}

const looked = 40
const shown = 6

const jointOf = prepared((db, { communityId, personId }: Blanks<'communityId' | 'personId'>) =>
  db
    .select({
      code: wishes.code,
      ...titleColumns,
      urgency: wishes.urgency,
      joiners: wishes.joiners,
    })
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .where(
      and(
        eq(wishes.communityId, communityId),
        eq(wishes.state, 'claimed'),
        eq(wishes.isJoint, true),
        ne(wishes.claimantId, personId),
      ),
    )
    .orderBy(asc(wishes.dueAt))
    .limit(looked),
)

/** Joint claims of others that still lack something, first due first. `leftOf` of the domain says how much. */
export async function openJoints(
  db: Db,
  communityId: string,
  personId: string,
  leftOf: (wish: Pick<typeof wishes.$inferSelect, 'quantity' | 'joiners'>) => number,
): Promise<readonly OpenJoint[]> {
  const rows = await jointOf(db, { communityId, personId })
  return rows
    .filter(({ joiners }) => !joiners.some((one) => one.personId === personId))
    .map(({ joiners, ...row }) => ({ ...row, left: leftOf({ quantity: row.quantity, joiners }) }))
    .filter(({ left }) => left > 0)
    .slice(0, shown) as readonly OpenJoint[]
}
