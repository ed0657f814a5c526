import { communityById } from '#db/community/area-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { daysBefore, idleGrids, type Place, unaskedCount, unaskedResidents, wishCounts } from '#db/desk/overdue-rows.ts'
import { slippedWishes, unaskedByGrid, unrenewedByGrid } from '#db/desk/street-rows.ts'
import type { Supervised } from '#db/months/supervised.ts'
import { busyHouseholds } from '#db/residents/households.ts'
import { renewalCounts, renewalsDue } from '#db/residents/renewals-due.ts'
import { type ExceptionName, exceptionNames, idleDays, wishExceptions } from '#domain/overdue.ts'
import { areasOf, communitiesOf, type Person } from '#domain/people/actor.ts'
import { addDays, localDay, midnight, weekdayOf } from '#domain/time/workdays.ts'
import type { C } from '#http/context.ts'
import { pageOf } from '#http/respond.tsx'
import { supervisedCommunities } from '#routes/months/reports-place.ts'
import type { ExceptionList, StreetRow } from '#views/desk/overdue-parts.tsx'
import type { StreetRows } from '#views/desk/street-page.tsx'

/** As many of each as one looks at; the rest is counted. */
const shown = 3

/** A secretary's whole community, a grid worker's own grids; null for people who work in neither. */
export function deskPlace(person: Person): Place | null {
  const communityIds = areasOf(person, 'secretary')
  if (communityIds.length) return { communityIds, gridIds: null }
  const gridIds = areasOf(person, 'gridWorker')
  return gridIds.length ? { communityIds: communitiesOf(person), gridIds } : null
}

/** What is late or stuck in the reader's area, with the rows of each kind that have waited longest. */
export async function exceptionsOf(c: C, place: Place): Promise<readonly ExceptionList[]> {
  const { store, now } = c.get('services')
  const { db } = store
  const at = now()
  const page = pageOf(c)
  const community = await communityById(db, place.communityIds[0] ?? '')
  if (!community) return []
  const { rules } = await rulesToday(db, community, at)
  const { text } = page
  const { day } = text.time
  const before = monthsBefore(at, rules.unaskedMonths)
  const unasked = await unaskedCount(db, place, before)
  const residents = unasked ? await unaskedResidents(db, place, before, shown) : []
  const unrenewed = await renewalsDue(db, place, shown, waitedSince(at, community.zone, rules.keptWaitDays))
  const idle = await idleGrids(db, place, daysBefore(at, idleDays))
  const week = weekOf(at, community.zone)
  const busy = await busyHouseholds(db, place, week.from, week.until, rules.visitsPerWeek)
  return [
    {
      name: 'unasked',
      count: unasked,
      rows: residents.map(({ id, name, gridName, askedAt }) => ({
        title: `${name} · ${gridName}`,
        note: askedAt.getTime() ? text.exceptions.asked(day(askedAt)) : text.exceptions.never,
        href: `/residents/${id}/asked`,
        isPost: true,
      })),
    },
    {
      name: 'unrenewed',
      count: unrenewed.count,
      rows: unrenewed.rows.map(({ id, name, gridName, renewalDueAt }) => ({
        title: `${name} · ${gridName}`,
        note: renewalDueAt ? text.exceptions.since(day(renewalDueAt, community.zone)) : '',
        href: `/residents/${id}#kept`,
      })),
    },
    {
      name: 'idle-grid',
      count: idle.length,
      rows: idle.slice(0, shown).map(({ id, name }) => ({ title: name, note: '', href: `/residents?grid=${id}` })),
    },
    {
      name: 'visits',
      count: busy.length,
      rows: busy.slice(0, shown).map(({ residentId, name, gridName, visits }) => ({
        title: `${name} · ${gridName}`,
        note: text.exceptions.visits(visits),
        href: `/residents/${residentId}`,
      })),
    },
  ]
}

/** The same as numbers for each community, for its supervisor. */
export async function streetDesk(c: C): Promise<readonly StreetRow[]> {
  const { store, now } = c.get('services')
  const { db } = store
  const at = now()
  const communities = await supervisedCommunities(c)
  const [first] = communities
  if (!first) return []
  const community = await communityById(db, first.id)
  if (!community) return []
  const { rules } = await rulesToday(db, community, at)
  const place: Place = { communityIds: communities.map(({ id }) => id), gridIds: null }
  const counts = await wishCounts(db, place, at)
  const before = monthsBefore(at, rules.unaskedMonths)
  const unasked = new Map<string, number>()
  for (const { id } of communities)
    unasked.set(id, await unaskedCount(db, { communityIds: [id], gridIds: null }, before))
  const unrenewed = await renewalCounts(db, place, waitedSince(at, community.zone, rules.keptWaitDays))
  const idle = await idleGrids(db, place, daysBefore(at, idleDays))
  const week = weekOf(at, community.zone)
  const busy = await busyHouseholds(db, place, week.from, week.until, rules.visitsPerWeek)
  return communities.map(({ id, name, slug }) => {
    const own = (one: { readonly communityId: string | null }) => one.communityId === id
    const others: Partial<Record<ExceptionName, number>> = {
      ...counts.get(id),
      unasked: unasked.get(id) ?? 0,
      unrenewed: unrenewed.get(id) ?? 0,
      'idle-grid': idle.filter(own).length,
      visits: busy.filter(own).length,
    }
    const all = Object.fromEntries(exceptionNames.map((one) => [one, others[one] ?? 0]))
    return { name, slug, counts: all as StreetRow['counts'] }
  })
}

/** What is behind one of these numbers. */
export async function streetRows(c: C, { id, zone }: Supervised, name: ExceptionName): Promise<StreetRows> {
  const { store, now } = c.get('services')
  const { db } = store
  const at = now()
  const place: Place = { communityIds: [id], gridIds: null }
  const isWish = wishExceptions.find((one) => one === name)
  if (isWish) return { kind: 'wishes', rows: await slippedWishes(db, id, isWish, at) }
  const community = await communityById(db, id)
  if (!community) return { kind: 'grids', rows: [] }
  const { rules } = await rulesToday(db, community, at)
  if (name === 'unasked')
    return { kind: 'grids', rows: await unaskedByGrid(db, id, monthsBefore(at, rules.unaskedMonths)) }
  if (name === 'unrenewed')
    return { kind: 'grids', rows: await unrenewedByGrid(db, id, waitedSince(at, zone, rules.keptWaitDays)) }
  if (name === 'idle-grid') {
    const idle = await idleGrids(db, place, daysBefore(at, idleDays))
    return { kind: 'grids', rows: idle.map((grid) => ({ gridName: grid.name, count: null })) }
  }
  const week = weekOf(at, zone)
  const busy = await busyHouseholds(db, place, week.from, week.until, rules.visitsPerWeek)
  const grids = Map.groupBy(busy, ({ gridName }) => gridName)
  return { kind: 'grids', rows: [...grids].map(([gridName, some]) => ({ gridName, count: some.length })) }
}

const monthsBefore = (now: Date, months: number): Date => daysBefore(now, Math.round((months * 365) / 12))

/** What has been on the desk since before that instant has waited at least this many local days. */
const waitedSince = (now: Date, zone: string, days: number): Date =>
  midnight(addDays(localDay(now, zone), 1 - days), zone)

/** From Monday until the next Monday. */
function weekOf(now: Date, zone: string) {
  const today = localDay(now, zone)
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
  return { from: midnight(monday, zone), until: midnight(addDays(monday, 7), zone) }
}
