import { getTableColumns, is, Param, Placeholder, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db, Statement } from './store.ts'

// What is asked or written with every request or claim. To put a statement together takes longer than to run it, so each
// of these is put together once for each database, with `sql.placeholder` where its values go.

type Values = Readonly<Record<string, unknown>>
type Question<Row> = { prepare(): { execute(values: Values): PromiseLike<Row[]> } }

/** A question. A placeholder takes what the column keeps: seconds where it is an instant. */
export function prepared<Row>(build: (db: Db) => Question<Row>): (db: Db, values: Values) => PromiseLike<Row[]> {
  const questionOf = once((db) => build(db).prepare())
  return (db, values) => questionOf(db).execute(values)
}

/** A change for a commit. `values` are as the code has them, and may hold more than is written. */
export function preparedChange(build: (db: Db) => Statement): (db: Db, values: Values) => Statement {
  const textOf = once((db) => build(db).toSQL())
  return (db, values) => {
    const { sql, params } = textOf(db)
    return { toSQL: () => ({ sql, params: params.map((param) => filled(param, values)) }) }
  }
}

/** A placeholder for each column of a table, by its name in the code. It is no SQL; the type of drizzle's `set` knows no other. */
export const blanksOf = <T extends SQLiteTable>(table: T) =>
  Object.fromEntries(Object.keys(getTableColumns(table)).map((name) => [name, sql.placeholder(name)])) as {
    [Name in keyof T['$inferInsert']]-?: Placeholder & SQL
  }

function filled(param: unknown, values: Values): unknown {
  if (is(param, Placeholder)) return values[param.name]
  if (!is(param, Param) || !is(param.value, Placeholder)) return param
  const value = values[param.value.name] ?? null
  return value === null ? null : param.encoder.mapToDriverValue(value)
}

function once<Made>(make: (db: Db) => Made): (db: Db) => Made {
  const known = new WeakMap<Db, Made>()
  return (db) => {
    const made = known.get(db) ?? make(db)
    known.set(db, made)
    return made
  }
}
