import { isSame, keyed } from './hashing.ts'

/** Letters that cannot be mistaken for one another or for digits when they are read out. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const keyLength = 6

/**
 * The six letters with which someone without an account follows their letter or booking: 24^6, about 190 million. Computed
 * from the installation's secret and never stored, so the page after sending can show them again if the form is sent twice.
 */
export function followKey(secret: string, id: string): string {
  const digest = keyed(secret, 'follow-key-1', id)
  return Array.from({ length: keyLength }, (_, at) => {
    const eight = Number.parseInt(digest.slice(at * 8, at * 8 + 8), 16)
    return alphabet[eight % alphabet.length]
  }).join('')
}

/** As typed: lower case, blanks and hyphens are accepted. */
export const isFollowKey = (secret: string, id: string, typed: string): boolean =>
  isSame(followKey(secret, id), typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase())
