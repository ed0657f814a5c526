import { keyed, sha256 } from '#auth/hashing.ts'
import { takeTry } from '#db/people/attempts.ts'
import { familyLinkByToken } from '#db/receipts/family-rows.ts'
import { wishByReceipt } from '#db/receipts/receipt-rows.ts'
import type { OpenFamilyLink } from '#domain/receipts/family-link.ts'
import { receiptEndsAt } from '#domain/receipts/receipt-end.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'

/** An address that leads nowhere, or one too many of them. */
export type ClosedAddress =
  | { readonly ok: false; readonly why: 'unknown' }
  | { readonly ok: false; readonly why: 'too-many'; readonly until: Date }
type Opened = ClosedAddress | { readonly ok: true; readonly wish: Wish }

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
  return wrongAddress({ store, config, now }, address)
}

type OpenedLink = ClosedAddress | { readonly ok: true; readonly link: OpenFamilyLink }

/** The link of a relative, in the same way. No look is recorded: who of a family reads is the family's own business. */
export async function openFamilyLink(services: Services, token: string, address: string): Promise<OpenedLink> {
  const link = await familyLinkByToken(services.store.db, sha256(token), services.now())
  return link ? { ok: true, link } : wrongAddress(services, address)
}

async function wrongAddress(
  { store, config, now }: Pick<Services, 'store' | 'config' | 'now'>,
  address: string,
): Promise<ClosedAddress> {
  const tried = await takeTry(store, keyed(config.secret, 'tries', 'receipt', address), windowSeconds, now())
  return tried.count > mostWrong ? { ok: false, why: 'too-many', until: tried.until } : { ok: false, why: 'unknown' }
}
