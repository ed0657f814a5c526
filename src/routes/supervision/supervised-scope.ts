import type { Supervised } from '#db/months/supervised.ts'
import { periodOf } from '#domain/month/figures.ts'
import { localMonth } from '#domain/time/workdays.ts'
import type { C } from '#http/context.ts'
import { countryZone, supervisedCommunities } from '#routes/months/reports-place.ts'

export type Scope = {
  /** Every community that the reader supervises, in their own order. */
  readonly all: readonly Supervised[]
  /** The one that `?c=` names; null for all of them. */
  readonly chosen: Supervised | null
  readonly ids: readonly string[]
}

/** Null if `?c=` names a community that the reader does not supervise. */
export async function scopeOf(c: C): Promise<Scope | null> {
  const all = await supervisedCommunities(c)
  const slug = c.req.query('c')
  const chosen = all.find((one) => one.slug === slug) ?? null
  if (slug && !chosen) return null
  return { all, chosen, ids: chosen ? [chosen.id] : all.map(({ id }) => id) }
}

/** The month that `?month=` names, otherwise the running one; null if it is none. */
export function monthAsked(c: C, month = c.req.query('month')) {
  const now = c.get('services').now()
  return periodOf(month ?? localMonth(now, countryZone), countryZone, now)
}
