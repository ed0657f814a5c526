import { inBothPlaces } from './both-places.ts'
import { compare, tableOf } from './compare-cells.ts'
import { addLengths, counted, countLives, type Found, monthIn, noLengths, waitsFrom } from './recompute.ts'
import { type Asked, type NoRecount, type Recount, readAs } from './recount-month.ts'
import { type Area, correctedBy, livesOf, signatureOf } from './recount-place.ts'
import { readSurfaces, type Surface } from './surfaces.ts'

/** An area's page has no numbers with links to lists, so it cannot be compared. */
const read: readonly Surface[] = ['sheet', 'csv', 'xlsx', 'json']

/** Above the communities, these reasons are shown as one. */
const publicKey = (key: string) => key.replace(/@reason:(?:moved|deceased|consent-withdrawn)$/, '@reason:withdrawn')

/**
 * Computes a month of an area from the events of its communities and compares it with every surface. Counts are as of a
 * signature plus its corrections, or as of now; waits cover all wishes, as of now.
 */
export async function recountArea(asked: Asked, area: Area): Promise<Recount | NoRecount> {
  const { store, services, month } = asked
  const now = services.now()
  const thisMonth = monthIn('Asia/Shanghai')(now.getTime() / 1000)
  if (month > thisMonth) return { place: area, why: 'future' }
  const sums = new Map<string, number | null>()
  const add = (key: string, value: number) => sums.set(key, (sums.get(key) ?? 0) + value)
  const lengths = noLengths()
  for (const place of area.places) {
    const signature = await signatureOf(store, place, month)
    const [until, at] = signature ? [signature.lastEvent, signature.at] : [Number.MAX_SAFE_INTEGER, now]
    const own = countLives(livesOf(store, place, until), {
      month,
      zone: place.zone,
      now: at.getTime() / 1000,
      inBothPlaces: inBothPlaces(store, place, until),
    })
    const changes = signature ? await correctedBy(store, place, month) : []
    const part = area.below.find(({ path }) => place.path.startsWith(path))
    const facts = [...own].map(([figure, value]) => ({ figure, by: value ?? 0 }))
    for (const { figure, by } of [...facts, ...changes]) {
      if (/\.|@(?:grid|unit):/.test(figure)) continue
      add(publicKey(figure), by)
      if (part && !figure.includes('@')) add(`${figure}@area:${part.id}`, by)
    }
    const monthOf = monthIn(place.zone)
    const isIn = (instant: number | null) => instant !== null && monthOf(instant) === month
    for (const life of livesOf(store, place, Number.MAX_SAFE_INTEGER)) addLengths(lengths, life, isIn)
  }
  const recounted: Found = new Map([...sums, ...waitsFrom(lengths)])
  const get = await readAs(services, area.readerId)
  const shown = await readSurfaces(get, month, `area=${area.id}`, counted, asked.nameOf)
  return {
    place: area,
    signed: false,
    isRunning: month === thisMonth,
    table: tableOf(recounted, shown),
    faults: compare(recounted, shown, read),
  }
}
