import { desc, eq } from 'drizzle-orm'
import { erasures } from './schema.ts'
import type { Db } from './store.ts'

/** Certificates of a community, the latest first. */
export const erasuresOf = (db: Db, communityId: string) =>
  db
    .select({ kind: erasures.kind, count: erasures.count, days: erasures.days, at: erasures.at })
    .from(erasures)
    .where(eq(erasures.communityId, communityId))
    .orderBy(desc(erasures.at))
    .limit(100)
