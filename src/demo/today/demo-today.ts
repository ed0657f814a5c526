import { addDays } from '#domain/time/workdays.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { tick } from '#jobs/run-clock.ts'
import { things } from '#src/demo/demo-things.ts'
import { accounts } from '#src/demo/people/accounts.ts'
import type { Volunteer } from '#src/demo/people/demo-people.ts'
import { reserve, unreserve } from '#src/demo/people/demo-volunteers.ts'
import { claim, move, personOf, post, publish } from '#src/demo/stage/demo-acts.ts'
import type { Stretch } from '#src/demo/stage/demo-steps.ts'
import type { Thing } from '#src/demo/stage/demo-thing.ts'
import { complained } from '#src/demo/stage/lives.ts'
import { handovers } from '#src/demo/stage/sentences.ts'
import { type Case, caseFor, type Stage, workerOf } from '#src/demo/stage/stage.ts'
import type { Life, LifeStory } from '#src/demo/stage/timeline.ts'
import { familyLinkGiven } from './demo-family-link.ts'
import { slipHandedOut } from './demo-slip.ts'

// What the board, the desk and the claimants' pages show when the demo opens. Dates count back in working days, so that
// each wish is where it should be on any day of the week.

export const boardToday = (stage: Stage): readonly LifeStory[] => [
  waitingFresh(stage, things.leak),
  ...(
    [
      [things.cane, 1, 0],
      [things.kettle, 3, 2],
      [things.milk, 1, 3],
      [things.phone, 2, 1],
      [things.chess, 3, null],
      [things.haircut, 4, 0],
      [things.album, 5, 2],
      [things.clock, 6, 1],
      [things.news, 8, 3],
      [things.lights, 12, null],
    ] as const
  ).map(([thing, n, grid]) => waiting(stage, caseFor(stage, thing, { grid }), n)),
  returnedByClaimant(stage, things.lamp),
  takenBack(stage, things.rice),
  reopenedToday(stage, things.lock),
]

export function claimsToday(stage: Stage): readonly Life[] {
  const saturday = stage.days.saturday()
  const at = stage.days.at
  return [
    inHand(stage, things.television, 1, { visitAt: at(saturday, 10.5), phone: accounts.volunteer, hasSlip: true }),
    inHand(stage, things.windows, 1, { visitAt: at(saturday, 15.5) }),
    inHand(stage, things.walk, 1, { visitAt: at(addDays(saturday, 1), 11) }),
    inHand(stage, things.pillBox, 4),
    inHand(stage, things.stool, 8),
    inHand(stage, things.rail, 3),
    inHand(stage, things.socket, 1),
    inHand(stage, things.glasses, 1),
    inHand(stage, things.quilt, 2, { isEntered: true }),
  ]
}

export function deliveriesToday(stage: Stage): readonly Life[] {
  const { at, today, workday } = stage.days
  const yesterday = at(addDays(today, -1), 17.35)
  return [
    waitingForCall(stage, things.pressure, 3, yesterday, { phone: accounts.secondVolunteer }),
    waitingForCall(stage, things.mat, 5, at(workday(3), 17.5)),
    waitingForCall(stage, things.radio, 6, at(workday(3), 13.2)),
    waitingForCall(stage, things.basin, 7, at(workday(4), 16.8), { isTried: true }),
    waitingForCall(stage, things.flask, 4, at(workday(2), 18)),
    waitingForCall(stage, things.screen, 3, at(workday(1), 13)),
  ]
}

async function* waitingFresh(stage: Stage, thing: Thing): Life {
  const story = caseFor(stage, thing, { grid: 1 })
  yield stage.days.justNow(55)
  const wish = await post(stage, story, { by: workerOf(stage, story.whose), source: 'phone' })
  yield stage.days.justNow(40)
  await publish(stage, wish, '')
}

async function* waiting(stage: Stage, story: Case, n: number): Stretch {
  const { days, random } = stage
  yield days.at(days.workday(n), random.between(10, 11))
  const wish = await post(stage, story, { by: workerOf(stage, story.whose), source: 'visit' })
  yield days.at(days.workday(n), random.between(11.2, 12))
  return publish(stage, wish, story.thing.publicText)
}

/** On the board from the morning, claimed the same afternoon. */
async function* taken(stage: Stage, thing: Thing, n: number, volunteer: Volunteer, isEntered = false): Stretch {
  const { days, random } = stage
  const wish = yield* waiting(stage, caseFor(stage, thing), n)
  yield days.at(days.workday(n), random.between(12.5, 15))
  unreserve(stage, volunteer)
  return claim(stage, wish, volunteer, isEntered ? stage.staff.secretary : null)
}

type InHand = {
  readonly visitAt?: Date
  readonly phone?: string
  readonly isEntered?: boolean
  readonly hasSlip?: boolean
}

async function* inHand(
  stage: Stage,
  thing: Thing,
  n: number,
  { visitAt, phone, isEntered, hasSlip }: InHand = {},
): Life {
  const { days } = stage
  const volunteer = reserve(stage, thing, days.workday(n), phone)
  const wish = yield* taken(stage, thing, n, volunteer, isEntered)
  if (!visitAt) return
  yield days.at(days.workday(n), 15.5)
  await move(stage, personOf(stage, volunteer), wish, { action: 'schedule', visitAt })
  if (!hasSlip) return
  await slipHandedOut(stage, wish)
  await familyLinkGiven(stage, wish)
}

type ForCall = { readonly phone?: string; readonly isTried?: boolean }

async function* waitingForCall(
  stage: Stage,
  thing: Thing,
  n: number,
  at: Date,
  { phone, isTried }: ForCall = {},
): Life {
  const volunteer = reserve(stage, thing, stage.days.workday(n), phone)
  const wish = yield* taken(stage, thing, n, volunteer)
  yield at
  const delivered = await move(stage, personOf(stage, volunteer), wish, { action: 'deliver' })
  if (!isTried) return
  yield stage.days.at(stage.days.workday(1), 11.5)
  await move(stage, stage.staff.secretary, delivered, { action: 'try', outcome: 'no-answer' })
}

async function* returnedByClaimant(stage: Stage, thing: Thing): Life {
  const volunteer = reserve(stage, thing, stage.days.workday(3))
  const wish = yield* taken(stage, thing, 3, volunteer)
  yield stage.days.at(stage.days.workday(1), 12)
  const notes = [{ kind: 'handover', text: handovers[1] }] as const
  await move(stage, personOf(stage, volunteer), wish, { action: 'release', notes })
}

/** Claimed and forgotten; the clock took it back after the working day of grace. */
async function* takenBack(stage: Stage, thing: Thing): Life {
  const volunteer = reserve(stage, thing, stage.days.workday(11))
  const wish = yield* taken(stage, thing, 11, volunteer)
  yield stage.days.afterGrace(wish.dueAt as Date)
  await tick(stage.services)
}

async function* reopenedToday(stage: Stage, thing: Thing): Life {
  const volunteer = reserve(stage, thing, stage.days.workday(5))
  const wish = yield* taken(stage, thing, 5, volunteer)
  yield stage.days.at(stage.days.workday(3), 17)
  const delivered: Wish = await move(stage, personOf(stage, volunteer), wish, { action: 'deliver' })
  yield* complained(stage, delivered, 'partly-received')
}
