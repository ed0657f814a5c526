import { sql } from 'drizzle-orm'
import { wishDetails, wishes } from '#db/schema/tables.ts'

const isShown = sql`${wishDetails.titleHiddenAt} is null`

/** What public pages and files may call a wish: only its category once the consent to show it was withdrawn. */
export const shownTitle = {
  itemId: sql<string | null>`case when ${isShown} then ${wishes.itemId} end`,
  publicText: sql<string>`case when ${isShown} then ${wishDetails.publicText} else '' end`,
  isUntitled: sql<boolean>`${wishDetails.titleHiddenAt} is not null`.mapWith(Boolean),
}

/** The quantity; withheld as well, because the measure could give the item away. */
export const shownAmount = {
  quantity: sql<number | null>`case when ${isShown} then ${wishes.quantity} end`,
  measure: sql<string | null>`case when ${isShown} then ${wishes.measure} end`,
}
