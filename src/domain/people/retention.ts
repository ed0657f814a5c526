/** What the clock erases; each kind is counted separately. */
const erasureKinds = ['words', 'letter', 'booking', 'inquiry', 'file', 'family-link', 'volunteer', 'account'] as const
export type ErasureKind = (typeof erasureKinds)[number]
