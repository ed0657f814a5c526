/** `asked`: waits for the community’s words. `answered`: waits for the supervisor. */
const inquiryStates = ['asked', 'answered', 'closed'] as const
export type InquiryState = (typeof inquiryStates)[number]

/** What a person can be in relation to an inquiry. */
export type InquiryParty = 'supervisor' | 'secretary'

type InquiryStep = {
  readonly from: readonly (InquiryState | 'none')[]
  readonly to: InquiryState
  readonly by: readonly InquiryParty[]
}

/**
 * What can happen to an inquiry (督办): from which states, to which state, by whom. Buttons, permissions, words, the tests
 * and the diagram in docs/supervision.md are derived from this one table.
 */
const inquiryLife = {
  ask: { from: ['none'], to: 'asked', by: ['supervisor'] },
  answer: { from: ['asked'], to: 'answered', by: ['secretary'] },
  /** Only once the step itself is done. */
  accept: { from: ['answered'], to: 'closed', by: ['supervisor'] },
  again: { from: ['answered'], to: 'asked', by: ['supervisor'] },
  /** Asked by mistake, or answered by a telephone call. */
  drop: { from: ['asked', 'answered'], to: 'closed', by: ['supervisor'] },
} as const satisfies Record<string, InquiryStep>

export type InquiryAct = keyof typeof inquiryLife
export const inquiryActs = Object.keys(inquiryLife) as InquiryAct[]
export const inquiryStep = (act: InquiryAct): InquiryStep => inquiryLife[act]
