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
/** How many wrong addresses are allowed from one network address in an hour. */
const mostWrong = 20

/**
 * The wish of a slip's token. Wrong and ended tokens are counted by network address. The counter's key is a keyed hash,
 * so neither the token nor the address is stored.
 */
export async function openReceipt({ store, config, now }: Services, token: string, address: string): Promise<Opened> {
  const wish = await wishByReceipt(store.db, sha256(token))
  const endsAt = wish && receiptEndsAt(wish)
  if (wish && (endsAt === null || now() < endsAt)) return { ok: true, wish }
  const tried = await takeTry(store, keyed(config.secret, 'tries', 'receipt', address), windowSeconds, now())
  return tried.count > mostWrong ? { ok: false, why: 'too-many', until: tried.until } : { ok: false, why: 'unknown' }
}
