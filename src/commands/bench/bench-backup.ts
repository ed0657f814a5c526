import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ticks } from '#db/schema/tables.ts'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import { inThread } from '#src/commands/backup/backup-in-thread.ts'
import { databaseFile } from '#src/commands/running/machine.ts'
import { migrationsFolder } from '#src/commands/running/root.ts'
import { wholeSeconds } from '#src/services.ts'
import { atMost, type Line } from './measure.ts'

const perSecond = 50
const quietSeconds = 10

/** What fifty writes a second notice of a backup of a database of that many megabytes. Each is answered after its flush. */
export async function measureBackup(folder: string, megabytes: number): Promise<readonly Line[]> {
  const dataDir = join(folder, 'data')
  const target = join(folder, 'backups')
  mkdirSync(target)
  const store = openSqlite(databaseFile(dataDir))
  try {
    store.migrate(migrationsFolder)
    fillUp(store, megabytes)
    const quiet = await writing(store, 'quiet', wait(quietSeconds * 1000))
    const began = performance.now()
    const backup = inThread({
      dataDir,
      folder: target,
      at: wholeSeconds(Date.now()),
      logSeed: 'a seed for measuring only',
      recipients: [],
      offSite: null,
      isDrill: false,
      mostDays: 30,
    })
    const during = await writing(store, 'during', backup)
    const seconds = (performance.now() - began) / 1000
    const { made } = await backup
    if (!made.ok) throw new Error(`no backup: ${made.why}`)
    const stored = store.raw.prepare("select count(*) from ticks where id like 'during-%'").pluck().get() as number
    const note = `${during.length} in ${seconds.toFixed(1)} s of backup, the slowest ${Math.max(...during).toFixed(1)} ms; before it p99 ${p99(quiet).toFixed(1)} ms`
    return [
      atMost(`p99 of a write during a backup of ${megabytes} MB`, p99(during), 20, note, 'ms'),
      atMost('writes lost', during.length - stored, 0, `${(made.bytes / 1e6).toFixed(1)} MB packed`, ''),
    ]
  } finally {
    store.close()
  }
}

/** Writes until `end` is settled; how long each took, in milliseconds. */
async function writing(store: SqliteStore, name: string, end: Promise<unknown>): Promise<readonly number[]> {
  let isOver = false
  const over = () => {
    isOver = true
  }
  end.then(over, over)
  const took: number[] = []
  while (!isOver) {
    const began = performance.now()
    const id = `${name}-${took.length}`
    await store.commit([store.db.insert(ticks).values({ id, at: wholeSeconds(Date.now()), changed: 1 })])
    took.push(performance.now() - began)
    await wait(Math.max(0, 1000 / perSecond - (performance.now() - began)))
  }
  return took
}

const p99 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN

function fillUp({ raw }: SqliteStore, megabytes: number): void {
  raw.pragma('synchronous = OFF')
  raw
    .prepare(
      `insert into ticks (id, at, changed)
       with recursive n(n) as (select 0 union all select n + 1 from n where n < ? - 1)
       select 'fill-' || n || hex(randomblob(500)), 1, 1 from n`,
    )
    .run(megabytes * 480)
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.pragma('synchronous = FULL')
}
