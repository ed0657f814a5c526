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
}

/**
 * An unknown phone, an account without a password and a wrong password cannot be told apart, neither by the answer nor
 * by its timing.
 */
export async function signIn(services: Services, { phone, password, address }: Credentials): Promise<SignedIn> {
  const { store } = services
  const tooMany = await takeTries(services, 'sign-in', phone, address)
  if (tooMany) return tooMany
  const mobile = readMobile(phone)
  const account = mobile ? await accountByPhone(store.db, mobile) : null
  if (!(await isPassword(password, account?.passwordHash ?? null)) || !account) return { ok: false, why: 'wrong' }
  await store.commit([forgetTries(services, 'sign-in', phone), returnToAddress(services, 'sign-in', address)])
  return { ok: true, personId: account.id }
}

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
