import { and, asc, eq } from 'drizzle-orm'
import { type Community, gridsOf } from '#db/community/area-rows.ts'
import { lastPositionOf } from '#db/ledger/ledger-rows.ts'
import { monthCorrections, months, people, ruleVersions, units } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { unitNames } from '#db/wishes/unit-names.ts'
import { noCounts, type Period, sumOf } from '#domain/month/figures.ts'
import { type Correction, factsOf, type PartCounts, type Snapshot, sides, valuesOf } from '#domain/month/month-facts.ts'
import { countsBy } from './figure-counts.ts'
import { spansOf } from './wait-lengths.ts'

type AsSigned = {
  readonly month: string
  readonly signedAt: Date
  readonly lastEvent: number
  /** The local day from which the rules for the month's formulas apply. */
  readonly rulesFrom: string
  readonly snapshot: Snapshot
  /** Names of grids and units: as on the day of signing, with those added since. */
  readonly names: Pick<Snapshot, 'grids' | 'units'>
}
/** A correction with the words and names that only staff of the community may read. */
type NamedCorrection = Correction & { readonly reason: string; readonly byName: string }
/**
 * A signed month with its corrections, oldest first. Readers outside the community see neither who corrected nor why.
 */
export type SignedMonth = AsSigned &
  (
    | { readonly isInside: false; readonly corrections: readonly Correction[] }
    | { readonly isInside: true; readonly signerName: string; readonly corrections: readonly NamedCorrection[] }
  )

/** A month as it was signed, with its corrections; null while it is not signed. */
export async function signedMonth(
  db: Db,
  communityId: string,
  month: string,
  { isInside } = { isInside: false },
): Promise<SignedMonth | null> {
  const [row] = await signedIn(db, { communityId, month })
  if (!row) return null
  const { signedAt, lastEvent, snapshot } = row.signed
  const isSince = ({ id }: { readonly id: string }) => !snapshot.units.some((known) => known.id === id)
  const since = (await unitNames(db, communityId)).filter(isSince)
  const names = { grids: snapshot.grids, units: [...snapshot.units, ...since] }
  const asSigned = {
    month,
    signedAt,
    lastEvent,
    snapshot,
    names,
    rulesFrom: row.rulesFrom ?? row.signed.ruleVersion,
  }
  const named = await correctionsOf(db, communityId, month)
  if (isInside) return { ...asSigned, isInside, signerName: row.signerName ?? '', corrections: named }
  const corrections = named.map(({ figure, nth, oldValue, newValue, at, publicReason }): Correction => {
    return { figure, nth, oldValue, newValue, at, publicReason }
  })
  return { ...asSigned, isInside: false, corrections }
}

const signedIn = prepared((db, { communityId, month }: Blanks<'communityId' | 'month'>) =>
  db
    .select({ signed: months, signerName: people.name, rulesFrom: ruleVersions.fromDay })
    .from(months)
    .leftJoin(ruleVersions, eq(ruleVersions.id, months.ruleVersion))
    .leftJoin(people, eq(people.id, months.signedBy))
    .where(and(eq(months.communityId, communityId), eq(months.month, month))),
)

async function correctionsOf(db: Db, communityId: string, month: string): Promise<readonly NamedCorrection[]> {
  const rows = await db
    .select({ correction: monthCorrections, byName: people.name })
    .from(monthCorrections)
    .leftJoin(people, eq(people.id, monthCorrections.by))
    .where(and(eq(monthCorrections.communityId, communityId), eq(monthCorrections.month, month)))
    .orderBy(asc(monthCorrections.at), asc(monthCorrections.figure), asc(monthCorrections.nth))
  return rows.map(({ correction, byName }) => ({ ...correction, byName: byName ?? '' }))
}

/** The same month with the corrections of some figures only. */
export const onlyOf = (signed: SignedMonth, isSeen: (figure: string) => boolean): SignedMonth => {
  const corrections = signed.corrections.filter(({ figure }) => isSeen(figure))
  return { ...signed, corrections } as SignedMonth
}

/** The month's figures as computed now, and the last event they include. */
type MonthFigures = Omit<Snapshot, 'version'> & { readonly lastEvent: number }

/**
 * Computes a community's whole month. The position is read first, so that an event written meanwhile counts as later.
 */
export async function countMonth(db: Db, community: Community, period: Period, now: Date): Promise<MonthFigures> {
  const lastEvent = await lastPositionOf(db, community.id)
  const asked = { communityIds: [community.id], gridIds: null, period, now }
  const grids = await gridsOf(db, community.id)
  const counted = await Promise.all(
    sides.map(async (by) => {
      const rows = await countsBy(db, asked, [by])
      return rows.map(({ of, counts }): PartCounts => ({ by, value: of[by] ?? null, counts }))
    }),
  )
  const [inGrids = [], ...others] = counted
  const isThere = (id: string) => inGrids.some(({ value }) => value === id)
  const empty = grids
    .filter(({ id }) => !isThere(id))
    .map(({ id }) => ({ by: 'grid', value: id, counts: noCounts }) as const)
  // Only wishes that have ended have a reason; without this filter every figure would get an empty part more.
  const parts = [...inGrids, ...empty, ...others.flat()].filter(({ by, value }) => by !== 'reason' || value !== null)
  const facts = factsOf({ total: sumOf(inGrids.map(({ counts }) => counts)), spans: await spansOf(db, asked), parts })
  const unitIds = valuesOf(facts, 'unit').flatMap((id) => (id ? [id] : []))
  const named = await db.select({ id: units.id, name: units.name }).from(units).where(isOneOf(units.id, unitIds))
  return { facts, grids: grids.map(({ id, name }) => ({ id, name })), units: named, lastEvent }
}
