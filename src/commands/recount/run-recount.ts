import { parseArgs } from 'node:util'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import { commandWords } from '#src/commands/running/command-words.ts'
import { foundAt, lastTickIn } from '#src/commands/running/demo-database.ts'
import { databaseFile, readConfigFromMachine } from '#src/commands/running/machine.ts'
import { noPhotos, wholeSeconds } from '#src/services.ts'
import { pageWords } from './page-words.ts'
import { recountArea } from './recount-area.ts'
import { type NoRecount, type Recount, readOnly, recount } from './recount-month.ts'
import { areasOf, placesOf } from './recount-place.ts'
import { surfaces } from './surfaces.ts'

type Terminal = {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * npm run recount -- MONTH [--community slug]. Exits with 0 if every surface agrees with the events or the month has
 * not begun, and with 1 if something differs or could not be compared.
 */
export async function recountCommand(args: readonly string[], env: NodeJS.ProcessEnv, terminal: Terminal) {
  const { out, error } = terminal
  const asked = flagsOf(args)
  const say = commandWords(asked?.lang, env).recount
  if (!asked || !/^\d{4}-(0[1-9]|1[0-2])$/.test(asked.month)) {
    error(say.usage)
    return 1
  }
  // No page leaves this process, so any address works.
  const machine = readConfigFromMachine({ PUBLIC_URL: 'http://127.0.0.1', ...env })
  if (!machine.ok) {
    for (const fault of machine.faults) error(fault)
    return 1
  }
  const file = databaseFile(machine.dataDir)
  const store = openSqlite(file)
  try {
    readOnly(store)
    const now = latest(store, file, terminal.now)
    const places = await placesOf(store, asked.community)
    if (!places.length) error(say.noPlace)
    const all = {
      store,
      services: { store, config: machine.config, photos: noPhotos, now: () => now },
      month: asked.month,
      ...pageWords(),
    }
    const outcomes: Outcome[] = []
    for (const place of places) outcomes.push(outcomeOf(await recount(all, place), asked.month, say, terminal))
    // For a single community, the areas above it are not compared.
    const areas = asked.community ? [] : await areasOf(store, now)
    for (const area of areas) outcomes.push(outcomeOf(await recountArea(all, area), asked.month, say, terminal))
    if (!outcomes.length) return 1
    const compared = outcomes.filter((one) => one !== 'not-begun')
    if (!compared.length) out(say.notBegun(asked.month))
    else out(compared.includes('different') ? say.bad : compared.includes('unread') ? say.unread : say.good)
    return compared.every((one) => one === 'same') ? 0 : 1
  } finally {
    store.close()
  }
}

type Words = ReturnType<typeof commandWords>['recount']

type Outcome = 'same' | 'different' | 'unread' | 'not-begun'

function outcomeOf(result: Recount | NoRecount, month: string, say: Words, { out, error }: Terminal): Outcome {
  if ('why' in result) {
    const isAhead = result.why === 'future'
    const line = say.cannot[result.why](result.place.name)
    if (isAhead) out(line)
    else error(line)
    return isAhead ? 'not-begun' : 'unread'
  }
  out(say.head(result.place.name, month))
  if (result.isRunning) out(say.running)
  if (result.signed) out(say.signed)
  out(say.compared)
  const rows = [[say.figure, say.events, ...surfaces], ...result.table]
  const widths = rows[0]?.map((_, n) => Math.max(...rows.map((row) => (row[n] ?? '').length))) ?? []
  for (const row of rows)
    out(row.map((cell, n) => (n ? cell.padStart(widths[n] ?? 0) : cell.padEnd(widths[0] ?? 0))).join('  '))
  for (const { what, where, events, shown } of result.faults) error(say.fault(what, where, events, shown))
  return result.faults.length ? 'different' : 'same'
}

function flagsOf(args: readonly string[]) {
  try {
    const options = { community: { type: 'string' }, lang: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { ...values, month: positionals.length === 1 ? (positionals[0] ?? '') : '' }
  } catch {
    return null
  }
}

/** The present time: the machine's clock, or for a demo, which may be set on any day, the last time its clock ran. */
function latest({ raw }: SqliteStore, file: string, ms: number): Date {
  const ticked = foundAt(file) === 'demo' ? lastTickIn(file) : null
  const { at } = raw.prepare('select max(at) as at from events').get() as { at: number | null }
  return wholeSeconds(Math.max(ticked?.getTime() ?? ms, (at ?? 0) * 1000))
}
