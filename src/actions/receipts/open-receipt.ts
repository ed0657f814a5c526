import { keyed, sha256 } from '#auth/hashing.ts'
import { takeTry } from '#db/people/attempts.ts'
import { wishByReceipt } from '#db/receipts/receipt-rows.ts'
import { receiptEndsAt } from '#domain/receipts/receipt-end.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'

type Opened =
  | { readonly ok: true; readonly wish: Wish }
  | { readonly ok: false; readonly why: 'unknown' }
  | { readonly ok: false; readonly why: 'too-many'; readonly until: Date }

const windowSeconds = 3600
/** Wrong addresses from one place in an hour. */
const mostWrong = 20

/**
 * The wish behind the token of a slip. A wrong or ended one is counted by the network address it comes from; the counter's
 * key is a keyed hash, so neither token nor address is written down.
 */
export async function openReceipt({ store, config, now }: Services, token: string, address: string): Promise<Opened> {
  const wish = await wishByReceipt(store.db, sha256(token))
  const endsAt = wish && receiptEndsAt(wish)
  if (wish && (endsAt === null || now() < endsAt)) return { ok: true, wish }
  const tried = await takeTry(store, keyed(config.secret, 'tries', 'receipt', address), windowSeconds, now())
  return tried.count > mostWrong ? { ok: false, why: 'too-many', until: tried.until } : { ok: false, why: 'unknown' }
}
