import { keyed } from './hashing.ts'

/** Who was signed in when a form was made, as a mark that says nothing about them: what was typed goes back to them alone. */
export const formMark = (secret: string, personId: string): string => keyed(secret, 'form', personId).slice(0, 24)
