import { inArray, max, sql } from 'drizzle-orm'
import type { Calendar } from '#domain/calendar.ts'
import type { RuleVersion } from '#domain/rules.ts'
import { type Community, communityById } from './areas.ts'
import { calendarFor } from './calendar.ts'
import { prepared } from './prepared.ts'
import { rulesOf } from './rules.ts'
import { events } from './schema.ts'
import type { Db } from './store.ts'

/** What every act in a community is judged by. */
export type PlaceSetting = Pick<Community, 'id' | 'zone' | 'opens'> & {
  readonly versions: readonly RuleVersion[]
  readonly calendar: Calendar
}

const kept = new WeakMap<Db, Map<string, { readonly setting: PlaceSetting; readonly position: number }>>()

/**
 * Read once and kept until the next event of the community's rules or calendar, or of the calendar of all: each change of
 * what stands here, by whatever process, has its event in the same commit. Null for an unknown community.
 */
export async function placeSettingOf(db: Db, communityId: string): Promise<PlaceSetting | null> {
  const places = kept.get(db) ?? new Map()
  kept.set(db, places)
  // The position first: what is written while the rest is read makes it old.
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
