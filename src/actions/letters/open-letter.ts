import { keyed, newId } from '#auth/hashing.ts'
import { letterByCode, type PlacedLetter } from '#db/letters/letter-rows.ts'
import { returnTry, takeTry } from '#db/people/attempts.ts'
import { views } from '#db/schema/tables.ts'
import type { Letter } from '#domain/letters/letter.ts'
import type { Person } from '#domain/people/actor.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import type { Services } from '#src/services.ts'
import { isLetterKey } from './letter-key.ts'

const windowSeconds = 3600
/** Tries in an hour from one network address. */
const mostFromAddress = 20
/**
 * Tries in an hour for one letter from everywhere: few against 190 million keys, and so many that a stranger who knows the
 * number cannot easily keep the writer out.
 */
const mostForLetter = 200

type Opened =
  | ({ readonly ok: true } & PlacedLetter)
  | { readonly ok: false; readonly why: 'wrong' }
  | { readonly ok: false; readonly why: 'too-many'; readonly until: Date }

type Tried = { readonly number: string; readonly key: string; readonly address: string }

/**
 * The letter of this number and key. An unknown number and a wrong key cannot be told apart. A try is counted before it is
 * judged and given back if it was right; the counters' keys are hashes, so no network address is stored.
 */
export async function openLetter(services: Services, { number, key, address }: Tried): Promise<Opened> {
  const { store, config, now } = services
  const code = readWishCode(number.normalize('NFKC'))
  if (!code) return { ok: false, why: 'wrong' }
  const byAddress = keyed(config.secret, 'tries', 'letter', 'address', address)
  const byLetter = keyed(config.secret, 'tries', 'letter', 'code', code)
  const fromHere = await takeTry(store, byAddress, windowSeconds, now())
  if (fromHere.count > mostFromAddress) return { ok: false, why: 'too-many', until: fromHere.until }
  const forLetter = await takeTry(store, byLetter, windowSeconds, now())
  if (forLetter.count > mostForLetter) return { ok: false, why: 'too-many', until: forLetter.until }
  const found = await letterByCode(store.db, code)
  if (!found || !isLetterKey(config.secret, found.letter.id, key)) return { ok: false, why: 'wrong' }
  await store.commit([returnTry(store, byAddress), returnTry(store, byLetter)])
  return { ok: true, ...found }
}

/** Before the words and the telephone of a letter are shown to staff, the look is recorded. */
export async function recordLetterLook({ store, now }: Services, viewer: Person, letter: Letter): Promise<void> {
  const look = { id: newId(), viewerId: viewer.id, wishId: letter.id, page: 'letter', at: now() }
  await store.commit([store.db.insert(views).values(look)])
}
