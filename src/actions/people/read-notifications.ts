import { and, eq, isNull } from 'drizzle-orm'
import { notifications } from '#db/schema/tables.ts'
import type { Services } from '#src/services.ts'

/**
 * Marks the person's notifications as read, because the page that shows them was opened. `unread` is the number that the
 * request has counted; with none there is nothing to write.
 */
export async function readNotifications({ store, now }: Services, personId: string, unread: number): Promise<void> {
  if (!unread) return
  const { db } = store
  await store.commit([
    db
      .update(notifications)
      .set({ readAt: now() })
      .where(and(eq(notifications.personId, personId), isNull(notifications.readAt))),
  ])
}
