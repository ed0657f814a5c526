import { and, eq, gt, isNull } from 'drizzle-orm'
import { keyed, sha256 } from '#auth/hashing.ts'
import { hashPassword } from '#auth/passwords.ts'
import { takeTry } from '#db/people/attempts.ts'
import { accessCodes, people } from '#db/schema/tables.ts'
import { hour, inSeconds } from '#domain/time/durations.ts'
import type { Services } from '#src/services.ts'
import { setPassword } from './activate.ts'
import { forgetTries, type SignedIn, type TooMany } from './sign-in.ts'

export type Invited = { readonly id: string; readonly name: string; readonly phone: string }
type Opened =
  | { readonly ok: true; readonly person: Invited }
  | { readonly ok: false; readonly why: 'unknown' }
  | TooMany

const windowSeconds = inSeconds(hour)
/** How many wrong links are allowed from one network address in an hour. */
const mostWrong = 20

/**
 * For whom a link is. Looking does not use it up: chat programs open each link that is sent. Unknown, used and expired
 * links are counted by network address; the counter's key is a keyed hash, so neither token nor address is stored.
 */
export async function openActivation(
  { store, config, now }: Services,
  token: string,
  address: string,
): Promise<Opened> {
  const [person] = await store.db
    .select({ id: people.id, name: people.name, phone: people.phone })
    .from(accessCodes)
    .innerJoin(people, eq(people.id, accessCodes.personId))
    .where(and(eq(accessCodes.linkHash, sha256(token)), isNull(accessCodes.usedAt), gt(accessCodes.expiresAt, now())))
  if (person) return { ok: true, person }
  const tried = await takeTry(store, keyed(config.secret, 'tries', 'activation-link', address), windowSeconds, now())
  return tried.count > mostWrong ? { ok: false, why: 'too-many', until: tried.until } : { ok: false, why: 'unknown' }
}

/** Sets the password of the person whom `openActivation` has found, once. The caller has checked the password. */
export async function activateByLink(
  services: Services,
  person: Invited,
  token: string,
  password: string,
): Promise<SignedIn> {
  const passwordHash = await hashPassword(password)
  return setPassword(services, person, passwordHash, eq(accessCodes.linkHash, sha256(token)), [
    forgetTries(services, 'activate', person.phone),
    forgetTries(services, 'sign-in', person.phone),
  ])
}
