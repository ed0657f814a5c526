import { eq } from 'drizzle-orm'
import { wishDetails } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'

/** Stores the title that was confirmed at publishing; part of the publication's commit. */
export const publicTextOf = ({ db }: Store, wishId: string, publicText: string): Statement =>
  db.update(wishDetails).set({ publicText }).where(eq(wishDetails.wishId, wishId))
