import { newId } from '#auth/hashing.ts'
import { addDays, endOfDay } from '#domain/time/workdays.ts'
import { things } from '#src/demo/demo-things.ts'
import { accounts } from '#src/demo/people/accounts.ts'
import { zone } from '#src/demo/people/demo-place.ts'
import { reserve, unreserve } from '#src/demo/people/demo-volunteers.ts'
import { claim, move, personOf, post, publish } from '#src/demo/stage/demo-acts.ts'
import type { Stretch } from '#src/demo/stage/demo-steps.ts'
import type { Thing } from '#src/demo/stage/demo-thing.ts'
import { caseFor, type Stage, workerOf } from '#src/demo/stage/stage.ts'
import type { Life } from '#src/demo/stage/timeline.ts'

/** A changed date of which the resident has not been informed yet, and a joint claim. */
export const waitsToday = (stage: Stage): readonly Life[] => [
  postponed(stage, things.hood, 3),
  shared(stage, things.plaster, 1),
]

async function* open(stage: Stage, thing: Thing, n: number): Stretch {
  const { days } = stage
  const story = caseFor(stage, thing)
  yield days.at(days.workday(n), 10.5)
  const wish = await post(stage, story, { by: workerOf(stage, story.whose), source: 'visit' })
  yield days.at(days.workday(n), 11.5)
  return publish(stage, wish, thing.publicText)
}

async function* postponed(stage: Stage, thing: Thing, n: number): Life {
  const { days } = stage
  const volunteer = reserve(stage, thing, days.workday(n))
  const wish = yield* open(stage, thing, n)
  yield days.at(days.workday(n), 13)
  unreserve(stage, volunteer)
  const claimed = await claim(stage, wish, volunteer)
  yield days.at(days.workday(1), 12)
  const until = endOfDay(addDays(days.today, 12), zone)
  await move(stage, personOf(stage, volunteer), claimed, { action: 'postpone', until, reason: 'goods-late' })
}

async function* shared(stage: Stage, thing: Thing, n: number): Life {
  const { days } = stage
  const lead = reserve(stage, thing, days.workday(n))
  const wish = yield* open(stage, thing, n)
  yield days.at(days.workday(n), 13)
  unreserve(stage, lead)
  const order = { action: 'claim', claimId: newId(), volunteer: lead, isExtra: false, isJoint: true } as const
  const claimed = await move(stage, personOf(stage, lead), wish, order)
  const helper = stage.volunteers.find(({ phone }) => phone === accounts.secondVolunteer)
  if (!helper || helper.id === lead.id) return
  yield days.at(days.workday(n), 14)
  await move(stage, personOf(stage, helper), claimed, { action: 'join', volunteer: helper, quantity: 1 })
}
