import { communityById } from '#db/areas.ts'
import { calendarFor } from '#db/calendar.ts'
import { rulesOf } from '#db/rules.ts'
import { localDay } from '#domain/calendar.ts'
import { ruleVersionOn } from '#domain/rules.ts'
import type { Setting } from '#domain/setting.ts'
import type { Wish } from '#domain/wish.ts'
import type { Services } from '#src/services.ts'

/** The rules in force now, those the wish was published under, and the community's calendar. */
export async function settingOf(
  services: Services,
  communityId: string,
  wish: Wish | null,
): Promise<Omit<Setting, 'known'>> {
  const { db } = services.store
  const now = services.now()
  const community = await communityById(db, communityId)
  if (!community) throw new Error('no such community')
  const versions = await rulesOf(db, community.id)
  const today = ruleVersionOn(versions, localDay(now, community.zone))
  const stored = wish?.publishedAt ? versions.find((version) => version.id === wish.ruleVersion) : today
  return {
    now,
    rules: today.rules,
    ruleVersion: today.id,
    promised: (stored ?? today).rules,
    opens: community.opens,
    calendar: await calendarFor(db, community),
  }
}
