import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import { registerEvent } from '#actions/event-log.ts'
import { keyed, newId, randomDigits } from '#auth/hashing.ts'
import { takeTry } from '#db/people/attempts.ts'
import { accountByPhone, accountOf, rolesHeld } from '#db/people/volunteer-rows.ts'
import { accessCodes, people } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { takenKey } from '#db/store/store.ts'
import type { Person } from '#domain/people/actor.ts'
import { day, hour, inSeconds } from '#domain/time/durations.ts'
import type { Services } from '#src/services.ts'
import { mayOpen } from './access-codes.ts'
import type { TooMany } from './sign-in.ts'

const lasts = day
const codeLength = 6
const windowSeconds = inSeconds(hour)
const mostTries = 5

type Asked =
  /** The code is shown in this answer only, to be read out to the new number. */
  | { readonly ok: true; readonly code: string }
  /** The person has never signed in, so there is nothing to take over: the number has been changed at once. */
  | { readonly ok: true; readonly code: null }
  | { readonly ok: false; readonly why: 'taken' | 'same' | 'elsewhere' }

/**
 * The number is what a person signs in with, so a colleague calls the new one and reads out a code, and the person
 * enters it where they are signed in. Asked for by those who may issue an activation code; null for others.
 */
export async function askForPhone(
  services: Services,
  actor: Person,
  personId: string,
  placeId: string,
  phone: string,
): Promise<Asked | null> {
  const { store, config, now } = services
  const { db } = store
  const account = await accountOf(db, personId)
  if (!account) return null
  if (!mayOpen(actor, await rolesHeld(db, personId, now()))) return { ok: false, why: 'elsewhere' }
  if (account.phone === phone) return { ok: false, why: 'same' }
  if (await accountByPhone(db, phone)) return { ok: false, why: 'taken' }
  const forget = db.delete(accessCodes).where(and(eq(accessCodes.personId, personId), isNull(accessCodes.usedAt)))
  const event = { communityId: placeId, actorId: actor.id, now: now(), data: { personId } }
  if (account.passwordHash === null) {
    const change = db
      .update(people)
      .set({ phone, version: sql`${people.version} + 1` })
      .where(eq(people.id, personId))
    return store
      .commit([change, forget, registerEvent(store, { ...event, action: 'phone-changed' })])
      .then(() => ({ ok: true as const, code: null }))
      .catch(takenOr)
  }
  const code = randomDigits(codeLength)
  await store.commit([
    db.delete(accessCodes).where(and(eq(accessCodes.personId, personId), isNotNull(accessCodes.newPhone))),
    db.insert(accessCodes).values({
      id: newId(),
      personId,
      codeHash: phoneCodeHash(config.secret, personId, code, now()),
      issuedBy: actor.id,
      issuedAt: now(),
      expiresAt: new Date(now().getTime() + lasts),
      newPhone: phone,
    }),
    registerEvent(store, { ...event, action: 'phone-asked' }),
  ])
  return { ok: true, code }
}

/** The time makes each hash another one, because the column is unique and six digits come again. */
const phoneCodeHash = (secret: string, personId: string, code: string, at: Date): string =>
  keyed(secret, 'phone-code', personId, code, Math.floor(at.getTime() / 1000))

function takenOr(error: unknown): { readonly ok: false; readonly why: 'taken' } {
  if (takenKey(error)?.includes('people.phone')) return { ok: false, why: 'taken' }
  throw error
}

/** The change that waits for the person's code; null if there is none. */
export async function waitingPhone({ store, now }: Services, personId: string) {
  const [row] = await store.db
    .select({ id: accessCodes.id, phone: accessCodes.newPhone, hash: accessCodes.codeHash, at: accessCodes.issuedAt })
    .from(accessCodes)
    .where(
      and(
        eq(accessCodes.personId, personId),
        isNotNull(accessCodes.newPhone),
        isNull(accessCodes.usedAt),
        gt(accessCodes.expiresAt, now()),
      ),
    )
  return row?.phone ? { ...row, phone: row.phone } : null
}

type Confirmed = { readonly ok: true } | { readonly ok: false; readonly why: 'none' | 'wrong' | 'taken' } | TooMany

/** The person enters the code that was read out at the new number; from now on they sign in with it. */
export async function confirmPhone(
  services: Services,
  actor: Person,
  placeId: string,
  typed: string,
): Promise<Confirmed> {
  const { store, config, now } = services
  const { db } = store
  const waiting = await waitingPhone(services, actor.id)
  if (!waiting) return { ok: false, why: 'none' }
  const tried = await takeTry(store, keyed(config.secret, 'tries', 'phone-code', actor.id), windowSeconds, now())
  if (tried.count > mostTries) return { ok: false, why: 'too-many', until: tried.until }
  const digits = typed.normalize('NFKC').replace(/\D/g, '')
  if (phoneCodeHash(config.secret, actor.id, digits, waiting.at) !== waiting.hash) return { ok: false, why: 'wrong' }
  const isLive = sql`exists (select 1 from ${accessCodes} where ${and(
    eq(accessCodes.id, waiting.id),
    isNull(accessCodes.usedAt),
  )})`
  const event = { communityId: placeId, actorId: actor.id, now: now(), data: { personId: actor.id } }
  try {
    await store.commit([
      db
        .update(people)
        .set({ phone: onlyIf(isLive, sql`${waiting.phone}`), version: sql`${people.version} + 1` })
        .where(eq(people.id, actor.id)),
      db.update(accessCodes).set({ usedAt: now() }).where(eq(accessCodes.id, waiting.id)),
      registerEvent(store, { ...event, action: 'phone-changed' }),
    ])
    return { ok: true }
  } catch (error) {
    if (wasRefused(error, 'people.phone')) return { ok: false, why: 'none' }
    return takenOr(error)
  }
}
