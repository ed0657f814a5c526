import { inArray, max, sql } from 'drizzle-orm'
import { events } from '#db/schema/tables.ts'
import { prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { RuleVersion } from '#domain/rules.ts'
import type { Calendar } from '#domain/time/workdays.ts'
import { type Community, communityById } from './area-rows.ts'
import { calendarFor } from './calendar-rows.ts'
import { rulesOf } from './rule-rows.ts'

/** The settings by which every act in a community is judged. */
export type CommunitySetting = Pick<Community, 'id' | 'zone' | 'opens'> & {
  readonly versions: readonly RuleVersion[]
  readonly calendar: Calendar
}

const cache = new WeakMap<Db, Map<string, { readonly setting: CommunitySetting; readonly position: number }>>()

/**
 * Read once and cached until the next event of the community's rules or calendar, or of the calendar for all. Any
 * process that changes one of them writes such an event in the same commit. Null for an unknown community.
 */
export async function communitySettingOf(db: Db, communityId: string): Promise<CommunitySetting | null> {
  const places = cache.get(db) ?? new Map()
  cache.set(db, places)
  // The position is read first, so that anything written during the other reads makes the cached value outdated.
  const [row] = await lastChange(db, { rules: `rules:${communityId}`, calendar: `calendar:${communityId}` })
  const position = row?.pos ?? 0
  const known = places.get(communityId)
  if (known?.position === position) return known.setting

  const community = await communityById(db, communityId)
  if (!community) return null
  const { id, zone, opens } = community
  const setting = { id, zone, opens, versions: await rulesOf(db, id), calendar: await calendarFor(db, community) }
  places.set(communityId, { setting, position })
  return setting
}

const lastChange = prepared((db) =>
  db
    .select({ pos: max(events.pos) })
    .from(events)
    .where(inArray(events.stream, [sql.placeholder('rules'), sql.placeholder('calendar'), 'calendar:*'])),
)
