import { keyed } from './hashing.ts'

/**
 * Marks who was signed in when a form was made, without revealing it: what was typed is only given back to the same
 * person.
 */
export const formMark = (secret: string, personId: string): string => keyed(secret, 'form', personId).slice(0, 24)
