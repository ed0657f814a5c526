/**
 * Why the community calls although the delivery was rated on the page: drawn by lot, or a person who delivered used that
 * device.
 */
const pageCalls = ['sample', 'device'] as const
export type PageCall = (typeof pageCalls)[number]

/** The first 32 bits of a keyed hash of the event decide, so that no one can know beforehand which word is checked. */
export const isSampled = (digest: string, oneIn: number): boolean =>
  Number.parseInt(digest.slice(0, 8), 16) % oneIn === 0
