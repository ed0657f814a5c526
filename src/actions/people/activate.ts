import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import { securityEvent } from '#actions/account/security-event.ts'
import { registerEvent } from '#actions/event-log.ts'
import { hashPassword } from '#auth/passwords.ts'
import { endSessions } from '#auth/sessions.ts'
import { accountByPhone } from '#db/people/volunteer-rows.ts'
import { accessCodes, people, recoveryCodes, secondFactors, volunteers } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import type { Statement } from '#db/store/store.ts'
import { readAccessCode } from '#domain/people/access-code.ts'
import type { PasswordFault } from '#domain/people/password.ts'
import { readMobile } from '#domain/people/volunteer.ts'
import type { Services } from '#src/services.ts'
import { codeHash } from './access-codes.ts'
import { ownPasswordFault } from './password-faults.ts'
import { forgetTries, returnToAddress, type SignedIn, takeTries } from './sign-in.ts'

type Activation = { readonly phone: string; readonly code: string; readonly password: string; readonly address: string }
type Activated = SignedIn | { readonly ok: false; readonly why: PasswordFault }

/**
 * Exchanges an activation code for a password, ends every session of the account and activates a waiting volunteer, in one
 * commit. The caller has checked what can be checked without knowing the person (password-faults.ts). A wrong phone and a wrong
 * code give the same answer; only a right code learns that the password contains something of the person.
 */
export async function activate(services: Services, { phone, code, password, address }: Activation): Promise<Activated> {
  const { config } = services
  const { db } = services.store
  const tooMany = await takeTries(services, 'activate', phone, address)
  if (tooMany) return tooMany
  // Before anything is looked up, so that an unknown phone takes as long as a known one.
  const passwordHash = await hashPassword(password)
  const mobile = readMobile(phone)
  const account = mobile ? await accountByPhone(db, mobile) : null
  const read = readAccessCode(code)
  if (!account || !read) return { ok: false, why: 'wrong' }

  const hash = codeHash(config.secret, account.id, read)
  const isIt = eq(accessCodes.codeHash, hash)
  const noTry = [
    forgetTries(services, 'activate', phone),
    forgetTries(services, 'sign-in', phone),
    returnToAddress(services, 'activate', address),
  ]
  const fault = (await isLive(services, isIt)) ? await ownPasswordFault(db, account.id, password) : null
  if (fault) {
    await services.store.commit(noTry)
    return { ok: false, why: fault }
  }
  return setPassword(services, account, passwordHash, isIt, noTry)
}

async function isLive({ store, now }: Services, isIt: SQL): Promise<boolean> {
  const rows = await store.db.select({ id: accessCodes.personId }).from(accessCodes).where(liveAt(isIt, now()))
  return rows.length > 0
}

const liveAt = (isIt: SQL, now: Date) =>
  and(isIt, isNull(accessCodes.newPhone), isNull(accessCodes.usedAt), gt(accessCodes.expiresAt, now))

/**
 * Uses up the code that `isIt` finds, in the commit that sets the password; refused there if it was used, replaced or has
 * expired.
 */
export async function setPassword(
  services: Services,
  account: { readonly id: string; readonly phone: string },
  passwordHash: string,
  isIt: SQL,
  more: readonly Statement[],
): Promise<SignedIn> {
  const { store, now } = services
  const { db } = store
  const live = liveAt(isIt, now())
  const waiting = await db
    .select({ communityId: volunteers.communityId })
    .from(volunteers)
    .where(and(eq(volunteers.personId, account.id), eq(volunteers.state, 'inactive')))
  const event = { actorId: account.id, now: now(), data: { personId: account.id } }
  const statements = [
    db
      .update(people)
      .set({ passwordHash, name: onlyIf(sql`exists (select 1 from ${accessCodes} where ${live})`, people.name) })
      .where(eq(people.id, account.id)),
    db.update(accessCodes).set({ usedAt: now() }).where(isIt),
    db
      .update(volunteers)
      .set({ state: 'active' })
      .where(and(eq(volunteers.personId, account.id), eq(volunteers.state, 'inactive'))),
    endSessions(store, account.id),
    // A code that was handed over in person is the way back for those who lost the app and the paper.
    db.delete(recoveryCodes).where(eq(recoveryCodes.personId, account.id)),
    db.delete(secondFactors).where(eq(secondFactors.personId, account.id)),
    securityEvent(services, { kind: 'password-changed', personId: account.id }),
    ...more,
    ...waiting.map(({ communityId }) => registerEvent(store, { ...event, communityId, action: 'volunteer-activated' })),
  ]
  try {
    await store.commit(statements)
    return { ok: true, personId: account.id }
  } catch (error) {
    if (wasRefused(error, 'people.name')) return { ok: false, why: 'wrong' }
    throw error
  }
}
