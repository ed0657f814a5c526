import { integer, text } from 'drizzle-orm/sqlite-core'

/** An instant: `Date` in code, integer seconds UTC in the database. */
export const instant = (name: string) => integer(name, { mode: 'timestamp' })
export const flag = (name: string) => integer(name, { mode: 'boolean' })
export const id = () => text('id').primaryKey()
