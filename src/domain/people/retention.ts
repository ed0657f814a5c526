/** What the clock erases, each kind counted by itself. */
export const erasureKinds = ['words', 'file', 'volunteer', 'account'] as const
export type ErasureKind = (typeof erasureKinds)[number]
