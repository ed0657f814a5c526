import { keyed } from './hashing.ts'

/** Whose drafts are on a phone: a mark that stands for one person here and says nothing about them anywhere else. */
export const deviceMark = (secret: string, personId: string): string => keyed(secret, 'drafts', personId).slice(0, 24)
