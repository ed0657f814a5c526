import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { type Calendar, calendarOf } from '#domain/calendar.ts'
import type { Layer, Region } from '#domain/holidays.ts'
import type { EnteredNotice, EnteredRun } from '#domain/layers.ts'
import type { Community } from './areas.ts'
import { prepared } from './prepared.ts'
import { calendarDays, calendarNotices } from './schema.ts'
import type { Db } from './store.ts'

/** Whose calendar: a community's, or null for what holds in all of them. */
export type Scope = Community | null
export const scopeId = (scope: Scope): string => scope?.id ?? '*'

export const regionOf = (community: Pick<Community, 'region'>): Region | null =>
  community.region === 'xinjiang' ? 'xinjiang' : null

/** The calendar by which a community counts: the built-in notices, and what was entered for all and for it. */
export async function calendarFor(db: Db, community: Community): Promise<Calendar> {
  return calendarOf({ zone: community.zone, region: regionOf(community), entered: await enteredFor(db, community) })
}

type Entered = EnteredNotice & { readonly isForAll: boolean }

const holding = prepared((db) =>
  db
    .select({ notice: calendarNotices, run: calendarDays })
    .from(calendarDays)
    .innerJoin(calendarNotices, eq(calendarNotices.id, calendarDays.noticeId))
    .where(
      and(
        or(eq(calendarDays.communityId, sql.placeholder('scope')), eq(calendarDays.communityId, '*')),
        isNull(calendarDays.withdrawnAt),
      ),
    )
    .orderBy(asc(calendarNotices.madeAt), sql`${calendarNotices}.rowid`, asc(calendarDays.day)),
)

/**
 * What holds of the notices entered for all communities and for this one, in the order in which they were made: two of one
 * second in that in which they were written.
 */
export async function enteredFor(db: Db, scope: Scope): Promise<readonly Entered[]> {
  const rows = await holding(db, { scope: scopeId(scope) })
  const isHere = (region: string | null) => region === null || scope === null || region === scope.region
  return grouped(rows.filter(({ notice }) => isHere(notice.region))).map(({ notice, runs }) => ({
    isForAll: notice.communityId === '*',
    layer: notice.layer,
    year: notice.year,
    provisional: notice.provisional,
    notice: cited(notice),
    runs,
  }))
}

export type NoticeRun = EnteredRun & { readonly id: string; readonly withdrawnAt: Date | null }
export type NoticeRow = {
  readonly id: string
  readonly isForAll: boolean
  readonly layer: Layer
  readonly year: number | null
  /** As it is named wherever one of its days is explained. */
  readonly notice: string
  readonly issuedOn: string
  readonly provisional: boolean
  readonly madeAt: Date
  readonly runs: readonly NoticeRun[]
}

/** The notices of a scope with all their days, the withdrawn ones too, newest first. */
export async function noticesOfCalendar(
  db: Db,
  scope: Scope,
  only: 'own' | 'all' = 'all',
): Promise<readonly NoticeRow[]> {
  const isIn = (id: string) => eq(calendarNotices.communityId, id)
  const rows = await db
    .select({ notice: calendarNotices, run: calendarDays })
    .from(calendarNotices)
    .innerJoin(calendarDays, eq(calendarNotices.id, calendarDays.noticeId))
    .where(only === 'own' ? isIn(scopeId(scope)) : or(isIn(scopeId(scope)), isIn('*')))
    .orderBy(desc(calendarNotices.madeAt), sql`${calendarNotices}.rowid desc`, asc(calendarDays.day))
  const isHere = (region: string | null) => region === null || scope === null || region === scope.region
  return grouped(rows.filter(({ notice }) => isHere(notice.region))).map(({ notice, runs }) => ({
    ...notice,
    isForAll: notice.communityId === '*',
    notice: cited(notice),
    runs,
  }))
}

type Row = {
  readonly notice: typeof calendarNotices.$inferSelect
  readonly run: typeof calendarDays.$inferSelect
}

/** One entry a notice, in the order of its first row. */
function grouped(rows: readonly Row[]) {
  const notices = new Map(rows.map(({ notice }) => [notice.id, notice]))
  return [...notices.values()].map((notice) => ({
    notice,
    runs: rows.flatMap(({ run }) => (run.noticeId === notice.id ? [run] : [])),
  }))
}

/** A closure without a notice of its own is the community's announcement. */
const cited = ({ title, reference }: { readonly title: string; readonly reference: string }): string =>
  [title || 'community', reference].filter(Boolean).join(' ')
