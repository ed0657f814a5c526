import { and, count, desc, eq, isNull } from 'drizzle-orm'
import { notifications, wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'

export async function unreadCount(db: Db, personId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(notifications)
    .where(and(eq(notifications.personId, personId), isNull(notifications.readAt)))
  return row?.count ?? 0
}

export type NotificationRow = {
  readonly kind: string
  /** Null where it is not about a wish. */
  readonly code: string | null
  readonly aboutId: string | null
  readonly at: Date
  readonly isRead: boolean
}

/** The latest notifications of a person, newest first. */
export async function notificationsOf(db: Db, personId: string, limit = 30): Promise<readonly NotificationRow[]> {
  const rows = await db
    .select({
      kind: notifications.kind,
      code: wishes.code,
      aboutId: notifications.aboutId,
      at: notifications.at,
      readAt: notifications.readAt,
    })
    .from(notifications)
    .leftJoin(wishes, eq(wishes.id, notifications.wishId))
    .where(eq(notifications.personId, personId))
    .orderBy(desc(notifications.at))
    .limit(limit)
  return rows.map(({ readAt, ...row }) => ({ ...row, isRead: readAt !== null }))
}
