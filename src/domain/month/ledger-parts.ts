/** The parts of a month of the public ledger that its page can be narrowed to. `done`: fulfilled, or closed without it. */
export const ledgerParts = ['fulfilled', 'done', 'underway', 'overdue'] as const
export type LedgerPart = (typeof ledgerParts)[number]
