import { and, eq, isNull } from 'drizzle-orm'
import { unreadCount } from '#db/people/notification-rows.ts'
import { notifications } from '#db/schema/tables.ts'
import type { Services } from '#src/services.ts'

/** Marks the person's notifications as read, because the page that shows them was opened. */
export async function readNotifications({ store, now }: Services, personId: string): Promise<void> {
  const { db } = store
  if (!(await unreadCount(db, personId))) return
  await store.commit([
    db
      .update(notifications)
      .set({ readAt: now() })
      .where(and(eq(notifications.personId, personId), isNull(notifications.readAt))),
  ])
}
