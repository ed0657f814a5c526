import { eq } from 'drizzle-orm'
import { wishDetails } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'

/** Keeps the title that was confirmed at publishing; goes into the commit of the publication. */
export const publicTextOf = ({ db }: Store, wishId: string, publicText: string): Statement =>
  db.update(wishDetails).set({ publicText }).where(eq(wishDetails.wishId, wishId))
