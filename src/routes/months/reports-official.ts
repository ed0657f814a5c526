import { checkWordsNow } from '#actions/log/words-for-sheet.ts'
import type { Part } from '#db/months/figure-sets.ts'
import { countMonth, onlyOf, type SignedMonth, signedMonth } from '#db/months/month-rows.ts'
import { shownMonths } from '#db/months/month-series.ts'
import { type Period, type SetName, setNames, sumOf } from '#domain/month/figures.ts'
import { countsFrom, differencesOf, partsOf, sides } from '#domain/month/month-facts.ts'
import { isSecretaryOf } from '#domain/people/actor.ts'
import type { C } from '#http/context.ts'
import { pageOf } from '#http/respond.tsx'
import { exact } from '#text/days.ts'
import { correctedNotes, type Official } from '#views/months/official.tsx'
import type { Notes, Report } from '#views/reports/report-shape.ts'
import { askedOf, type ReportPlace } from './reports-place.ts'
import { notesOf } from './reports-review.ts'

type AsSigned = {
  readonly figures: Pick<Report, 'total' | 'grids' | 'stand' | 'corrected'>
  readonly official: Official
}

/** A signed month as this reader may see it: the signed figures and their later changes. Null if it is not signed. */
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
  const today = await countMonth(store.db, community, period, now())
  const done = c.req.query('done')
  const { stand } = c.get('text').months
  const official: Official = {
    slug: community.slug,
    zone: community.zone,
    signed: onlyOf(signed, isSeen),
    differences: differencesOf(facts, signed.corrections, today.facts).filter(({ key }) => isSeen(key)),
    check: await checkWordsNow(c.get('services')),
    maySign: isSecretaryOf(c.get('actor'), community.id),
    done: done === 'signed' || done === 'corrected' || done === 'accepted' ? done : null,
  }
  return {
    figures: {
      total: gridIds ? sumOf(shown.map(({ counts }) => counts)) : countsFrom(facts),
      grids: shown,
      stand: stand.signed(exact(signed.signedAt, community.zone), signed.lastEvent),
      corrected: { ...correctedNotes(official, pageOf(c, community)), ...(await ownNotes(c, place, period)) },
    },
    official,
  }
}

/** For a reader of some grids both the figures and the corrected values are sums. */
async function ownNotes(c: C, place: ReportPlace, period: Period): Promise<Notes> {
  if (place.gridIds === null) return {}
  const shown = await shownMonths(c.get('services').store.db, askedOf(c, place, period), [period], setNames)
  return notesOf(c, place.community, shown.get(period.month)?.corrected ?? {})
}

/**
 * The signed value of a list's figure: of one grid, of all grids the reader sees, or of one part. Null if the month is
 * not signed, and for figures that are never signed.
 */
export function signedCount(
  place: ReportPlace,
  signed: SignedMonth | null,
  set: SetName,
  parts: readonly Part[] = [],
): number | null {
  if (!signed) return null
  const { facts } = signed.snapshot
  const [part, ...others] = parts
  if (part) {
    const side = sides.find((by) => by === part.by)
    return side && !others.length && place.gridIds === null ? countsFrom(facts, side, part.value)[set] : null
  }
  if (place.gridIds === null) return countsFrom(facts)[set]
  return place.gridIds.reduce((sum, gridId) => sum + countsFrom(facts, 'grid', gridId)[set], 0)
}
