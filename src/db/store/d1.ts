import type { D1Database } from '@cloudflare/workers-types'
import { drizzle } from 'drizzle-orm/d1'
import * as schema from '#db/schema/tables.ts'
import type { Db, Store } from './store.ts'

export function openD1(binding: D1Database): Store {
  const db = drizzle(binding, { schema })
  return {
    db: db as unknown as Db,
    async commit(statements) {
      const changes = statements.map((statement) => statement.toSQL())
      if (changes.length) await binding.batch(changes.map(({ sql, params }) => binding.prepare(sql).bind(...params)))
    },
    // On Workers one request cannot wait for another.
    inTurn: (_key, work) => work(),
    overwriteErased: async () => {},
  }
}
