import { desc, eq } from 'drizzle-orm'
import { erasures } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'

/** Certificates of erasure of a community, latest first. */
export const erasuresOf = (db: Db, communityId: string) =>
  db
    .select({ kind: erasures.kind, count: erasures.count, days: erasures.days, at: erasures.at })
    .from(erasures)
    .where(eq(erasures.communityId, communityId))
    .orderBy(desc(erasures.at))
    .limit(100)
