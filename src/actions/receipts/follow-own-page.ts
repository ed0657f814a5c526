import { and, eq, isNull } from 'drizzle-orm'
import { registerEvent } from '#actions/event-log.ts'
import { receipts } from '#db/schema/tables.ts'
import { actorId, type Receiver } from '#domain/people/actor.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'

/** The receiving side says on the page of its slip that it reads it, so that no one calls with each step. */
export const followPage = ({ store, now }: Services, receiver: Receiver, { id: wishId, communityId }: Wish) =>
  store.commit([
    store.db
      .update(receipts)
      .set({ followedAt: now() })
      .where(and(eq(receipts.wishId, wishId), isNull(receipts.endedAt), isNull(receipts.followedAt))),
    registerEvent(store, {
      communityId,
      actorId: actorId(receiver),
      action: 'page-followed',
      now: now(),
      data: { wishId },
    }),
  ])
