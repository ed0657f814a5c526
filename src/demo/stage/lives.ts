import type { Posting } from '#actions/wishes/post-wish.ts'
import { minute } from '#domain/time/durations.ts'
import type { ReferReason, ReopenReason, WithdrawReason } from '#domain/vocabulary.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { tick } from '#jobs/run-clock.ts'
import { move, personOf, post } from './demo-acts.ts'
import { calledBack, callerOf, claimed, delivered, posterOf, published, type Stretch } from './demo-steps.ts'
import { complaints, handovers, metOtherwise } from './sentences.ts'
import { type Case, type Stage, workerOf } from './stage.ts'
import type { Life } from './timeline.ts'

/** Whole courses of wishes in past months. `n` is the working day, counted back from today, on which they begin. */
type Start = readonly [stage: Stage, told: Case, n: number]

type Ordinary = { readonly isLate?: boolean; readonly withCode?: boolean; readonly isEntered?: boolean }

/** Posted, checked, claimed, delivered, called back. */
export async function* ordinary(...[stage, told, n, how = {}]: [...Start, Ordinary?]): Life {
  const wish = yield* published(stage, told, n)
  yield* fulfilled(stage, told, wish, how)
}

/** Released with a note for the next volunteer, who delivers. */
export async function* givenBack(...[stage, told, n]: Start): Life {
  const wish = yield* claimed(stage, yield* published(stage, told, n), told.thing)
  const { days, random, services } = stage
  yield days.at(days.workdayAfter(services.now(), 1), random.between(10, 13))
  const notes = [{ kind: 'handover', text: random.pick(handovers) }] as const
  const open = await move(stage, personOf(stage, { id: wish.claimantId as string }), wish, { action: 'release', notes })
  yield* fulfilled(stage, told, open)
}

/** Claimed and forgotten: the claim lapses after the day of grace, and another volunteer delivers. */
export async function* forgotten(...[stage, told, n]: Start): Life {
  const wish = yield* claimed(stage, yield* published(stage, told, n), told.thing)
  yield stage.days.afterGrace(wish.dueAt as Date)
  await tick(stage.services)
  yield* fulfilled(stage, told, { ...wish, barredId: wish.claimantId })
}

/** Delivered, but the call-back says that it was not right: open again, for another volunteer. */
export async function* reopened(...[stage, told, n, reason]: [...Start, ReopenReason]): Life {
  const wish = yield* delivered(stage, yield* claimed(stage, yield* published(stage, told, n), told.thing))
  yield* fulfilled(stage, told, yield* complained(stage, wish, reason))
}

export async function* complained(stage: Stage, wish: Wish, reason: ReopenReason): Stretch {
  const { days, random } = stage
  yield days.at(days.workdayAfter(wish.deliveredAt as Date, 1), random.between(15, 18))
  const isDissatisfied = reason === 'dissatisfied'
  const text =
    reason === 'not-received' ? complaints.missing : isDissatisfied ? complaints.unfinished : complaints.wrong
  const satisfaction = reason === 'not-received' ? null : 'dissatisfied'
  const order = {
    action: 'reopen',
    reason,
    speaker: 'resident',
    satisfaction,
    notes: [{ kind: 'words', text }],
  } as const
  return move(stage, callerOf(stage, wish), wish, order)
}

/** Marked as delivered by mistake, undone at once, delivered the same evening. */
export async function* slipped(...[stage, told, n]: Start): Life {
  const wish = yield* claimed(stage, yield* published(stage, told, n), told.thing)
  const { days, random, services } = stage
  const claimant = personOf(stage, { id: wish.claimantId as string })
  yield days.at(days.workdayAfter(services.now(), 1), 15.5)
  await move(stage, claimant, wish, { action: 'deliver' })
  yield new Date(services.now().getTime() + 6 * minute)
  await move(stage, claimant, wish, { action: 'undo' })
  yield days.at(days.dayOf(services.now()), random.between(17.5, 18.5))
  const again = await move(stage, claimant, wish, { action: 'deliver' })
  yield* calledBack(stage, again, 'very-satisfied')
}

/** The same item for the same door within sixty days, with a reason. */
export async function* again(...[stage, told, n, reason]: [...Start, string]): Life {
  yield* fulfilled(stage, told, yield* published(stage, told, n, reason))
}

type Referred = {
  readonly reason: ReferReason
  readonly office: string
  readonly answer: string
  /** The answer as edited for everyone, of a wish that was published before it was referred. */
  readonly forEveryone?: string
}

/** Not for volunteers: handed to the office whose task it is, before or after publication. */
export async function* referred(
  stage: Stage,
  told: Case,
  n: number,
  { reason, office, answer, forEveryone }: Referred,
): Life {
  const { secretary } = stage.staff
  const sent = forEveryone
    ? yield* referredLater(stage, yield* published(stage, told, n), { reason, office })
    : yield* posted(stage, told, n, { reason, note: office })
  yield stage.days.at(stage.days.workdayAfter(stage.services.now(), 4), 11.3)
  const toldOn = stage.days.dayOf(stage.services.now())
  const notes = [
    { kind: 'office', text: answer },
    { kind: 'answer', text: forEveryone ?? '' },
  ] as const
  await move(stage, secretary, sent, { action: 'answer', how: 'referral', told: 'phone', toldOn, notes })
}

async function* referredLater(
  stage: Stage,
  wish: Wish,
  { reason, office }: { readonly reason: ReferReason; readonly office: string },
): Stretch {
  yield stage.days.at(stage.days.workdayAfter(wish.postedAt, 2), 12)
  const notes = [{ kind: 'office', text: office }] as const
  return move(stage, stage.staff.secretary, wish, { action: 'refer', reason, notes })
}

/** Withdrawn while it waits for the check, on the board, or already claimed. */
export async function* withdrawn(
  stage: Stage,
  told: Case,
  n: number,
  reason: WithdrawReason,
  from: 'submitted' | 'open' | 'claimed',
): Life {
  let wish = yield* from === 'submitted' ? posted(stage, told, n) : published(stage, told, n)
  if (from === 'claimed') wish = yield* claimed(stage, wish, told.thing)
  const { days, random, services } = stage
  yield days.at(days.workdayAfter(services.now(), 1), random.between(10, 12))
  const notes = reason === 'met-otherwise' ? ([{ kind: 'reason', text: metOtherwise }] as const) : []
  await move(stage, posterOf(stage, wish), wish, { action: 'withdraw', reason, notes })
}

async function* posted(stage: Stage, told: Case, n: number, refer: Posting['refer'] = null): Stretch {
  yield stage.days.at(stage.days.workday(n), stage.random.between(10, 13))
  return post(stage, told, { by: workerOf(stage, told.whose), source: 'phone', refer })
}

async function* fulfilled(stage: Stage, told: Case, open: Wish, how: Ordinary = {}): AsyncGenerator<Date, void, void> {
  const { random } = stage
  const wait = random.pick(told.thing.urgency === 'blue' ? [0, 1, 1, 2, 3] : [0, 0, 1])
  const wish = yield* claimed(stage, open, told.thing, { wait, isEntered: how.isEntered ?? false })
  const level = random.pick(levels)
  yield* calledBack(stage, yield* delivered(stage, wish, how), level)
}

export const levels = [
  ...Array<'very-satisfied'>(10).fill('very-satisfied'),
  ...Array<'satisfied'>(7).fill('satisfied'),
  ...Array<'rather-satisfied'>(2).fill('rather-satisfied'),
] as const
