import { and, count, eq, gte, inArray, lt } from 'drizzle-orm'
import { claims, wishes } from '#db/schema/tables.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { Period } from '#domain/month/figures.ts'
import type { Unsettled } from '#domain/month/signing-day.ts'
import { isUncalled } from './month-open.ts'

/** What of the month has no answer yet; both are 0 once its figures have settled. */
export async function unsettledOf(db: Db, communityId: string, { from, until }: Period): Promise<Unsettled> {
  const [promised] = await undeliveredIn(db, { communityId, from, until })
  const [delivered] = await uncalledIn(db, { communityId, from, until })
  return { undelivered: promised?.count ?? 0, uncalled: delivered?.count ?? 0 }
}

type Month = Blanks<'communityId' | 'from' | 'until'>

const undeliveredIn = prepared((db, { communityId, from, until }: Month) =>
  db
    .select({ count: count() })
    .from(wishes)
    .where(
      and(
        eq(wishes.communityId, communityId),
        gte(wishes.promiseAt, from),
        lt(wishes.promiseAt, until),
        inArray(wishes.state, ['open', 'claimed']),
      ),
    ),
)

/** Made in the month, or made before it and due to be called about in it. */
const uncalledIn = prepared((db, { communityId, from, until }: Month) =>
  db
    .select({ count: count() })
    .from(claims)
    .where(
      and(
        eq(claims.communityId, communityId),
        isUncalled,
        lt(claims.deliveredAt, until),
        gte(claims.callbackDueAt, from),
      ),
    ),
)
