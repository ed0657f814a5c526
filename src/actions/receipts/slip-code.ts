import { isSame, keyed } from '#auth/hashing.ts'

/**
 * The receipt code under the fold of a slip, six digits; never stored. Slips are printed before a claim, so the code
 * works for any claimant. If a delivery was not received, its claimant knows the code, and a new slip gets another one.
 */
export const slipCode = (secret: string, wishId: string, reopened: number): string =>
  String(Number.parseInt(keyed(secret, 'slip-1', wishId, reopened).slice(0, 12), 16) % 1_000_000).padStart(6, '0')

export const isSlipCode = (secret: string, wishId: string, reopened: number, typed: string): boolean =>
  isSame(slipCode(secret, wishId, reopened), typed)
