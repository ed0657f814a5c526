import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { flag, id, instant } from './column-types.ts'

/**
 * Holiday notices later than those built into domain/time/holidays.ts, and a community's own. `communityId` '*' is an
 * administrator's entry for every community; a secretary's entry is for her community only.
 */
export const holidayNotices = sqliteTable(
  'calendar_notices',
  {
    id: id(),
    communityId: text('community_id').notNull(),
    layer: text('layer', { enum: ['national', 'regional', 'community'] }).notNull(),
    /** The region of a regional notice. */
    region: text('region'),
    /**
     * The year that a national or regional notice settles: it replaces all earlier entries of its layer for that year.
     */
    year: integer('year'),
    title: text('title').notNull(),
    reference: text('reference').notNull().default(''),
    /** A local day. */
    issuedOn: text('issued_on').notNull(),
    /** Entered before the notice was published, or not compared with it. */
    provisional: flag('provisional').notNull().default(false),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    /** When every open deadline had been recalculated with it; null while some are still to do. */
    replannedAt: instant('replanned_at'),
  },
  (t) => [
    index('calendar_notices_place').on(t.communityId, t.madeAt),
    index('calendar_notices_waiting').on(t.madeAt).where(sql`replanned_at is null`),
  ],
)

/**
 * The days of a notice, in runs: first and last day inclusive, local. A withdrawn run stays in the table and is marked.
 */
export const holidayDays = sqliteTable(
  'calendar_days',
  {
    id: id(),
    noticeId: text('notice_id')
      .notNull()
      .references(() => holidayNotices.id),
    /** Copied from the notice, so that a calendar takes one query. */
    communityId: text('community_id').notNull(),
    kind: text('kind', { enum: ['rest', 'work'] }).notNull(),
    day: text('day').notNull(),
    until: text('until').notNull(),
    /** A festival's code, or the words as typed. Public. */
    name: text('name').notNull(),
    withdrawnBy: text('withdrawn_by'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [index('calendar_days_place').on(t.communityId, t.day), index('calendar_days_notice').on(t.noticeId, t.day)],
)
