import { actorId } from '#domain/people/actor.ts'
import { isDissatisfied, type Satisfaction } from '#domain/vocabulary.ts'
import type { Letter, LetterEvent } from './letter.ts'
import { answerBy, type LetterSetting, receiveBy, silentAt } from './letter-due.ts'
import {
  type ForWhom,
  type LetterAct,
  type LetterEnd,
  type LetterKind,
  type LetterSide,
  type LetterState,
  type LetterWay,
  letterStep,
} from './letter-life.ts'
import { type LetterActor, type LetterPlace, letterPartiesOf } from './letter-parties.ts'

type WriteOrder = {
  readonly act: 'write'
  readonly code: string
  readonly kind: LetterKind
  readonly way: LetterWay
  readonly forWhom: ForWhom
  /** The complaint is about the secretary or the community's staff. */
  readonly isAboutStaff: boolean
  readonly hasPhone: boolean
  readonly mayPublish: boolean
}

export type LetterOrder =
  | { readonly act: 'receive' | 'entrust' | 'raise' | 'refer' | 'publish' | 'withdraw' | 'remind' | 'close' }
  | { readonly act: 'assign'; readonly handlerId: string }
  | { readonly act: 'answer' }
  | { readonly act: 'join'; readonly to: 'wish' | 'letter'; readonly code: string }
  /** `level` is null if the telephone was not answered. */
  | { readonly act: 'call'; readonly level: Satisfaction | null }
  | { readonly act: 'rate'; readonly level: Satisfaction }

/** Why an act is refused; each has a sentence in text: `letters.refusal`. */
export type LetterRefusal =
  | { readonly why: 'wrong-state'; readonly state: LetterState }
  | { readonly why: 'not-allowed' }
  | { readonly why: 'overtaken' }
  | { readonly why: 'same-person' }
  | { readonly why: 'not-on-street' }
  | { readonly why: 'on-street' }
  | { readonly why: 'itself' }
  | { readonly why: 'not-published' }
  | { readonly why: 'not-due' }

type Verdict =
  | { readonly ok: true; readonly letter: Letter; readonly event: LetterEvent }
  | { readonly ok: false; readonly refusal: LetterRefusal }

const refuse = (refusal: LetterRefusal): Verdict => ({ ok: false, refusal })

/**
 * A new letter with its first event. A complaint about the secretary or the staff begins on the street's side, where the
 * community does not see it.
 */
export function writeLetter(
  id: string,
  communityId: string,
  order: WriteOrder,
  writer: LetterActor,
  setting: LetterSetting,
): Extract<Verdict, { ok: true }> {
  const { code, kind, way, forWhom, isAboutStaff, hasPhone, mayPublish } = order
  const letter: Letter = {
    id,
    code,
    communityId,
    kind,
    way,
    forWhom,
    side: kind === 'complaint' && isAboutStaff ? 'street' : 'community',
    state: 'sent',
    seq: 1,
    enteredBy: writer.kind === 'person' ? writer.id : null,
    handlerId: null,
    answeredBy: null,
    reopened: 0,
    hasPhone,
    mayPublish,
    sentAt: setting.now,
    promiseAt: answerBy(kind, setting.now, setting),
    firstAnsweredAt: null,
    answeredAt: null,
    reachedAt: null,
    rating: null,
    end: null,
    endedAt: null,
    linkedTo: null,
    dueAt: receiveBy(setting),
    isReminded: false,
  }
  return { ok: true, letter, event: eventOf(letter, 'write', writer, setting.now, { kind, way }) }
}

/**
 * Decides whether this actor may do this to the letter now, and gives the event and the new letter, or a refusal. Pure. The
 * event's `seq` is the lock, as for wishes.
 */
export function decideLetter(
  letter: Letter,
  place: LetterPlace,
  order: LetterOrder,
  actor: LetterActor,
  setting: LetterSetting,
): Verdict {
  const { from, by } = letterStep(order.act)
  const parties = letterPartiesOf(actor, letter, place)
  if (!from.includes(letter.state)) return refuse({ why: 'wrong-state', state: letter.state })
  if (!by.some((party) => parties.includes(party))) return refuse({ why: 'not-allowed' })
  const changes = changesOf(letter, order, actor, setting)
  if ('why' in changes) return refuse(changes)
  const { data, ...fields } = changes
  const next: Letter = { ...letter, ...fields, seq: letter.seq + 1 }
  return { ok: true, letter: next, event: eventOf(next, order.act, actor, setting.now, data ?? {}) }
}

type Changes = Partial<Letter> & { readonly data?: LetterEvent['data'] }

function changesOf(
  letter: Letter,
  order: LetterOrder,
  actor: LetterActor,
  setting: LetterSetting,
): Changes | LetterRefusal {
  const { now } = setting
  // After an answer that did not satisfy, another person of the community deals with it.
  const barredId = letter.reopened > 0 && letter.side === 'community' ? letter.answeredBy : null
  switch (order.act) {
    case 'receive':
      return { state: 'received', dueAt: letter.promiseAt, isReminded: false }
    case 'entrust':
      if (letter.side !== 'street') return { why: 'not-on-street' }
      return { state: 'sent', side: 'community', dueAt: receiveBy(setting), isReminded: false }
    case 'raise':
      if (letter.side !== 'community') return { why: 'on-street' }
      return { side: 'street', handlerId: null }
    case 'assign':
      if (order.handlerId === barredId) return { why: 'same-person' }
      return { state: 'assigned', handlerId: order.handlerId, data: { handlerId: order.handlerId } }
    case 'refer':
      return { state: 'referred' }
    case 'answer':
      if (actorIdOf(actor) === barredId) return { why: 'same-person' }
      return {
        state: 'answered',
        answeredBy: actorIdOf(actor),
        answeredAt: now,
        firstAnsweredAt: letter.firstAnsweredAt ?? now,
        dueAt: silentAt(setting),
        isReminded: false,
      }
    case 'join':
      if (order.code === letter.code) return { why: 'itself' }
      return {
        ...ended(order.to === 'wish' ? 'wish' : 'merged', now),
        linkedTo: order.code,
        data: { to: order.to, code: order.code },
      }
    case 'call':
      if (order.level === null) return { data: { reached: false } }
      return { reachedAt: now, ...rated(letter, order.level, setting), data: { reached: true, level: order.level } }
    case 'rate':
      return { ...rated(letter, order.level, setting), data: { level: order.level } }
    case 'publish':
      return letter.mayPublish ? {} : { why: 'not-published' }
    case 'withdraw':
      return { state: 'withdrawn', endedAt: now, dueAt: null }
    case 'remind':
      if (letter.isReminded || letter.dueAt === null || letter.dueAt >= now) return { why: 'not-due' }
      return { isReminded: true }
    case 'close':
      if (letter.dueAt === null || letter.dueAt > now) return { why: 'not-due' }
      return ended('silent', now)
  }
}

const ended = (end: LetterEnd, at: Date): Changes => ({ state: 'closed', end, endedAt: at, dueAt: null })

/**
 * Content closes the letter. The first time that the writer is not satisfied another person deals with it; the second
 * time the street does; after that it is closed as it is.
 */
function rated(letter: Letter, level: Satisfaction, setting: LetterSetting): Changes {
  if (!isDissatisfied(level)) return { rating: level, ...ended('content', setting.now) }
  if (letter.reopened >= 2) return { rating: level, ...ended('dissatisfied', setting.now) }
  const side: LetterSide = letter.reopened === 0 ? letter.side : 'street'
  return {
    rating: level,
    state: 'reopened',
    side,
    handlerId: null,
    reopened: letter.reopened + 1,
    dueAt: answerBy(letter.kind, setting.now, setting),
    isReminded: false,
  }
}

const actorIdOf = (actor: LetterActor): string => (actor.kind === 'writer' ? 'writer' : actorId(actor))

const eventOf = (
  { id, seq, state, side, communityId }: Letter,
  act: LetterAct,
  actor: LetterActor,
  at: Date,
  data: LetterEvent['data'],
): LetterEvent => ({ stream: id, seq, act, state, side, actorId: actorIdOf(actor), at, communityId, data })
