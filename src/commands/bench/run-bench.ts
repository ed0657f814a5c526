import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureBackup } from './bench-backup.ts'
import { measureLog } from './bench-log.ts'
import { measureMix, openForMix } from './bench-mix.ts'
import { measurePages } from './bench-pages.ts'
import { makePlace, type Place } from './bench-place.ts'
import { lookedAt, smallest } from './fill.ts'
import { type Line, tableOf } from './measure.ts'
import { measureBoard, measureClaims, measureStart, openFor } from './sockets.ts'

/** Claims in each round. */
const crowd = 512

export async function bench(): Promise<void> {
  const { sizes, rounds, log, backup } = asked()
  const folder = mkdtempSync(join(tmpdir(), 'micro-wish-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  if (log || backup) {
    console.log(tableOf(log ? await measureLog(folder, log) : await measureBackup(folder, backup)))
    return
  }

  let passed = 0
  const now = () => new Date(lookedAt.getTime() + passed * 1000)
  const pass = () => {
    passed += 10
  }
  const places: Place[] = []
  for (const size of sizes) {
    const began = performance.now()
    places.push(await makePlace(folder, size, now))
    console.error(`${size} wishes made in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }

  const lines: Line[] = []
  lines.push(...(await measurePages(places, rounds * 6, pass)))
  passed = 0
  const largest = places.at(-1) as Place
  const cookie = await largest.cookieOf('volunteer')
  for (const { store } of places) store.close()
  lines.push(...(await measureBoard(largest, rounds, 1500)))
  lines.push(...(await measureBoard(largest, rounds, 1500, cookie)))
  lines.push(...(await measureStart(largest, rounds)))
  const crowded = await makePlace(folder, smallest, () => lookedAt, openFor(rounds, crowd))
  lines.push(...(await measureClaims(crowded, rounds, crowd)))
  const mixed = await makePlace(folder, smallest, () => lookedAt, openForMix)
  lines.push(...(await measureMix(mixed)))
  console.log(tableOf(lines))
}

function asked() {
  const options = {
    sizes: { type: 'string', default: '1000,100000,1000000' },
    rounds: { type: 'string', default: '5' },
    log: { type: 'string', default: '0' },
    backup: { type: 'string', default: '0' },
  } as const
  const { values } = parseArgs({ args: process.argv.slice(2), options })
  const sizes = values.sizes.split(',').map(Number)
  const rounds = Number(values.rounds)
  const log = Number(values.log)
  const backup = Number(values.backup)
  const isKnown =
    Number.isInteger(log) &&
    log >= 0 &&
    sizes.length > 1 &&
    sizes.every((size) => Number.isInteger(size) && size >= smallest) &&
    rounds >= 1
  if (isKnown) return { sizes, rounds, log, backup }
  console.error(
    `--sizes takes two or more whole numbers from ${smallest} on, such as 1000,100000; --rounds one from 1 on, --log a number of events, --backup a size in MB`,
  )
  process.exit(2)
}
