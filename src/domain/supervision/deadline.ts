import type { LetterSide } from '#domain/letters/letter-life.ts'
import type { CardEnd, CardStep } from './card-steps.ts'

/** A step that has to be done by a date. */
export type Due = {
  readonly step: CardStep
  /** The street deals with some letters itself; the community must not learn of them. */
  readonly side: LetterSide
  readonly startedAt: Date
  /** The last second in time. */
  readonly dueAt: Date
}

/** What is to be done after an event of a stream, and the state in which it then is. */
export type DuePassage = {
  readonly seq: number
  readonly at: Date
  readonly state: string
  readonly due: readonly Due[]
}

export type Deadline = Due & {
  /** The number of the event with which this date began. */
  readonly from: number
  /** The state while the step was still to be done. */
  readonly state: string
  readonly endedAt: Date | null
  readonly end: CardEnd | null
}

/**
 * Every deadline that a stream has had, with its end. A step whose date changes ends as `moved` and begins again with the
 * new date. Depends on the events alone, so it does not matter when or how often this is computed.
 */
export function deadlinesIn(passages: readonly DuePassage[]): readonly Deadline[] {
  const ended: Deadline[] = []
  let open: readonly Deadline[] = []
  for (const { seq, at, state, due } of passages) {
    const sameIn = (list: readonly Due[], one: Due) => list.find((other) => isSame(one, other))
    for (const one of open) {
      if (sameIn(due, one)) continue
      const end = due.some(({ step }) => step === one.step) ? 'moved' : 'done'
      ended.push({ ...one, endedAt: at, end })
    }
    const going = open.filter((one) => sameIn(due, one)).map((one) => ({ ...one, state }))
    const begun = due.filter((one) => !sameIn(open, one))
    open = [...going, ...begun.map((one) => ({ ...one, from: seq, state, endedAt: null, end: null }))]
  }
  return [...ended, ...open]
}

const isSame = (one: Due, other: Due): boolean =>
  one.step === other.step && one.side === other.side && one.dueAt.getTime() === other.dueAt.getTime()
