import { newId } from '#auth/hashing.ts'
import { addDays, endOfDay } from '#domain/calendar.ts'
import { accounts } from './accounts.ts'
import { claim, move, personOf, post, publish } from './acts.ts'
import { zone } from './place.ts'
import { caseFor, type Stage, workerOf } from './stage.ts'
import type { Stretch } from './steps.ts'
import type { Thing } from './thing.ts'
import { things } from './things.ts'
import type { Life } from './timeline.ts'
import { reserve, unreserve } from './volunteers.ts'

/** A day that moved, of which the resident has still to be told, and a claim that two share. */
export const waitsToday = (stage: Stage): readonly Life[] => [
  postponed(stage, things.hood, 3),
  shared(stage, things.plaster, 1),
]

async function* open(stage: Stage, thing: Thing, n: number): Stretch {
  const { days } = stage
  const told = caseFor(stage, thing)
  yield days.at(days.workday(n), 10.5)
  const wish = await post(stage, told, { by: workerOf(stage, told.whose), source: 'visit' })
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
