import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import * as schema from '#db/schema/tables.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import { eachStore, execOn, migrations, migrationsFolder, type RawStore } from '#test/support/stores.ts'

const all = migrations()
type Journal = { readonly entries: readonly { readonly tag: string }[] }
const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as Journal

/** Every migration but the last, as the number of files that an installation has when it meets the next. */
const before = all.slice(1).map((_, n) => n + 1)

eachStore((open) => {
  test.each(before)('a filled database with %i migrations takes the rest and loses no row', async (count) => {
    const store = await open({ isMigrated: false })
    for (const { statements } of all.slice(0, count)) await store.exec(statements)
    await fill(store)
    const counted = await countRows(store)

    for (const { statements } of all.slice(count)) await store.exec(statements)

    const after = await countRows(store)
    for (const [table, rows] of counted)
      expect([table, after.get(table) ?? 0]).toEqual([table, expect.toSatisfy((n) => n >= rows)])
    expect(await store.db.all(sql`pragma foreign_key_check`)).toEqual([])
  })

  test('the migrations make the tables of the schema and no others', async () => {
    const names = await tablesOf(await open())

    expect(names).toEqual(Object.keys(newest().tables).sort())
  })
})

describe('on node, by the migrator that npm start uses', () => {
  test.each(before)('a filled database with %i migrations takes the rest and loses no row', async (count) => {
    const folder = mkdtempSync(join(tmpdir(), 'micro-wish-'))
    const older = join(folder, 'migrations')
    cpSync(migrationsFolder, older, { recursive: true })
    writeFileSync(
      join(older, 'meta/_journal.json'),
      JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }),
    )
    const store = openSqlite(join(folder, 'filled.db'))
    store.migrate(older)
    const raw = { ...store, exec: async (list: readonly string[]) => execOn(store, list) }
    await fill(raw)
    const counted = await countRows(raw)

    store.migrate(migrationsFolder)
    store.migrate(migrationsFolder)

    const after = await countRows(raw)
    for (const [table, rows] of counted) expect(after.get(table) ?? 0).toBeGreaterThanOrEqual(rows)
    expect(store.raw.pragma('foreign_keys', { simple: true })).toBe(1)
    store.close()
    rmSync(folder, { recursive: true })
  })
})

describe('the files', () => {
  test('are all in the journal, in its order', () => {
    expect(all.map(({ name }) => name)).toEqual(journal.entries.map(({ tag }) => `${tag}.sql`))
  })

  test('give exactly the schema of the code: no generated migration is missing', async () => {
    const snapshot = JSON.parse(readFileSync(join(migrationsFolder, `meta/${lastSnapshot()}`), 'utf8'))
    const now = await generateSQLiteDrizzleJson(schema, snapshot.id)

    expect(await generateSQLiteMigration(snapshot, now)).toEqual([])
  })

  test('drop no table that is not on the reviewed list, and never cascade to other rows', () => {
    for (const { name, statements } of all) {
      const text = statements.join('\n')
      expect([name, /ON DELETE (CASCADE|SET NULL)/i.test(text)]).toEqual([name, false])
      // A rebuild copies into a new table and drops the old one; a person has to check it and say so in the file.
      expect([name, /DROP TABLE/i.test(text) && !/^-- reviewed: /m.test(text)]).toEqual([name, false])
    }
  })
})

const lastSnapshot = (): string => `${journal.entries.at(-1)?.tag.slice(0, 4)}_snapshot.json`
const newest = () =>
  JSON.parse(readFileSync(join(migrationsFolder, `meta/${lastSnapshot()}`), 'utf8')) as {
    tables: Record<string, unknown>
  }

async function tablesOf({ db }: RawStore): Promise<readonly string[]> {
  const rows = await db.all<{ name: string }>(sql`select name from sqlite_master where type = 'table' order by name`)
  const own = (name: string) => !name.startsWith('sqlite_') && !name.startsWith('_') && !name.startsWith('d1_')
  return rows.map(({ name }) => name).filter(own)
}

/** Two rows in every table: all columns that need a value have one, and every child points at a parent. */
async function fill(store: RawStore): Promise<void> {
  const inserts: string[] = []
  for (const table of await tablesOf(store)) {
    const columns = await store.db.all<{ name: string; type: string; pk: number; notnull: number }>(
      sql.raw(`pragma table_info(${table})`),
    )
    for (const row of [1, 2]) {
      const filled = columns.filter((column) => column.pk || column.notnull || column.name === 'slug')
      const values = filled.map(({ type }) => (/int/i.test(type) ? String(row) : `'x${row}'`))
      const names = filled.map(({ name }) => `"${name}"`)
      inserts.push(`INSERT INTO "${table}" (${names.join(', ')}) VALUES (${values.join(', ')})`)
    }
  }
  await store.exec(['PRAGMA defer_foreign_keys=ON', ...inserts])
}

async function countRows(store: RawStore): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const table of await tablesOf(store)) {
    const [row] = await store.db.all<{ n: number }>(sql.raw(`select count(*) as n from "${table}"`))
    counts.set(table, row?.n ?? 0)
  }
  return counts
}
