import { sql } from 'drizzle-orm'
import { wishDetails, wishes } from '#db/schema/tables.ts'

/** What a wish is called and how much of it: what every list of wishes names. */
export type WishTitle = {
  readonly itemId: string | null
  readonly quantity: number
  readonly measure: string
  readonly publicText: string
}

/** For readers who may know the item. `publicText` is empty before publication, and where there is no row of details. */
export const titleColumns = {
  itemId: wishes.itemId,
  quantity: wishes.quantity,
  measure: wishes.measure,
  publicText: sql<string>`coalesce(${wishDetails.publicText}, '')`,
}

/** For staff: before publication the words as they were typed take the title's place. */
export const titleOrWords = {
  ...titleColumns,
  publicText: sql<string>`coalesce(nullif(${wishDetails.publicText}, ''), ${wishDetails.words})`,
}

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
