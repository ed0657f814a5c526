import { is, Placeholder, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Blank } from './prepared.ts'

/** `inArray` for lists of any length: they are passed as one parameter, because D1 allows a hundred per statement. */
export const isOneOf = (column: SQLiteColumn, values: readonly string[] | Blank): SQL =>
  sql`${column} in (select value from json_each(${is(values, Placeholder) ? values : JSON.stringify(values)}))`
