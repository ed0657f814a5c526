import { type CommunitySetting, communitySettingOf } from '#db/community/community-situation.ts'
import { type RuleVersion, ruleVersionOn } from '#domain/rules.ts'
import { type Calendar, localDay } from '#domain/time/workdays.ts'
import type { Situation } from '#domain/wish/situation.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'

/** Reads the rules in force now, those the wish was published under, and the community's calendar. */
export async function situationOf(
  services: Services,
  communityId: string,
  wish: Wish | null,
): Promise<Omit<Situation, 'known'>> {
  const place = await communitySettingOf(services.store.db, communityId)
  if (!place) throw new Error('no such community')
  const { versions, calendar } = place
  return situationIn(place, { versions, calendar, wish, now: services.now() })
}

type Held = {
  readonly versions: readonly RuleVersion[]
  readonly calendar: Calendar
  readonly wish: Wish | null
  readonly now: Date
}

/** The same if rule versions and calendar are known already, as for many wishes of one community. */
export function situationIn(
  community: Pick<CommunitySetting, 'zone' | 'opens'>,
  { versions, calendar, wish, now }: Held,
): Omit<Situation, 'known'> {
  const today = ruleVersionOn(versions, localDay(now, community.zone))
  const stored = wish?.publishedAt ? versions.find((version) => version.id === wish.ruleVersion) : today
  return {
    now,
    rules: today.rules,
    ruleVersion: today.id,
    promised: (stored ?? today).rules,
    opens: community.opens,
    calendar,
  }
}
