import { isFollowKey } from '#auth/follow-key.ts'
import { keyed } from '#auth/hashing.ts'
import { bookingByCode } from '#db/counter/booking-rows.ts'
import { letterByCode } from '#db/letters/letter-rows.ts'
import { returnTry, takeTry } from '#db/people/attempts.ts'
import type { Booking } from '#domain/counter/booking.ts'
import type { Letter } from '#domain/letters/letter.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import type { Services } from '#src/services.ts'

const windowSeconds = 3600
/** Tries in an hour from one network address. */
const mostFromAddress = 20
/**
 * Tries in an hour for one number from everywhere: few against 190 million keys, and so many that a stranger who knows the
 * number cannot easily keep its owner out.
 */
const mostForNumber = 200

type Followed =
  | { readonly kind: 'letter'; readonly letter: Letter }
  | { readonly kind: 'booking'; readonly booking: Booking }

type Opened =
  | { readonly ok: true; readonly followed: Followed }
  | { readonly ok: false; readonly why: 'wrong' }
  | { readonly ok: false; readonly why: 'too-many'; readonly until: Date }

type Tried = { readonly number: string; readonly key: string; readonly address: string }

/**
 * The letter or booking of this number and key. An unknown number and a wrong key cannot be told apart; a number that cannot
 * be one is no try. A try is counted before it is judged and given back if it was right; the counters' keys are hashes, so no
 * network address is stored.
 */
export async function openFollowed(services: Services, { number, key, address }: Tried): Promise<Opened> {
  const { store, config, now } = services
  const code = readWishCode(number.normalize('NFKC'))
  if (!code) return { ok: false, why: 'wrong' }
  const byAddress = keyed(config.secret, 'tries', 'follow', 'address', address)
  const byNumber = keyed(config.secret, 'tries', 'follow', 'number', code)
  const fromHere = await takeTry(store, byAddress, windowSeconds, now())
  if (fromHere.count > mostFromAddress) return { ok: false, why: 'too-many', until: fromHere.until }
  const forNumber = await takeTry(store, byNumber, windowSeconds, now())
  if (forNumber.count > mostForNumber) return { ok: false, why: 'too-many', until: forNumber.until }
  const followed = await followedBy(services, code)
  const id = followed?.kind === 'letter' ? followed.letter.id : followed?.booking.id
  if (!followed || !id || !isFollowKey(config.secret, id, key)) return { ok: false, why: 'wrong' }
  await store.commit([returnTry(store, byAddress), returnTry(store, byNumber)])
  return { ok: true, followed }
}

async function followedBy({ store }: Services, code: string): Promise<Followed | null> {
  const found = await letterByCode(store.db, code)
  if (found) return { kind: 'letter', letter: found.letter }
  const booking = await bookingByCode(store.db, code)
  return booking && { kind: 'booking', booking }
}
