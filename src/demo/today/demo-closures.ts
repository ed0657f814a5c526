import { enterHolidayNotice } from '#actions/community/edit-calendar.ts'
import { newId } from '#auth/hashing.ts'
import { communityById } from '#db/community/area-rows.ts'
import { addDays, addWorkdays } from '#domain/time/workdays.ts'
import { closures } from '#src/demo/stage/sentences.ts'
import type { Stage } from '#src/demo/stage/stage.ts'
import type { Life } from '#src/demo/stage/timeline.ts'

/**
 * A future day off and a worked Saturday, after every deadline of the story: the calendar shows both, and no date
 * moves.
 */
export function closuresToday(stage: Stage, communityId: string): readonly Life[] {
  const { calendar, saturday, today, workday, at } = stage.days
  return [
    announced(stage, communityId, at(workday(2), 17), 'rest', addWorkdays(calendar, today, 9), closures.pipes),
    announced(stage, communityId, at(workday(1), 17), 'work', addDays(saturday(), 21), closures.coal),
  ]
}

async function* announced(
  { services, staff, days }: Stage,
  communityId: string,
  when: Date,
  kind: 'rest' | 'work',
  day: string,
  { name, title }: { readonly name: string; readonly title: string },
): Life {
  yield when
  const community = await communityById(services.store.db, communityId)
  if (!community) throw new Error('the demo has no community')
  const run = { day, until: day, kind, name, line: 1 }
  const notice = { layer: 'community', year: null, title, reference: '', provisional: false, runs: [run] } as const
  const issuedOn = days.dayOf(when)
  const entered = await enterHolidayNotice(services, staff.secretary, community, newId(), { ...notice, issuedOn })
  if (!entered?.ok) throw new Error('the demo’s closure was refused')
}
