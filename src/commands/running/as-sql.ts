import type { SqliteStore } from '#db/store/sqlite.ts'

/** Parents come before their children; the rule versions are part of the migrations. */
const tables = ['areas', 'people', 'roles', 'access_codes', 'events'] as const

/** The rows that bin/setup has made, as statements for an empty, migrated database. */
export const rowsAsSql = ({ raw }: SqliteStore): string =>
  tables
    .flatMap((table) => {
      const rows = raw.prepare(`select * from ${table}`).all() as Record<string, string | number | null>[]
      return rows.map(({ pos: _, ...row }) => {
        const columns = Object.keys(row).join(', ')
        return `INSERT INTO ${table} (${columns}) VALUES (${Object.values(row).map(literal).join(', ')});\n`
      })
    })
    .join('')

const literal = (value: string | number | null): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? 'NULL')
