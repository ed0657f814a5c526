import { isSame, keyed } from '#auth/hashing.ts'
import { passWordList } from '#domain/receipts/pass-word-list.ts'

/** Two words from HMAC(secret, claim, day): the same on the pass, on the slip's page and on the wish's page for staff. */
export function passWords(secret: string, claimId: string, day: string): readonly [string, string] {
  const digest = keyed(secret, 'pass-words-1', claimId, day)
  const first = Number.parseInt(digest.slice(0, 8), 16) % passWordList.length
  // Never the same word twice.
  const step = 1 + (Number.parseInt(digest.slice(8, 16), 16) % (passWordList.length - 1))
  return [passWordList[first] as string, passWordList[(first + step) % passWordList.length] as string]
}

/** The mark in a pass's QR code: 88 bits that only this server can compute, for this claim and this day. */
export const passMark = (secret: string, claimId: string, day: string): string =>
  keyed(secret, 'pass-mark-1', claimId, day).slice(0, 22)

export const isPassMark = (secret: string, claimId: string, day: string, typed: string): boolean =>
  isSame(passMark(secret, claimId, day), typed)
