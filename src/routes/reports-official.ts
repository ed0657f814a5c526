import { onlyOf, reckonMonth, signedMonth } from '#db/months.ts'
import { isSecretaryOf } from '#domain/actor.ts'
import { type Period, type SetName, sumOf } from '#domain/figures.ts'
import { countsFrom, differencesOf, partsOf } from '#domain/month-facts.ts'
import type { C } from '#http/context.ts'
import { exact } from '#text/days.ts'
import type { Official } from '#views/months/official.tsx'
import type { Report } from '#views/reports/shape.ts'
import type { ReportPlace } from './reports-place.ts'

type AsSigned = { readonly figures: Pick<Report, 'total' | 'grids' | 'stand'>; readonly official: Official }

/** A signed month as this reader may see it: the figures as signed, and what has come of them since. Null while unsigned. */
export async function officialOf(c: C, place: ReportPlace, period: Period): Promise<AsSigned | null> {
  const { store, now } = c.get('services')
  const { community, gridIds, opensLists: isInside } = place
  const signed = await signedMonth(store.db, community.id, period.month, { isInside })
  if (!signed) return null
  const { facts, grids } = signed.snapshot
  const shown = grids
    .filter(({ id }) => gridIds?.includes(id) ?? true)
    .map(({ id, name }) => ({ id, name, counts: countsFrom(facts, 'grid', id) }))
  const isSeen = (key: string) => {
    const { by, value } = partsOf(key)
    return gridIds === null || (by === 'grid' && gridIds.includes(value ?? ''))
  }
  const today = await reckonMonth(store.db, community, period, now())
  const done = c.req.query('done')
  const { stand } = c.get('text').months
  return {
    figures: {
      total: gridIds ? sumOf(shown.map(({ counts }) => counts)) : countsFrom(facts),
      grids: shown,
      stand: stand.signed(exact(signed.signedAt, community.zone), signed.lastEvent),
    },
    official: {
      slug: community.slug,
      zone: community.zone,
      signed: onlyOf(signed, isSeen),
      differences: differencesOf(facts, signed.corrections, today.facts).filter(({ key }) => isSeen(key)),
      maySign: isSecretaryOf(c.get('actor'), community.id),
      done: done === 'signed' || done === 'corrected' ? done : null,
    },
  }
}

/** What a set was signed as, of one grid or of all that the reader sees; null while the month is not signed. */
export async function heldOf(c: C, place: ReportPlace, month: string, set: SetName): Promise<number | null> {
  const signed = await signedMonth(c.get('services').store.db, place.community.id, month)
  if (!signed) return null
  const { facts } = signed.snapshot
  if (place.gridIds === null) return countsFrom(facts)[set]
  return place.gridIds.reduce((sum, gridId) => sum + countsFrom(facts, 'grid', gridId)[set], 0)
}
