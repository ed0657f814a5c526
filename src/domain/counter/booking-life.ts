/** Where a booking stands. `missing`: something was missing, so another one is needed. `absent`: no one came. */
const bookingStates = ['booked', 'came', 'done', 'handedIn', 'missing', 'absent', 'cancelled'] as const
export type BookingState = (typeof bookingStates)[number]

/** `visitor`: knows number and key, and has no account. `worker`: works in the community. */
export type BookingParty = 'visitor' | 'worker' | 'caller' | 'clock'

type BookingStep = {
  readonly from: readonly (BookingState | 'none')[]
  /** 'same' leaves the state unchanged. */
  readonly to: BookingState | 'same'
  readonly by: readonly BookingParty[]
}

/**
 * What can happen to a booking at the weekend counter: from which states, to which state, by whom. Buttons, permissions,
 * words, the tests and the diagram in docs/counter.md are derived from this one table.
 */
const bookingLife = {
  book: { from: ['none'], to: 'booked', by: ['visitor', 'worker'] },
  /** The documents were looked through before the day. */
  prepare: { from: ['booked'], to: 'same', by: ['worker'] },
  move: { from: ['booked'], to: 'same', by: ['visitor', 'worker'] },
  /** A closure that came later moved it to the next free time. */
  shift: { from: ['booked'], to: 'same', by: ['clock'] },
  /** The visitor was told that the time has changed, or reminded the day before. */
  tell: { from: ['booked'], to: 'same', by: ['worker'] },
  cancel: { from: ['booked'], to: 'cancelled', by: ['visitor', 'worker'] },
  come: { from: ['booked', 'absent'], to: 'came', by: ['worker'] },
  finish: { from: ['came'], to: 'done', by: ['worker'] },
  handIn: { from: ['came'], to: 'handedIn', by: ['worker'] },
  lack: { from: ['came'], to: 'missing', by: ['worker'] },
  miss: { from: ['booked'], to: 'absent', by: ['worker', 'clock'] },
  call: { from: ['done', 'handedIn'], to: 'same', by: ['caller'] },
} as const satisfies Record<string, BookingStep>

export type BookingAct = keyof typeof bookingLife
export const bookingActs = Object.keys(bookingLife) as BookingAct[]
export const bookingStep = (act: BookingAct): BookingStep => bookingLife[act]

/** Whether the booking still takes its time at the counter. */
export const takesTime = (state: BookingState): boolean => state !== 'cancelled' && state !== 'absent'
