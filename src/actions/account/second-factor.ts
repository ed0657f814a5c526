import { randomBytes } from 'node:crypto'
import { and, eq, lt, sql } from 'drizzle-orm'
import { keyed } from '#auth/hashing.ts'
import { seal, unseal } from '#auth/sealed.ts'
import { hmacSha1 } from '#auth/totp-hmac.ts'
import { people, recoveryCodes, secondFactors } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { stepOfCode } from '#domain/account/totp.ts'
import type { Services } from '#src/services.ts'
import { ownTries } from './own-tries.ts'
import { securityEvent } from './security-event.ts'

const recoveryCount = 8
/** Without signs that look alike on paper. */
const paperSigns = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export const newFactorSecret = (): Uint8Array => new Uint8Array(randomBytes(20))

/**
 * Adds the app after its first code was right, and gives the codes for paper, which are never shown again. Null for a wrong
 * code, and where there is a factor already.
 */
export async function addFactor(
  services: Services,
  { personId, secret, code }: { readonly personId: string; readonly secret: Uint8Array; readonly code: string },
): Promise<readonly string[] | null> {
  const { store, config, now } = services
  const { db } = store
  const step = stepOfCode(hmacSha1, { secret, code, now: now(), lastStep: 0 })
  if (step === null || (await hasFactor(services, personId))) return null
  const codes = Array.from({ length: recoveryCount }, newRecoveryCode)
  const sealed = await seal(config.secret, 'second-factor', Buffer.from(secret).toString('base64'))
  await store.commit([
    db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId)),
    db.insert(secondFactors).values({ personId, secret: sealed, lastStep: step, since: now() }),
    ...codes.map((one) => db.insert(recoveryCodes).values({ personId, codeHash: hashOf(services, personId, one) })),
    securityEvent(services, { kind: 'factor-added', personId }),
  ])
  return codes
}

export async function hasFactor({ store }: Services, personId: string): Promise<boolean> {
  const rows = await store.db.select().from(secondFactors).where(eq(secondFactors.personId, personId))
  return rows.length > 0
}

/** Whether a code of the app or one of the paper is right; each is used up by that. */
export async function passFactor(
  services: Services,
  personId: string,
  typed: string,
): Promise<'passed' | 'wrong' | 'too-many'> {
  const { store } = services
  const tries = await ownTries(services, personId, 'second-step')
  if (!tries.isLeft) return 'too-many'
  const isPassed = (await passApp(services, personId, typed)) || (await passPaper(services, personId, typed))
  await store.commit([isPassed ? tries.forget : securityEvent(services, { kind: 'code-refused', personId })])
  return isPassed ? 'passed' : 'wrong'
}

async function passApp({ store, config, now }: Services, personId: string, code: string): Promise<boolean> {
  const { db } = store
  const [factor] = await db.select().from(secondFactors).where(eq(secondFactors.personId, personId))
  const secret = factor && (await unseal(config.secret, 'second-factor', factor.secret))
  if (typeof secret !== 'string' || !factor) return false
  const bytes = new Uint8Array(Buffer.from(secret, 'base64'))
  const step = stepOfCode(hmacSha1, { secret: bytes, code, now: now(), lastStep: factor.lastStep })
  if (step === null) return false
  // Of two that send the same code at once, one is refused.
  const isUnused = lt(secondFactors.lastStep, step)
  try {
    await store.commit([
      db
        .update(secondFactors)
        .set({ lastStep: onlyIf(isUnused, sql`${step}`) })
        .where(eq(secondFactors.personId, personId)),
    ])
    return true
  } catch (error) {
    if (wasRefused(error, 'second_factors.last_step')) return false
    throw error
  }
}

async function passPaper(services: Services, personId: string, typed: string): Promise<boolean> {
  const { store } = services
  const { db } = store
  const codeHash = hashOf(services, personId, typed)
  const isThere = and(eq(recoveryCodes.codeHash, codeHash), eq(recoveryCodes.personId, personId))
  try {
    await store.commit([
      db
        .update(people)
        .set({ name: onlyIf(sql`exists (select 1 from ${recoveryCodes} where ${isThere})`, people.name) })
        .where(eq(people.id, personId)),
      db.delete(recoveryCodes).where(isThere),
      securityEvent(services, { kind: 'recovery-used', personId }),
    ])
    return true
  } catch (error) {
    if (wasRefused(error, 'people.name')) return false
    throw error
  }
}

/** Removes the app and its codes; the caller has checked a code. */
export async function removeFactor(services: Services, personId: string): Promise<void> {
  const { store } = services
  await store.commit([
    store.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId)),
    store.db.delete(secondFactors).where(eq(secondFactors.personId, personId)),
    securityEvent(services, { kind: 'factor-removed', personId }),
  ])
}

/** 'ABCD-EFGH-JKLM': sixty bits. */
function newRecoveryCode(): string {
  const letters = Array.from(randomBytes(12), (byte) => paperSigns[byte % paperSigns.length]).join('')
  return [0, 4, 8].map((from) => letters.slice(from, from + 4)).join('-')
}

const hashOf = ({ config }: Services, personId: string, typed: string): string =>
  keyed(
    config.secret,
    'recovery',
    personId,
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Pd}]/gu, ''),
  )
