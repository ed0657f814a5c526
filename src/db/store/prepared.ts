import { getTableColumns, is, Param, Placeholder, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { seconds } from '#domain/time/seconds.ts'
import type { Db, Statement } from './store.ts'

// Statements of every request or claim. Building a statement with drizzle takes longer than running it, so each of
// these is built once per database, with blanks for its values.

type Values = Readonly<Record<string, unknown>>
type Question<Row> = { prepare(): { execute(values: Values): PromiseLike<Row[]> } }

export type Blank = Placeholder & SQL
/** The blanks of a query, by the names of the values that fill them. */
export type Blanks<Name extends string> = Readonly<Record<Name, Blank>>
/** A list fills a blank of `isOneOf`. */
type Value = string | number | boolean | Date | null | readonly string[]
type Filling<Name extends string> = Readonly<Record<Name, Value>>

/** A query: `prepared((db, { id }: Blanks<'id'>) => db.select().from(areas).where(eq(areas.id, id)))`. */
export function prepared<Name extends string, Row>(
  build: (db: Db, blanks: Blanks<Name>) => Question<Row>,
): (db: Db, values: Filling<Name>) => PromiseLike<Row[]> {
  const questionOf = once((db) => build(db, blanks()).prepare())
  return (db, values) => questionOf(db).execute(stored(values))
}

/**
 * A query whose text depends on something with few values, such as which filters are set: built once for each of them.
 * What a person types belongs in a blank.
 */
export function preparedFor<Shape, Name extends string, Row>(
  build: (db: Db, shape: Shape, blanks: Blanks<Name>) => Question<Row>,
): (db: Db, shape: Shape, values: Filling<Name>) => PromiseLike<Row[]> {
  const questions = new Map<string, ReturnType<typeof prepared<Name, Row>>>()
  return (db, shape, values) => {
    const key = JSON.stringify(shape)
    const question = questions.get(key) ?? prepared((on, all: Blanks<Name>) => build(on, shape, all))
    questions.set(key, question)
    return question(db, values)
  }
}

/** Every name is a blank. A build function takes those it has named in its type. */
const blanks = <Name extends string>(): Blanks<Name> =>
  new Proxy({} as Blanks<Name>, { get: (_, name) => sql.placeholder(String(name)) })

/** As the database stores them: an instant in seconds, a list as JSON, a flag as a number. */
const stored = (values: Readonly<Record<string, Value>>): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, storedValue(value)]))

function storedValue(value: Value): string | number | null {
  if (value instanceof Date) return seconds(value)
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
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
