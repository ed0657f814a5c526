import type { Fault } from './compare-cells.ts'
import type { Life } from './fold-life.ts'
import { type Found, monthIn } from './recompute.ts'
import { cellsOf, type Get, type NameOf } from './surfaces.ts'

type Place = { readonly slug: string; readonly month: string; readonly zone: string }

/** Figures of a letter about the unit's own deliveries, with the names they have in the month's facts. */
const own = {
  led: 'deliveries',
  confirmed: 'confirmed',
  reached: 'reached',
  satisfied: 'satisfied',
  reopened: 'reopened',
}

const evaluations = ['satisfied', 'reopened']

/**
 * Compares the letters to work units: one for each unit that led a delivery (`reckoned`, as signed) or helped in one
 * (`lives`, as of now), with its numbers.
 */
export async function compareLetters(
  get: Get,
  recounted: Found,
  lives: readonly Life[],
  { slug, month, zone }: Place,
  nameOf: NameOf,
): Promise<readonly Fault[]> {
  const joined = joinedIn(lives, month, zone)
  const led = [...recounted].flatMap(([key, count]) => (count ? (/^deliveries@unit:(.+)$/.exec(key)?.[1] ?? []) : []))
  const owed = new Set([...led, ...joined.keys()])
  const html = await (await get(`/reports/${month}/units?c=${slug}`)).text()
  const there = new Set(
    [...html.matchAll(/href="\/reports\/[\d-]+\/units\/(?!all\?)([^"?]+)\?/g)].map(([, id]) => id ?? ''),
  )
  const faults: Fault[] = []
  const differ = (what: string, events: number, shown: number | undefined) => {
    if (events !== shown) faults.push({ what, where: 'letter', events: `${events}`, shown: `${shown ?? '—'}` })
  }
  for (const id of new Set([...owed, ...there])) {
    differ(`@unit:${id}`, Number(owed.has(id)), Number(there.has(id)))
    if (!there.has(id)) continue
    const cells = cellsOf(await (await get(`/reports/${month}/units/${id}?c=${slug}`)).text())
    const shown = (name: string) => {
      const count = cells.get(nameOf(name) ?? '')
      return count === undefined ? undefined : Number(count)
    }
    // A letter about only a few members leaves out both figures about satisfaction, or neither.
    const keepsBack = evaluations.every((name) => shown(name) === undefined)
    for (const [name, figure] of Object.entries(own))
      if (!(keepsBack && evaluations.includes(name)))
        differ(`${figure}@unit:${id}`, recounted.get(`${figure}@unit:${id}`) ?? 0, shown(name))
    differ(`joined@unit:${id}`, joined.get(id) ?? 0, shown('joined') ?? 0)
  }
  return faults
}

/** In how many of the month's deliveries members of each unit helped without leading them. */
function joinedIn(lives: readonly Life[], month: string, zone: string): ReadonlyMap<string, number> {
  const monthOf = monthIn(zone)
  const found = new Map<string, number>()
  for (const { deliveredAt, unit, unitsWith } of lives.flatMap(({ rounds }) => rounds)) {
    if (deliveredAt === null || monthOf(deliveredAt) !== month) continue
    for (const id of unitsWith) if (id !== unit) found.set(id, (found.get(id) ?? 0) + 1)
  }
  return found
}
