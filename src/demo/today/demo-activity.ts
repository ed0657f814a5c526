import { planActivity } from '#actions/wishes/plan-activity.ts'
import { newId } from '#auth/hashing.ts'
import { type Community, communityById } from '#db/community/area-rows.ts'
import { activityFor } from '#domain/activities.ts'
import { localMonth, previousMonth } from '#domain/time/workdays.ts'
import { clinicNote } from '#src/demo/stage/sentences.ts'
import type { Stage } from '#src/demo/stage/stage.ts'
import type { Life } from '#src/demo/stage/timeline.ts'
import { textOf } from '#text/text.ts'

/** An activity planned from last month's report. It is on the desks until it is over. */
export async function* activityPlanned({ days, services, staff }: Stage, communityId: string): Life {
  yield days.at(days.workday(1), 16)
  const community = (await communityById(services.store.db, communityId)) as Community
  const kind = activityFor('plaster', 'goods')
  const planned = { kind, itemId: 'plaster', category: 'goods', day: days.saturday(), note: clinicNote } as const
  const title = textOf('zh').review.activities[kind]
  const month = previousMonth(localMonth(services.now(), community.zone))
  await planActivity(services, staff.secretary, community, newId(), { ...planned, title, month })
}
