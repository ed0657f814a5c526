import { isSame, keyed } from '#auth/hashing.ts'

/** Letters that cannot be mistaken for one another or for digits when they are read out. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const keyLength = 6

/**
 * The six letters with which a writer follows their letter: 24^6, about 190 million. Computed from the installation's secret
 * and never stored, so the page after writing can show them again if the form is sent twice.
 */
export function letterKey(secret: string, letterId: string): string {
  const digest = keyed(secret, 'letter-key-1', letterId)
  return Array.from({ length: keyLength }, (_, at) => {
    const eight = Number.parseInt(digest.slice(at * 8, at * 8 + 8), 16)
    return alphabet[eight % alphabet.length]
  }).join('')
}

/** As typed: lower case, blanks and hyphens are accepted. */
export const isLetterKey = (secret: string, letterId: string, typed: string): boolean =>
  isSame(letterKey(secret, letterId), typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase())
