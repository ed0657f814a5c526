import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { seconds } from '#domain/time/seconds.ts'

/** The last row of a page: the time by which the list is ordered, and an id or a code, because two rows may share the time. */
export type Cursor = { readonly at: Date; readonly id: string }

/** The rows of a list in ascending order that come after the cursor; all of them where there is none. */
export const afterCursor = (at: SQLWrapper, id: SQLWrapper, after: Cursor | null): SQL | undefined =>
  after ? sql`(${at}, ${id}) > (${seconds(after.at)}, ${after.id})` : undefined

/** The rows of a list in descending order that come after the cursor. */
export const beforeCursor = (at: SQLWrapper, id: SQLWrapper, after: Cursor | null): SQL | undefined =>
  after ? sql`(${at}, ${id}) < (${seconds(after.at)}, ${after.id})` : undefined

/** One page of a query. `last` is its last row, from which the cursor of the next page is made; null on the last page. */
export async function paginate<Row>(query: { limit(most: number): PromiseLike<Row[]> }, size: number) {
  const found = await query.limit(size + 1)
  const rows = found.slice(0, size)
  return { rows, last: found.length > size ? (rows.at(-1) ?? null) : null }
}
