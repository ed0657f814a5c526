import { join } from 'node:path'

/** The worker of d1-door.ts with these D1 databases; the same id is the same database as another worker's. */
export const doorConfig = (databases: readonly { readonly binding: string; readonly id: string }[]) => ({
  name: 'd1-door',
  main: join(import.meta.dirname, 'd1-door.ts'),
  compatibility_date: '2026-10-01',
  d1_databases: databases.map(({ binding, id }) => ({ binding, database_name: binding, database_id: id })),
})
