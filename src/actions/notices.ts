import { and, eq, isNull } from 'drizzle-orm'
import { unreadOf } from '#db/notices.ts'
import { notices } from '#db/schema.ts'
import type { Services } from '#src/services.ts'

/** The person has opened the page that shows them. */
export async function readNotices({ store, now }: Services, personId: string): Promise<void> {
  const { db } = store
  if (!(await unreadOf(db, personId))) return
  await store.commit([
    db
      .update(notices)
      .set({ readAt: now() })
      .where(and(eq(notices.personId, personId), isNull(notices.readAt))),
  ])
}
