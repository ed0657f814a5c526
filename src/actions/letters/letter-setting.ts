import { communitySettingOf } from '#db/community/community-situation.ts'
import type { LetterSetting } from '#domain/letters/letter-due.ts'
import { ruleVersionOn } from '#domain/rules.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { Services } from '#src/services.ts'

/** The rules in force now and the community's calendar. */
export async function letterSettingOf({ store, now }: Services, communityId: string): Promise<LetterSetting> {
  const place = await communitySettingOf(store.db, communityId)
  if (!place) throw new Error('no such community')
  const at = now()
  const { rules } = ruleVersionOn(place.versions, localDay(at, place.zone))
  return { now: at, rules, calendar: place.calendar }
}
