import { markRead, unreadOf } from '#db/notices.ts'
import type { Services } from '#src/services.ts'

/** The person has opened the page that shows them. */
export async function readNotices({ store, now }: Services, personId: string): Promise<void> {
  if (!(await unreadOf(store.db, personId))) return
  await store.commit([markRead(store.db, personId, now())])
}
