/** What a letter is for. Its words are in text: `letters.kind`. */
export const letterKinds = ['question', 'help', 'suggestion', 'complaint', 'praise'] as const
export type LetterKind = (typeof letterKinds)[number]

/** Whose matter it is. */
export const forWhoms = ['self', 'relative'] as const
export type ForWhom = (typeof forWhoms)[number]

/** How a letter came in. `hotline`: handed over by 12345. */
export const letterWays = ['web', 'phone', 'counter', 'paper', 'hotline'] as const
export type LetterWay = (typeof letterWays)[number]

const letterStates = [
  'sent',
  'received',
  'assigned',
  'referred',
  'answered',
  'reopened',
  'closed',
  'withdrawn',
] as const
export type LetterState = (typeof letterStates)[number]

/** Who deals with a letter: the community, or the supervisor of the street. Each sees only its own letters. */
const letterSides = ['community', 'street'] as const
export type LetterSide = (typeof letterSides)[number]

/**
 * What a person can be in relation to a letter. `receiver`: the secretary, or the supervisor of a letter on the street's
 * side. `handler`: a letter was passed on to them. `caller`: works on the same side and did not answer it.
 */
export type LetterParty = 'writer' | 'enterer' | 'receiver' | 'handler' | 'caller' | 'clock'

type LetterStep = {
  readonly from: readonly (LetterState | 'none')[]
  /** 'same' leaves the state unchanged. Of several the first is usual, and the others are possible in some situations. */
  readonly to: LetterState | 'same' | readonly LetterState[]
  readonly by: readonly LetterParty[]
}

const atWork = ['received', 'assigned', 'referred', 'reopened'] as const

/**
 * What can happen to a letter: from which states, to which state, by whom. Buttons, permissions, words, the tests and the
 * diagram in docs/letters.md are derived from this one table.
 */
const letterLife = {
  write: { from: ['none'], to: 'sent', by: ['writer', 'enterer'] },
  receive: { from: ['sent'], to: 'received', by: ['receiver'] },
  /** The supervisor gives a complaint to the community, which has not seen it until then. */
  entrust: { from: ['sent', 'received'], to: 'sent', by: ['receiver'] },
  /** The secretary asks the street to deal with it, for example if she has no other colleague. */
  raise: { from: ['received', 'assigned', 'reopened'], to: 'same', by: ['receiver'] },
  assign: { from: ['received', 'assigned', 'referred', 'reopened'], to: 'assigned', by: ['receiver'] },
  refer: { from: ['received', 'assigned', 'reopened'], to: 'referred', by: ['receiver', 'handler'] },
  answer: { from: atWork, to: 'answered', by: ['receiver', 'handler'] },
  /** The letter goes on as a wish, or together with an earlier letter about the same. */
  join: { from: atWork, to: 'closed', by: ['receiver'] },
  call: { from: ['answered'], to: ['answered', 'closed', 'reopened'], by: ['caller'] },
  rate: { from: ['answered'], to: ['closed', 'reopened'], by: ['writer'] },
  publish: { from: ['answered', 'closed'], to: 'same', by: ['receiver'] },
  withdraw: { from: ['sent', ...atWork, 'answered'], to: 'withdrawn', by: ['writer'] },
  remind: { from: ['sent', ...atWork], to: 'same', by: ['clock'] },
  close: { from: ['answered'], to: 'closed', by: ['clock'] },
} as const satisfies Record<string, LetterStep>

export type LetterAct = keyof typeof letterLife
export const letterActs = Object.keys(letterLife) as LetterAct[]
export const letterStep = (act: LetterAct): LetterStep => letterLife[act]

/** The states in which a letter still waits for its answer. */
export const waitingStates = ['sent', ...atWork] as const satisfies readonly LetterState[]

/** How a letter ended. `silent`: the writer did not react to the answer within the time the rules allow. */
const letterEnds = ['content', 'dissatisfied', 'silent', 'wish', 'merged'] as const
export type LetterEnd = (typeof letterEnds)[number]

/** `toCall`: answered, and this person may call the writer. `done`: answered or ended, the latest first. */
export const letterLists = ['waiting', 'toCall', 'done'] as const
export type LetterList = (typeof letterLists)[number]
