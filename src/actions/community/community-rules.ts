import { communitySettingOf } from '#db/community/community-situation.ts'
import { type Rules, ruleVersionOn } from '#domain/rules.ts'
import { type Calendar, localDay } from '#domain/time/workdays.ts'
import type { Services } from '#src/services.ts'

type CommunityRules = { readonly now: Date; readonly rules: Rules; readonly calendar: Calendar }

/** The rules in force now and the community's calendar, for what is judged by today's rules alone. */
export async function communityRulesOf({ store, now }: Services, communityId: string): Promise<CommunityRules> {
  const place = await communitySettingOf(store.db, communityId)
  if (!place) throw new Error('no such community')
  const at = now()
  const { rules } = ruleVersionOn(place.versions, localDay(at, place.zone))
  return { now: at, rules, calendar: place.calendar }
}
