import { securityEvent } from '#actions/account/security-event.ts'
import { keyed } from '#auth/hashing.ts'
import { isPassword } from '#auth/passwords.ts'
import { clearTries, returnTry, takeTry } from '#db/people/attempts.ts'
import { accountByPhone } from '#db/people/volunteer-rows.ts'
import type { Statement } from '#db/store/store.ts'
import { readMobile } from '#domain/people/volunteer.ts'
import type { Services } from '#src/services.ts'

const windowSeconds = 15 * 60
const triesPerAccount = 5
const triesPerAddress = 30

export type TooMany = { readonly ok: false; readonly why: 'too-many'; readonly until: Date }
export type SignedIn =
  | { readonly ok: true; readonly personId: string }
  | { readonly ok: false; readonly why: 'wrong' }
  | TooMany

type Credentials = {
  readonly phone: string
  readonly password: string
  /** The network address of the request. */
  readonly address: string
  /** Whether that person has signed in on the device of the request before. */
  readonly wasHere: (personId: string) => boolean
  /** The kind of device. */
  readonly device: string
}

/**
 * An unknown phone, an account without a password and a wrong password cannot be told apart, neither by the answer nor
 * by its timing.
 */
export async function signIn(
  services: Services,
  { phone, password, address, wasHere, device }: Credentials,
): Promise<SignedIn> {
  const { store } = services
  const mobile = readMobile(phone)
  const account = mobile ? await accountByPhone(store.db, mobile) : null
  const isKnownDevice = account !== null && wasHere(account.id)
  const tooMany = isKnownDevice
    ? await takeKnownTry(services, account.id)
    : await takeTries(services, 'sign-in', phone, address)
  if (tooMany) return tooMany
  if (!(await isPassword(password, account?.passwordHash ?? null)) || !account) {
    if (account) await store.commit([securityEvent(services, { kind: 'refused', personId: account.id, device })])
    return { ok: false, why: 'wrong' }
  }
  await store.commit(
    isKnownDevice
      ? [clearTries(store, knownKey(services.config.secret, account.id))]
      : [forgetTries(services, 'sign-in', phone), returnToAddress(services, 'sign-in', address)],
  )
  return { ok: true, personId: account.id }
}

/**
 * Devices on which a person has signed in before have a limit of their own, so that strangers who guess the password cannot
 * lock that person out, from however many addresses.
 */
async function takeKnownTry({ store, config, now }: Services, personId: string): Promise<TooMany | null> {
  const taken = await takeTry(store, knownKey(config.secret, personId), windowSeconds, now())
  return taken.count > triesPerAccount ? { ok: false, why: 'too-many', until: taken.until } : null
}

const knownKey = (secret: string, personId: string): string =>
  keyed(secret, 'tries', 'sign-in', 'known-device', personId)

type Door = 'sign-in' | 'activate'

/** Counts a try for the account and one for the address before anything is checked. Null if there were tries left. */
export async function takeTries(
  { store, config, now }: Services,
  door: Door,
  phone: string,
  address: string,
): Promise<TooMany | null> {
  const byAddress = await takeTry(store, addressKey(config.secret, door, address), windowSeconds, now())
  if (byAddress.count > triesPerAddress) return { ok: false, why: 'too-many', until: byAddress.until }
  const byAccount = await takeTry(store, accountKey(config.secret, door, phone), windowSeconds, now())
  return byAccount.count > triesPerAccount ? { ok: false, why: 'too-many', until: byAccount.until } : null
}

/** After a successful sign-in the account's failed tries no longer count; those of the address still do. */
export const forgetTries = ({ store, config }: Services, door: Door, phone: string): Statement =>
  clearTries(store, accountKey(config.secret, door, phone))

/** Many people may share an address, in a hall or with one carrier, so a successful sign-in gives its try back. */
export const returnToAddress = ({ store, config }: Services, door: Door, address: string): Statement =>
  returnTry(store, addressKey(config.secret, door, address))

const addressKey = (secret: string, door: Door, address: string): string =>
  keyed(secret, 'tries', door, 'address', address)

/** However a number is typed, it belongs to the same account. */
const accountKey = (secret: string, door: Door, phone: string): string =>
  keyed(secret, 'tries', door, 'account', readMobile(phone) ?? phone)
