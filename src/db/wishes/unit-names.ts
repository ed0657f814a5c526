import { asc, eq } from 'drizzle-orm'
import { units } from '#db/schema/tables.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'

/** A community's work units, by name. */
export const unitNames = async (db: Db, communityId: string): Promise<readonly { id: string; name: string }[]> =>
  namesIn(db, { communityId })

const namesIn = prepared((db, { communityId }: Blanks<'communityId'>) =>
  db
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(eq(units.communityId, communityId))
    .orderBy(asc(units.name)),
)
