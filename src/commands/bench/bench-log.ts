import { join } from 'node:path'
import { cpuUsage } from 'node:process'
import { entryAt, inclusionProof } from '#actions/log/log-reads.ts'
import { checkpointOf, sequenceLog, withLeaves } from '#actions/log/sequence-log.ts'
import { sha256Bytes } from '#auth/log-keys.ts'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import { grow, growingFrom } from '#domain/log/log-growth.ts'
import { isIncluded } from '#domain/log/log-proofs.ts'
import { bundleLevel, rootAt, type Tiles, tileKey } from '#domain/log/log-tiles.ts'
import { leafHash } from '#domain/log/tree-hash.ts'
import { migrationsFolder } from '#src/commands/running/root.ts'
import { noPhotos, type Services, wholeSeconds } from '#src/services.ts'
import { atMost, type Line, median } from './measure.ts'

const proofs = 200
const seed = 'a seed for measuring the log only'

/**
 * The log of `size` events: its tree, the room it takes, and a proof of one entry. Times are the processor's, so that other
 * programs on the machine count less.
 */
export async function measureLog(folder: string, size: number): Promise<readonly Line[]> {
  const store = openSqlite(join(folder, 'log.db'))
  try {
    store.migrate(migrationsFolder)
    fillEvents(store, size)
    const config = { publicUrl: 'http://127.0.0.1', secret: seed, logSeed: seed, isDemo: false }
    const services: Services = { store, config, photos: noPhotos, now: () => wholeSeconds(Date.now()) }
    const tree = await timed(async () => treeOf(size))
    const whole = await timed(() => sequenceLog(services))
    if (!whole.made) throw new Error('there are no events')
    const { root } = checkpointOf(whole.made)

    const times: number[] = []
    for (let n = 0; n < proofs; n++) {
      const index = Math.floor((size * (n + 0.5)) / proofs)
      const { made: proof, ms } = await timed(() => inclusionProof(services, index, size))
      const leaf = leafHash(sha256Bytes, (await entryAt(services, index)) ?? new Uint8Array())
      if (!isIncluded(sha256Bytes, { leaf, index, size, root, proof })) throw new Error(`proof ${index} is wrong`)
      times.push(ms)
    }
    const stored = bundles(store)
    const all = `${(whole.ms / 1000).toFixed(1)} s with reading, sealing and storing`
    return [
      atMost(`tree of ${size} events`, tree.ms / 1000, 10, all, 's'),
      atMost(
        'proof of one of them',
        median(times),
        5,
        `the slowest of ${proofs}: ${Math.max(...times).toFixed(1)} ms`,
        'ms',
      ),
      atMost('room of the log', roomOf(store) / 1e6, 40, `${stored} bundles of entries`, 'MB'),
    ]
  } finally {
    store.close()
  }
}

/** The tree alone, from entries that are sealed already, in the portions in which the log grows. */
function treeOf(size: number): Uint8Array {
  const entry = sha256Bytes(new Uint8Array())
  let tiles: Tiles = new Map()
  let root = entry
  for (let done = 0; done < size; ) {
    const entries = Array.from({ length: Math.min(4000, size - done) }, () => entry)
    const grown = grow(sha256Bytes, tiles, done, entries)
    tiles = new Map([...tiles, ...grown.changed.map((tile) => [tileKey(tile), tile.bytes] as const)])
    done = grown.size
    tiles = edgeIn(tiles, done)
    root = rootAt(sha256Bytes, withLeaves(tiles), done)
  }
  return root
}

function edgeIn(tiles: Tiles, size: number): Tiles {
  const edge = growingFrom(size).map(tileKey)
  return new Map([...tiles].filter(([key]) => edge.includes(key)))
}

async function timed<Made>(work: () => Promise<Made>): Promise<{ readonly made: Made; readonly ms: number }> {
  const began = cpuUsage()
  const made = await work()
  const { user, system } = cpuUsage(began)
  return { made, ms: (user + system) / 1000 }
}

/** Events as long as those of a wish that is claimed. */
function fillEvents({ raw }: SqliteStore, size: number): void {
  raw.pragma('synchronous = OFF')
  raw
    .prepare(
      `insert into events (stream, seq, action, state, actor_id, at, community_id, grid_id, category, urgency, source, unit_id, round, due_at, promise_at, rule_version, data)
       with recursive n(n) as (select 0 union all select n + 1 from n where n < ? - 1)
       select printf('%024x', n / 8), n % 8 + 1, 'claim', 'claimed', printf('%024x', n % 997), 1793588400 + n, 'c', 'g', 'goods', 'yellow', 'visit', 'unit', 1, 1793588400 + n, 1793588400 + n, 'first', '{"claimId":"' || printf('%024x', n) || '","volunteerId":"' || printf('%024x', n % 997) || '"}' from n`,
    )
    .run(size)
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.pragma('synchronous = FULL')
}

const bundles = ({ raw }: SqliteStore): number =>
  raw.prepare('select count(*) from log_tiles where level = ?').pluck().get(bundleLevel) as number

/** The pages that the file has fewer without the log's tables: nothing is left of them afterwards. */
function roomOf({ raw }: SqliteStore): number {
  const page = raw.pragma('page_size', { simple: true }) as number
  raw.exec('vacuum')
  const withLog = raw.pragma('page_count', { simple: true }) as number
  raw.exec('drop table log_tiles; drop table log_heads; vacuum')
  return page * (withLog - (raw.pragma('page_count', { simple: true }) as number))
}
