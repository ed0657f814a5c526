import { isSame, keyed } from '#auth/hashing.ts'

/** Six digits computed from HMAC(secret, wish, round); never stored. A new round gives a new code. */
export const receiptCode = (secret: string, wishId: string, round: number): string =>
  String(Number.parseInt(keyed(secret, 'receipt-1', wishId, round).slice(0, 12), 16) % 1_000_000).padStart(6, '0')

export const isReceiptCode = (secret: string, wishId: string, round: number, typed: string): boolean =>
  isSame(receiptCode(secret, wishId, round), typed)
