import { and, eq, gte, inArray, isNotNull, or } from 'drizzle-orm'
import { wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import { wishOf } from '#db/wishes/wish-rows.ts'
import type { Wish } from '#domain/wish/wish.ts'

/**
 * The wishes of a community that still have a date to meet: a delivery, a promise, a call-back, the answer to a
 * referral, or a day on which the clock will send a reminder. A delivery confirmed by its code is included until its
 * call-back is due.
 */
export async function openDeadlines(db: Db, communityId: string, now: Date): Promise<readonly Wish[]> {
  const states = ['submitted', 'open', 'claimed', 'delivered', 'referred'] satisfies Wish['state'][]
  const [under, confirmed] = await Promise.all([
    db
      .select()
      .from(wishes)
      .where(
        and(
          eq(wishes.communityId, communityId),
          inArray(wishes.state, states),
          or(
            isNotNull(wishes.dueAt),
            isNotNull(wishes.promiseAt),
            isNotNull(wishes.callbackDueAt),
            isNotNull(wishes.nextAt),
          ),
        ),
      ),
    db
      .select()
      .from(wishes)
      .where(and(eq(wishes.communityId, communityId), eq(wishes.state, 'fulfilled'), gte(wishes.callbackDueAt, now))),
  ])
  return [...under, ...confirmed].map(wishOf)
}
