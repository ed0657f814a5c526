import { max } from 'drizzle-orm'
import { events } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'

type Known<Made> = { readonly made: Made; readonly position: number }

/**
 * Reads once for each key and caches it until the next event of one of these streams. Only for what no process changes
 * without such an event in the same commit.
 */
export function untilChanged<Key, Made>(
  streamsOf: (key: Key) => readonly string[],
  read: (db: Db, key: Key) => Promise<Made>,
): (db: Db, key: Key) => Promise<Made> {
  const cache = new WeakMap<Db, Map<string, Known<Made>>>()
  return async (db, key) => {
    const all = cache.get(db) ?? new Map<string, Known<Made>>()
    cache.set(db, all)
    // The position is read first, so that anything written during the other reads makes the cached value outdated.
    const [row] = await lastChange(db, { streams: streamsOf(key) })
    const position = row?.pos ?? 0
    const name = JSON.stringify(key)
    const known = all.get(name)
    if (known?.position === position) return known.made
    const made = await read(db, key)
    all.set(name, { made, position })
    return made
  }
}

const lastChange = prepared((db, { streams }: Blanks<'streams'>) =>
  db
    .select({ pos: max(events.pos) })
    .from(events)
    .where(isOneOf(events.stream, streams)),
)
