import { desc, eq } from 'drizzle-orm'
import { events, wishes } from '#db/schema/tables.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import { databaseFile } from '#src/commands/running/machine.ts'
import type { Place } from './bench-place.ts'

/**
 * The minimum that a claim writes, in the same file with the same durability: the event and the wish's new state, as
 * many columns as the program writes, prepared once, one transaction per claim. Gives claims per second.
 */
export async function loopOf({ folder }: Pick<Place, 'folder'>, codes: readonly string[]): Promise<number> {
  const store = openSqlite(databaseFile(folder))
  const { db, raw } = store
  const rows = raw.prepare('select id, seq from wishes where code = ?')
  const [like] = await db.select().from(events).where(eq(events.action, 'claim')).orderBy(desc(events.pos)).limit(1)
  const [wish] = await db.select().from(wishes).where(eq(wishes.state, 'claimed')).limit(1)
  if (!like || !wish) throw new Error('there is no claim to do alike')

  const { pos: _, ...event } = like
  const { id: __, code: ___, ...state } = wish
  const insert = db
    .insert(events)
    .values({ ...event, stream: 'stream of the claim', seq: -1 })
    .toSQL()
  const update = db.update(wishes).set(state).where(eq(wishes.id, 'id of the wish')).toSQL()
  const [first, second] = [raw.prepare(insert.sql), raw.prepare(update.sql)]
  const claim = raw.transaction(({ id, seq }: { id: string; seq: number }) => {
    first.run(...insert.params.map((value) => (value === 'stream of the claim' ? id : value === -1 ? seq + 1 : value)))
    second.run(...update.params.map((value) => (value === 'id of the wish' ? id : value)))
  })

  const found = codes.map((code) => rows.get(code) as { id: string; seq: number })
  const began = performance.now()
  for (const one of found) claim.immediate(one)
  const took = performance.now() - began
  store.close()
  return (codes.length * 1000) / took
}
