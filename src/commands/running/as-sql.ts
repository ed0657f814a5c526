import type { SqliteStore } from '#db/store/sqlite.ts'

/** What bin/setup writes; parents come before their children, and the rule versions are part of the migrations. */
const ofSetup = ['areas', 'people', 'roles', 'access_codes', 'events'] as const

/** The rows that bin/setup has made, as statements for an empty, migrated database. Its records get their place there. */
export const setupAsSql = (store: SqliteStore): string => `${insertsOf(store, ofSetup, ['pos']).join(';\n')};\n`

/** Every row, as statements for an empty, migrated database of the same version. */
export const wholeAsSql = (store: SqliteStore): readonly string[] => {
  const own = store.raw
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by rowid")
    .pluck()
    .all() as string[]
  const tables = parentsFirst(
    store,
    own.filter((name) => name !== '__drizzle_migrations'),
  )
  // What the migrations have put there comes along with the rest.
  return [...tables.toReversed().map((table) => `DELETE FROM ${table}`), ...insertsOf(store, tables, [])]
}

function insertsOf({ raw }: SqliteStore, tables: readonly string[], without: readonly string[]): readonly string[] {
  return tables.flatMap((table) => {
    const rows = raw.prepare(`select * from ${table} order by rowid`).all() as Readonly<Record<string, Value>>[]
    return rows.map((row) => {
      const columns = Object.keys(row).filter((name) => !without.includes(name))
      const values = columns.map((name) => literal(row[name] ?? null))
      return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})`
    })
  })
}

function parentsFirst({ raw }: SqliteStore, tables: readonly string[]): readonly string[] {
  const parents = new Map(
    tables.map((table) => [
      table,
      (raw.pragma(`foreign_key_list(${table})`) as readonly { readonly table: string }[]).map((key) => key.table),
    ]),
  )
  const sorted: string[] = []
  const add = (table: string): void => {
    if (sorted.includes(table)) return
    for (const parent of parents.get(table) ?? []) if (parent !== table) add(parent)
    sorted.push(table)
  }
  tables.forEach(add)
  return sorted
}

type Value = string | number | null | Buffer

function literal(value: Value): string {
  if (Buffer.isBuffer(value)) return `X'${value.toString('hex')}'`
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? 'NULL')
}
