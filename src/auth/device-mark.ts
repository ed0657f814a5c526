import { keyed } from './hashing.ts'

/**
 * Marks whose drafts are on a phone. The mark identifies one person in this installation and reveals nothing elsewhere.
 */
export const deviceMark = (secret: string, personId: string): string => keyed(secret, 'drafts', personId).slice(0, 24)
