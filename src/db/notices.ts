import { and, count, desc, eq, isNull } from 'drizzle-orm'
import { notices, wishes } from './schema.ts'
import type { Db } from './store.ts'

export async function unreadOf(db: Db, personId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(notices)
    .where(and(eq(notices.personId, personId), isNull(notices.readAt)))
  return row?.count ?? 0
}

export type NoticeRow = {
  readonly kind: string
  /** Null where it is about no wish. */
  readonly code: string | null
  readonly aboutId: string | null
  readonly at: Date
  readonly isRead: boolean
}

/** The latest notices of a person, newest first. */
export async function noticesOf(db: Db, personId: string, limit = 30): Promise<readonly NoticeRow[]> {
  const rows = await db
    .select({ kind: notices.kind, code: wishes.code, aboutId: notices.aboutId, at: notices.at, readAt: notices.readAt })
    .from(notices)
    .leftJoin(wishes, eq(wishes.id, notices.wishId))
    .where(eq(notices.personId, personId))
    .orderBy(desc(notices.at))
    .limit(limit)
  return rows.map(({ readAt, ...row }) => ({ ...row, isRead: readAt !== null }))
}
