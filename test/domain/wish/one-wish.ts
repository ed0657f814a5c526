import type { Actor, Person, Receiver, Role } from '#domain/people/actor.ts'
import { type Rules, rulesSchema } from '#domain/rules.ts'
import { calendarOf } from '#domain/time/holiday-layers.ts'
import type { RoleName, State } from '#domain/vocabulary.ts'
import { decide, type Verdict } from '#domain/wish/decide.ts'
import type { Action, Party } from '#domain/wish/lifecycle.ts'
import type { Order } from '#domain/wish/orders.ts'
import { type Known, nothingKnown, type Situation } from '#domain/wish/situation.ts'
import type { Content, Wish } from '#domain/wish/wish.ts'

/** An instant of the country's clock: '2026-11-02T10:00:00'. */
export const beijing = (text: string): Date => new Date(`${text}+08:00`)
/** A Monday, with no holiday near it. */
export const monday = beijing('2026-11-02T10:00:00')
export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)

const role = (name: RoleName, areaId: string): Role => ({ role: name, areaId, communityId: 'hongqi', path: areaId })
const person = (id: string, ...roles: readonly Role[]): Person => ({ kind: 'person', id, name: id, roles })

/** anna and clara work in the grid, dora is secretary, ben and cleo volunteer; emil is secretary and volunteers as well. */
export const anna = person('anna', role('gridWorker', 'grid1'))
export const clara = person('clara', role('gridWorker', 'grid1'))
export const gus = person('gus', role('gridWorker', 'grid2'))
export const dora = person('dora', role('secretary', 'hongqi'))
export const ben = person('ben', role('volunteer', 'hongqi'))
export const cleo = person('cleo', role('volunteer', 'hongqi'))
export const emil = person('emil', role('secretary', 'hongqi'), role('volunteer', 'hongqi'))
export const zhao = person('zhao', role('secretary', 'nanyuan'), role('volunteer', 'nanyuan'))
export const eve: Person = {
  ...person('eve', role('supervisor', 'road'), role('administrator', 'hongqi')),
  supervises: ['hongqi'],
}

/** A person who has the slip of the wish, with no one signed in on the phone. */
export const receiver: Receiver = { kind: 'receiver', wishIds: ['w'], speaker: 'resident', signedInId: null }

export const rules: Rules = rulesSchema.parse({
  checkBeforePublishing: true,
  deliverWithin: { red: 1, yellow: 3, blue: 7 },
  valueLimitFen: 20_000,
  openClaimsPerVolunteer: 2,
  claimsPerUnitMonth: 5,
  lapseAfter: 1,
  callbackWithin: 3,
  callbackTries: 3,
  repeatDays: 60,
  undoMinutes: 30,
  contactHours: 24,
  codeTries: 5,
  minimumAge: 14,
})

type Changes = {
  readonly now?: Date
  readonly known?: Partial<Known>
  readonly rules?: Partial<Rules>
  readonly promised?: Partial<Rules>
}

export const setting = ({ now = monday, known = {}, rules: own = {}, promised = {} }: Changes = {}): Situation => ({
  now,
  rules: { ...rules, ...own },
  ruleVersion: 'rules-2',
  promised: { ...rules, ...promised },
  opens: '10:00',
  calendar: calendarOf({ zone: 'Asia/Shanghai', region: 'xinjiang' }),
  known: { ...nothingKnown, ...known },
})

/** Everything in order: consent given, the code right. */
export const allWell: Partial<Known> = { consents: ['kept', 'posting', 'card'], codeIsRight: true, codeTriesLeft: 5 }

export const milk: Content = {
  ...{ itemId: 'milk', category: 'goods', quantity: 2, measure: 'box', valueFen: 6000 },
  ...{ urgency: 'yellow', source: 'visit', gridId: 'grid1', ageBand: '80+' },
}

/** anna's wish, published an hour ago and open. */
export const wish = (changes: Partial<Wish> = {}): Wish => ({
  ...milk,
  ...{ id: 'w', code: '1234-5678', seq: 2, state: 'open', communityId: 'hongqi', rank: 1, ruleVersion: 'rules-1' },
  ...{ postedBy: 'anna', postedAt: minutesAfter(monday, -120), publishedAt: minutesAfter(monday, -60) },
  ...{ round: 0, claimId: null, claimantId: null, enteredBy: null, unitId: null, claimedAt: null },
  ...{ firstClaimedAt: null, dueAt: null, promiseAt: null, visitAt: null, deliveredAt: null, callbackDueAt: null },
  ...{ deliveredBy: null, countedGridId: 'grid1' },
  ...{ callbackTries: 0, lastTryAt: null, triesSpentAt: null },
  ...{ confirmedAt: null, confirmedHow: null, satisfaction: null, reopened: 0, barredId: null },
  ...{ endedAt: null, endReason: null, since: minutesAfter(monday, -60), nextStep: null, nextAt: null, stepsDone: [] },
  ...{
    remindedAt: null,
    askedAt: null,
    carriedAt: null,
    carried: 0,
    restsUntil: null,
    postponed: 0,
    informSince: null,
  },
  ...{
    claimPostponed: false,
    isJoint: false,
    forBranch: false,
    joiners: [],
    every: null,
    repeatOf: null,
    weighsFrom: null,
  },
  ...changes,
})

const claim = {
  state: 'claimed',
  ...{ round: 1, claimId: 'claim-1', claimantId: 'ben', unitId: 'water', claimedAt: monday },
  ...{ firstClaimedAt: monday, dueAt: beijing('2026-11-05T23:59:59'), promiseAt: beijing('2026-11-05T23:59:59') },
} as const
/** Claimed by ben himself this minute. */
export const claimed = (changes: Partial<Wish> = {}): Wish => wish({ seq: 3, ...claim, ...changes })
/** Delivered by ben this minute. */
export const delivered = (changes: Partial<Wish> = {}): Wish =>
  claimed({ seq: 4, state: 'delivered', deliveredAt: monday, deliveredBy: 'ben', callbackDueAt: monday, ...changes })

export const volunteer = (who: Person, unitId: string | null = null) => ({ id: who.id, unitId, isActive: true })
export const claimOf = (who: Person, unitId: string | null = null): Order<'claim'> => ({
  ...{ action: 'claim', claimId: 'claim-9', volunteer: volunteer(who, unitId), isExtra: false },
})
export const call = { speaker: 'resident', satisfaction: 'satisfied' } as const
const said = (kind: 'reason' | 'handover') => [{ kind, text: 'because' }] as const

/** An order of each action that nothing but the state and the parties can refuse. */
export const orders = {
  post: {
    ...{ action: 'post', code: '1234-5678', communityId: 'hongqi', content: milk },
    ...{ hasRepeatReason: false, isImport: false },
  },
  amend: { action: 'amend', content: { ...milk, quantity: 3 }, fields: ['quantity'], hasRepeatReason: false },
  publish: { action: 'publish', publicText: '', approvesValue: false },
  return: { action: 'return', notes: said('reason') },
  draft: {
    ...{ action: 'draft', code: '1234-5678', communityId: 'hongqi', content: milk, postedBy: 'anna', repeatOf: 'v' },
  },
  request: { action: 'request', volunteer: volunteer(cleo) },
  claim: claimOf(cleo),
  schedule: { action: 'schedule', visitAt: minutesAfter(monday, 60) },
  postpone: { action: 'postpone', until: beijing('2026-11-12T23:59:59'), reason: 'volunteer-busy' },
  join: { action: 'join', volunteer: volunteer(cleo), quantity: 1 },
  leave: { action: 'leave' },
  inform: { action: 'inform' },
  remind: { action: 'remind', step: 'contact' },
  nudge: { action: 'nudge' },
  release: { action: 'release', notes: said('handover') },
  lapse: { action: 'lapse' },
  escalate: { action: 'escalate', step: 'push' },
  advise: { action: 'advise', notes: [{ kind: 'street', text: 'ask the bank' }] },
  ask: { action: 'ask' },
  keep: { action: 'keep' },
  carry: { action: 'carry' },
  replan: { action: 'replan' },
  deliver: { action: 'deliver' },
  undo: { action: 'undo' },
  confirm: { action: 'confirm', how: 'code' },
  try: { action: 'try', outcome: 'no-answer' },
  exhaust: { action: 'exhaust' },
  rate: { action: 'rate', ...call },
  reopen: { action: 'reopen', reason: 'not-received', ...call },
  spare: { action: 'spare' },
  repeat: { action: 'repeat', draftId: 'x' },
  refer: { action: 'refer', reason: 'policy' },
  follow: { action: 'follow', outcome: 'asked' },
  answer: { action: 'answer', how: 'referral', told: 'phone' },
  withdraw: { action: 'withdraw', reason: 'met-otherwise' },
} as const satisfies { readonly [A in Order['action']]: Order<A> }

const staff = ['gridWorker', 'secretary'] as const
type Row = readonly [Action, from: State | 'none', to: State, by: readonly Party[]]

/**
 * What is allowed, written by hand from the rules and not from the lifecycle table, so that a mistake there fails here. What
 * is not in a row is refused.
 */
export const allowed: readonly Row[] = [
  ['post', 'none', 'submitted', staff],
  ['post', 'draft', 'submitted', staff],
  ['amend', 'draft', 'draft', staff],
  ['amend', 'submitted', 'submitted', staff],
  ['amend', 'open', 'open', staff],
  ['publish', 'submitted', 'open', ['secretary']],
  ['return', 'submitted', 'draft', ['secretary']],
  ['draft', 'none', 'draft', ['clock']],
  ['request', 'open', 'open', ['volunteer']],
  ['claim', 'open', 'claimed', ['volunteer', 'gridWorker', 'secretary']],
  ['schedule', 'claimed', 'claimed', ['claimant', 'enterer']],
  ['postpone', 'open', 'open', ['claimant', 'enterer', 'secretary']],
  ['postpone', 'claimed', 'claimed', ['claimant', 'enterer', 'secretary']],
  ['join', 'claimed', 'claimed', ['volunteer']],
  ['leave', 'claimed', 'claimed', ['joiner', 'secretary']],
  ['inform', 'open', 'open', ['gridWorker', 'secretary', 'claimant']],
  ['inform', 'claimed', 'claimed', ['gridWorker', 'secretary', 'claimant']],
  ['inform', 'delivered', 'delivered', ['gridWorker', 'secretary', 'claimant']],
  ['remind', 'submitted', 'submitted', ['clock']],
  ['remind', 'claimed', 'claimed', ['clock']],
  ['remind', 'delivered', 'delivered', ['clock']],
  ['remind', 'referred', 'referred', ['clock']],
  ['nudge', 'claimed', 'claimed', staff],
  ['release', 'claimed', 'open', ['claimant', 'enterer', 'secretary']],
  ['lapse', 'claimed', 'open', ['clock']],
  ['escalate', 'open', 'open', ['clock']],
  ['advise', 'open', 'open', ['supervisor']],
  ['ask', 'open', 'open', ['clock']],
  ['keep', 'open', 'open', staff],
  ['carry', 'open', 'open', ['clock']],
  ['replan', 'submitted', 'submitted', ['clock']],
  ['replan', 'open', 'open', ['clock']],
  ['replan', 'claimed', 'claimed', ['clock']],
  ['replan', 'delivered', 'delivered', ['clock']],
  ['replan', 'fulfilled', 'fulfilled', ['clock']],
  ['replan', 'referred', 'referred', ['clock']],
  ['deliver', 'claimed', 'delivered', ['claimant', 'enterer']],
  ['undo', 'delivered', 'claimed', ['claimant', 'enterer', 'secretary']],
  ['confirm', 'delivered', 'fulfilled', ['codeHolder', 'caller', 'receiver']],
  ['confirm', 'unconfirmed', 'fulfilled', ['codeHolder', 'caller', 'receiver']],
  ['try', 'delivered', 'delivered', ['caller']],
  ['try', 'unconfirmed', 'unconfirmed', ['caller']],
  ['try', 'fulfilled', 'fulfilled', ['caller']],
  ['exhaust', 'delivered', 'unconfirmed', ['clock']],
  ['rate', 'fulfilled', 'fulfilled', ['caller', 'receiver']],
  ['reopen', 'delivered', 'open', ['caller', 'receiver']],
  ['reopen', 'unconfirmed', 'open', ['caller', 'receiver']],
  ['reopen', 'fulfilled', 'open', ['caller', 'receiver']],
  ['spare', 'delivered', 'unconfirmed', ['gridWorker', 'secretary', 'clock']],
  ['spare', 'unconfirmed', 'unconfirmed', ['gridWorker', 'secretary', 'clock']],
  ['spare', 'fulfilled', 'fulfilled', ['gridWorker', 'secretary', 'clock', 'receiver']],
  ['repeat', 'fulfilled', 'fulfilled', ['clock']],
  ['refer', 'submitted', 'referred', staff],
  ['refer', 'open', 'referred', staff],
  ['follow', 'referred', 'referred', staff],
  ['answer', 'none', 'answered', staff],
  ['answer', 'referred', 'answered', staff],
  ['withdraw', 'draft', 'withdrawn', [...staff, 'receiver']],
  ['withdraw', 'submitted', 'withdrawn', [...staff, 'receiver']],
  ['withdraw', 'open', 'withdrawn', [...staff, 'receiver']],
  ['withdraw', 'claimed', 'withdrawn', [...staff, 'receiver']],
  ['withdraw', 'referred', 'withdrawn', [...staff, 'receiver']],
]

/** Someone who asked something was answered at once. */
export const directAnswer: Order<'answer'> = {
  ...{ action: 'answer', how: 'knowledge', code: '1234-5678', communityId: 'hongqi', content: milk, knowledgeId: null },
}

export const act = (
  on: Wish | null,
  order: Order,
  actor: Actor,
  given: Situation = setting({ known: allWell }),
): Verdict => decide('w', on, order, actor, given)
/** The refusal's name, or 'ok'. */
export const outcome = (verdict: Verdict): string => (verdict.ok ? 'ok' : verdict.refusal.why)
