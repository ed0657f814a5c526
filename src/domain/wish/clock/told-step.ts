import { day } from '#domain/time/durations.ts'

/** A step of a wish that a person tells the resident, who may have no smartphone. */
const stepKinds = ['claimed', 'visit', 'visit-moved', 'given-back'] as const
export type StepKind = (typeof stepKinds)[number]

/** After a week a step is no news any more, and leaves the list. */
export const tellingFor = 7 * day

/** `agreedVisits`: how many times a visit was agreed in this claim, up to this step. */
export function kindOfStep(action: 'claim' | 'schedule' | 'release', agreedVisits: number): StepKind {
  if (action === 'release') return 'given-back'
  if (action === 'claim') return 'claimed'
  return agreedVisits > 1 ? 'visit-moved' : 'visit'
}
