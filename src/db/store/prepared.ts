import { getTableColumns, is, Param, Placeholder, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db, Statement } from './store.ts'

// Statements of every request or claim. Building a statement with drizzle takes longer than running it, so each of
// these is built once per database, with `sql.placeholder` for its values.

type Values = Readonly<Record<string, unknown>>
type Question<Row> = { prepare(): { execute(values: Values): PromiseLike<Row[]> } }

/** A query. A placeholder takes the value as stored: seconds for an instant. */
export function prepared<Row>(build: (db: Db) => Question<Row>): (db: Db, values: Values) => PromiseLike<Row[]> {
  const questionOf = once((db) => build(db).prepare())
  return (db, values) => questionOf(db).execute(values)
}

/** A change for a commit. `values` are as in the code, and may contain more fields than are written. */
export function preparedChange(build: (db: Db) => Statement): (db: Db, values: Values) => Statement {
  const textOf = once((db) => build(db).toSQL())
  return (db, values) => {
    const { sql, params } = textOf(db)
    return { toSQL: () => ({ sql, params: params.map((param) => filled(param, values)) }) }
  }
}

/**
 * A placeholder for each column of a table, named as in the code. The cast is needed because drizzle's type for `set`
 * allows columns' values only.
 */
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
