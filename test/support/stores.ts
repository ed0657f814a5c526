import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { createTestHarness } from 'wrangler'
import { openD1 } from '#db/store/d1.ts'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import type { Store } from '#db/store/store.ts'
import { d1Through } from '#test/support/worker/d1-client.ts'
import { doorConfig } from '#test/support/worker/door-config.ts'
import { migratedImage, migratedStatements } from './migrated.ts'

type Runtime = 'node' | 'workerd'
/** Gives a new store at each call: empty and migrated, or without any table. */
export type OpenStore = (options?: { readonly isMigrated: boolean }) => Promise<RawStore>
export type RawStore = Store & { exec(statements: readonly string[]): Promise<void> }

export const migrationsFolder = join(import.meta.dirname, '../../migrations')

/** The statements of each migration file, oldest first. */
export const migrations = (): readonly { readonly name: string; readonly statements: readonly string[] }[] =>
  readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(migrationsFolder, name), 'utf8')
      return { name, statements: text.split('--> statement-breakpoint') }
    })

/** The same tests on better-sqlite3 in a file and on D1 inside workerd. */
export function eachStore(tests: (open: OpenStore, runtime: Runtime) => void): void {
  describe('on node', () => tests(nodeStores(), 'node'))
  describe('on workerd', () => tests(workerdStores(), 'workerd'))
}

export function nodeStores(): OpenStore {
  const folder = mkdtempSync(join(tmpdir(), 'micro-wish-'))
  const opened: SqliteStore[] = []
  afterAll(() => {
    for (const store of opened) store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return async ({ isMigrated } = { isMigrated: true }) => {
    const file = join(folder, `${opened.length}.db`)
    if (isMigrated) writeFileSync(file, migratedImage())
    const store = openSqlite(file)
    opened.push(store)
    return { ...store, exec: async (statements) => execOn(store, statements) }
  }
}

/** All or none, as a D1 batch is. */
export const execOn = ({ raw }: SqliteStore, statements: readonly string[]): void => {
  raw.exec('BEGIN')
  try {
    raw.exec(`${statements.join(';\n')};\nCOMMIT`)
  } catch (error) {
    if (raw.inTransaction) raw.exec('ROLLBACK')
    throw error
  }
}

const perFile = 48
const bindings = Array.from({ length: perFile }, (_, n) => `DB${n}`)

function workerdStores(): OpenStore {
  const databases = bindings.map((binding) => ({ binding, id: binding }))
  const harness = createTestHarness({ root: import.meta.dirname, workers: [{ config: doorConfig(databases) }] })
  let used = 0
  // Straight to its port: the harness's own fetch costs as much again as the statement behind it.
  let door: URL
  beforeAll(async () => {
    door = (await harness.listen()).url
  })
  afterAll(() => harness.close())

  return async ({ isMigrated } = { isMigrated: true }) => {
    const binding = bindings[used++]
    if (!binding) throw new Error(`a test file opens at most ${perFile} stores on workerd`)
    const d1 = d1Through(async (body) => (await fetch(door, { method: 'POST', body })).json(), binding)
    const store = {
      ...openD1(d1),
      exec: async (statements: readonly string[]) => {
        await d1.batch(statements.map((statement) => d1.prepare(statement)))
      },
    }
    if (isMigrated) await store.exec(migratedStatements())
    return store
  }
}
