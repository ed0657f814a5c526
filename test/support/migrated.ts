import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'

let image: Buffer | undefined

/** A new, migrated database in memory. Migrating takes longer than most tests, so it is done once and copied. */
export const migrated = (): SqliteStore => openSqlite(migratedImage())

/** The bytes of a database file on which all migrations have run. */
export function migratedImage(): Buffer {
  image ??= migrate()
  return image
}

/**
 * The statements that make such a database at once. test/db/store/migrations.test.ts runs the migrations themselves on both
 * runtimes.
 */
export function migratedStatements(): readonly string[] {
  const { raw, close } = migrated()
  const made = raw
    .prepare("select name, type, sql from sqlite_schema where sql is not null and name not like '\\_\\_%' escape '\\'")
    .all() as { name: string; type: string; sql: string }[]
  const tables = made.filter(({ type, name }) => type === 'table' && !name.startsWith('sqlite_'))
  const rows = tables.flatMap(({ name }) =>
    raw
      .prepare(`select * from "${name}"`)
      .raw()
      .all()
      .map((row) => `insert into "${name}" values (${(row as readonly unknown[]).map(written).join(', ')})`),
  )
  close()
  return [
    ...tables.map(({ sql }) => sql),
    ...rows,
    ...made.filter(({ type }) => type !== 'table').map(({ sql }) => sql),
  ]
}

function written(value: unknown): string {
  if (value === null || typeof value === 'number') return String(value)
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  throw new Error('a migration writes a value of a kind that is not copied')
}

function migrate(): Buffer {
  const store = openSqlite(':memory:')
  store.migrate('migrations')
  const bytes = store.raw.serialize()
  store.close()
  return bytes
}
