import type { RuleVersion } from '#domain/rules.ts'
import type { Calendar } from '#domain/time/workdays.ts'
import { type Community, communityById } from './area-rows.ts'
import { calendarFor } from './calendar-rows.ts'
import { rulesOf } from './rule-rows.ts'
import { untilChanged } from './until-changed.ts'

/** The settings by which every act in a community is judged. */
export type CommunitySetting = Pick<Community, 'id' | 'zone' | 'opens'> & {
  readonly versions: readonly RuleVersion[]
  readonly calendar: Calendar
}

/** Null for an unknown community. */
export const communitySettingOf = untilChanged(
  (communityId: string) => [`rules:${communityId}`, `calendar:${communityId}`, 'calendar:*'],
  async (db, communityId): Promise<CommunitySetting | null> => {
    const community = await communityById(db, communityId)
    if (!community) return null
    const { id, zone, opens } = community
    return { id, zone, opens, versions: await rulesOf(db, id), calendar: await calendarFor(db, community) }
  },
)
