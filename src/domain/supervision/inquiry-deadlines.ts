import { type Deadline, type DuePassage, deadlinesIn } from './deadline.ts'
import type { InquiryState } from './inquiry-life.ts'

/** The part of an event of an inquiry that its deadline follows from. */
type InquiryPassageData = {
  readonly seq: number
  readonly at: Date
  readonly state: InquiryState
  readonly dueAt: Date | null
}

/** An inquiry is to be answered by its day; asked again, it has a new one. Not answered in time, it is a card itself. */
export function inquiryDeadlines(events: readonly InquiryPassageData[]): readonly Deadline[] {
  const passages = events.map(({ seq, at, state, dueAt }): DuePassage => {
    const isOpen = state === 'asked' && dueAt !== null
    return { seq, at, state, due: isOpen ? [{ step: 'inquiry', side: 'community', startedAt: at, dueAt }] : [] }
  })
  return deadlinesIn(passages)
}
