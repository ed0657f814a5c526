import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { holidayDays, holidayNotices } from '#db/schema/tables.ts'
import { prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { EnteredHolidays, EnteredRun } from '#domain/time/holiday-layers.ts'
import { calendarOf } from '#domain/time/holiday-layers.ts'
import type { Layer, Region } from '#domain/time/holidays.ts'
import type { Calendar } from '#domain/time/workdays.ts'
import type { Community } from './area-rows.ts'
import { untilChanged } from './until-changed.ts'

/** The community whose calendar is meant; null for entries that apply to every community. */
export type Scope = Community | null
/** How the calendar's tables name whom a notice is for: a community's id, or '*' for all. */
export const scopeId = (scope: Pick<Community, 'id'> | null): string => scope?.id ?? '*'

export const regionOf = (community: Pick<Community, 'region'>): Region | null =>
  community.region === 'xinjiang' ? 'xinjiang' : null

/**
 * The calendar a community counts working days by: the built-in notices, and the entries for all communities and for
 * this one.
 */
export const calendarFor = (
  db: Db,
  { id, zone, region }: Pick<Community, 'id' | 'zone' | 'region'>,
): Promise<Calendar> => calendars(db, { id, zone, region })

const calendars = untilChanged(
  ({ id }: Pick<Community, 'id' | 'zone' | 'region'>) => [`calendar:${id}`, 'calendar:*'],
  async (db, place) => calendarOf({ zone: place.zone, region: regionOf(place), entered: await enteredFor(db, place) }),
)

type Entered = EnteredHolidays & { readonly isForAll: boolean }

const holding = prepared((db) =>
  db
    .select({ notice: holidayNotices, run: holidayDays })
    .from(holidayDays)
    .innerJoin(holidayNotices, eq(holidayNotices.id, holidayDays.noticeId))
    .where(
      and(
        or(eq(holidayDays.communityId, sql.placeholder('scope')), eq(holidayDays.communityId, '*')),
        isNull(holidayDays.withdrawnAt),
      ),
    )
    .orderBy(asc(holidayNotices.madeAt), sql`${holidayNotices}.rowid`, asc(holidayDays.day)),
)

/**
 * The entries in force for all communities and for this one, in the order in which they were made; within one second,
 * in the order in which they were written.
 */
export async function enteredFor(db: Db, scope: Pick<Community, 'id' | 'region'> | null): Promise<readonly Entered[]> {
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

export type HolidayRun = EnteredRun & { readonly id: string; readonly withdrawnAt: Date | null }
export type HolidayNoticeRow = {
  readonly id: string
  readonly isForAll: boolean
  readonly layer: Layer
  readonly year: number | null
  /** As pages name it when they explain one of its days. */
  readonly notice: string
  readonly issuedOn: string
  readonly provisional: boolean
  readonly madeAt: Date
  readonly runs: readonly HolidayRun[]
}

/** All notices of a scope with their days, including the withdrawn ones, newest first. */
export async function holidayNoticesOf(
  db: Db,
  scope: Scope,
  only: 'own' | 'all' = 'all',
): Promise<readonly HolidayNoticeRow[]> {
  const isIn = (id: string) => eq(holidayNotices.communityId, id)
  const rows = await db
    .select({ notice: holidayNotices, run: holidayDays })
    .from(holidayNotices)
    .innerJoin(holidayDays, eq(holidayNotices.id, holidayDays.noticeId))
    .where(only === 'own' ? isIn(scopeId(scope)) : or(isIn(scopeId(scope)), isIn('*')))
    .orderBy(desc(holidayNotices.madeAt), sql`${holidayNotices}.rowid desc`, asc(holidayDays.day))
  const isHere = (region: string | null) => region === null || scope === null || region === scope.region
  return grouped(rows.filter(({ notice }) => isHere(notice.region))).map(({ notice, runs }) => ({
    ...notice,
    isForAll: notice.communityId === '*',
    notice: cited(notice),
    runs,
  }))
}

type Row = {
  readonly notice: typeof holidayNotices.$inferSelect
  readonly run: typeof holidayDays.$inferSelect
}

/** One entry per notice, in the order of the first row of each. */
function grouped(rows: readonly Row[]) {
  const notices = new Map(rows.map(({ notice }) => [notice.id, notice]))
  return [...notices.values()].map((notice) => ({
    notice,
    runs: rows.flatMap(({ run }) => (run.noticeId === notice.id ? [run] : [])),
  }))
}

/** A closure without a title or number counts as the community's own announcement. */
const cited = ({ title, reference }: { readonly title: string; readonly reference: string }): string =>
  [title || 'community', reference].filter(Boolean).join(' ')
