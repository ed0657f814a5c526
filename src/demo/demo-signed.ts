import { correctMonth, markOf, signMonth } from '#actions/months/sign-month.ts'
import { newId } from '#auth/hashing.ts'
import { type Community, communityById } from '#db/community/area-rows.ts'
import { countMonth, signedMonth } from '#db/months/month-rows.ts'
import { clashOf } from '#domain/month/correcting.ts'
import { type Period, periodOf } from '#domain/month/figures.ts'
import { differencesOf, partsOf } from '#domain/month/month-facts.ts'
import { addWorkdays, localMonth, type Month, nextMonth, previousMonth } from '#domain/time/workdays.ts'
import { correctionReason } from '#src/demo/stage/sentences.ts'
import type { Stage } from '#src/demo/stage/stage.ts'
import type { Life } from '#src/demo/stage/timeline.ts'

/**
 * The secretary has signed every finished month of the story except the last. If a call-back came later than a
 * signature, there is one correction to it.
 */
export function monthsSigned(stage: Stage, communityId: string): readonly Life[] {
  const { days } = stage
  const { zone } = days.calendar
  const waiting = previousMonth(localMonth(days.now, zone))
  const first = localMonth(days.at(days.workday(days.length), 12), zone)
  const months: Month[] = []
  for (let month = first; month < waiting; month = nextMonth(month)) months.push(month)
  return months.map((month) => signing(stage, communityId, month))
}

async function* signing(stage: Stage, communityId: string, month: Month): Life {
  const { days, services, staff } = stage
  const day = addWorkdays(days.calendar, `${nextMonth(month)}-01`, 2)
  yield days.at(day, 16.5)
  const community = (await communityById(services.store.db, communityId)) as Community
  const { facts } = await counted(stage, community, month)
  const done = await signMonth(services, staff.secretary, community, newId(), { month, seen: markOf(facts) })
  // A story that begins at the end of a month may have published nothing in it.
  if (!done?.ok) return

  yield days.at(days.workday(2), 17)
  const signed = await signedMonth(services.store.db, community.id, month)
  if (!signed) return
  const today = await counted(stage, community, month)
  const { facts: held } = signed.snapshot
  const found = differencesOf(held, [], today.facts).find(
    ({ key, today }) => partsOf(key).by === null && today !== null && !clashOf(held, [], key, today),
  )
  if (!found || found.today === null) return
  const correcting = {
    month,
    figure: found.key,
    oldValue: found.held,
    newValue: found.today,
    reason: correctionReason,
    publicReason: 'answered-later' as const,
  }
  await correctMonth(services, staff.secretary, community, newId(), correcting)
}

const counted = ({ services }: Stage, community: Community, month: Month) =>
  countMonth(services.store.db, community, periodOf(month, community.zone, services.now()) as Period, services.now())
