import type { Community } from '#db/community/area-rows.ts'
import { communitySettingOf } from '#db/community/community-situation.ts'
import { unsettledOf } from '#db/months/month-settled.ts'
import type { Period } from '#domain/month/figures.ts'
import { signingDay } from '#domain/month/signing-day.ts'
import { ruleVersionOn } from '#domain/rules.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { C } from '#http/context.ts'
import type { SigningAdvice } from '#views/months/signing-advice.tsx'

/** What of a finished month is still open, and from when signing it is recommended. */
export async function signingAdvice(c: C, community: Community, period: Period): Promise<SigningAdvice | null> {
  const { store, now } = c.get('services')
  const setting = await communitySettingOf(store.db, community.id)
  if (!setting) return null
  const { zone } = community
  const workdays = ruleVersionOn(setting.versions, `${period.month}-01`).rules.signAfterWorkdays
  const day = signingDay(setting.calendar, period.month, workdays)
  const open = await unsettledOf(store.db, community.id, period)
  return { ...open, zone, day, workdays, isPast: localDay(now(), zone) > day }
}
