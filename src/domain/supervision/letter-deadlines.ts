import { answerBy, receiveBy } from '#domain/letters/letter-due.ts'
import type { LetterKind, LetterSide, LetterState } from '#domain/letters/letter-life.ts'
import { ruleVersionOn } from '#domain/rules.ts'
import { localDay } from '#domain/time/workdays.ts'
import { type Deadline, type Due, type DuePassage, deadlinesIn } from './deadline.ts'
import type { DeadlineSetting } from './wish-deadlines.ts'

/** The part of an event of a letter that its deadlines follow from. */
type LetterPassageData = {
  readonly seq: number
  readonly at: Date
  readonly state: LetterState
  readonly side: LetterSide
}

/** Every deadline of a letter: to receive it, then to answer it; again after an answer that did not satisfy. */
export function letterDeadlines(
  kind: LetterKind,
  events: readonly LetterPassageData[],
  setting: DeadlineSetting,
): readonly Deadline[] {
  const sentAt = events[0]?.at
  if (!sentAt) return []
  const passages: DuePassage[] = []
  let due: Due | null = null
  let before: LetterState | null = null
  for (const { seq, at, state, side } of events) {
    due = dueAfter({ kind, sentAt, before, due }, { at, state, side }, setting)
    passages.push({ seq, at, state, due: due ? [due] : [] })
    before = state
  }
  return deadlinesIn(passages)
}

type Before = {
  readonly kind: LetterKind
  readonly sentAt: Date
  readonly before: LetterState | null
  readonly due: Due | null
}

function dueAfter(
  { kind, sentAt, before, due }: Before,
  { at, state, side }: Omit<LetterPassageData, 'seq'>,
  { versions, calendar }: DeadlineSetting,
): Due | null {
  const rulesAt = (now: Date) => ({ now, calendar, rules: ruleVersionOn(versions, localDay(now, calendar.zone)).rules })
  switch (state) {
    case 'sent':
      // The time to receive it begins again when the street gives it to the community.
      return due?.side === side ? due : { step: 'receive', side, startedAt: at, dueAt: receiveBy(rulesAt(at)) }
    case 'reopened':
      if (before === 'reopened' && due) return { ...due, side }
      return { step: 'answer', side, startedAt: at, dueAt: answerBy(kind, at, rulesAt(at)) }
    case 'received':
    case 'assigned':
    case 'referred':
      if (due?.step === 'answer') return { ...due, side }
      return { step: 'answer', side, startedAt: sentAt, dueAt: answerBy(kind, sentAt, rulesAt(sentAt)) }
    default:
      return null
  }
}
