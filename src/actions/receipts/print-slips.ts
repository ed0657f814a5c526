import { randomBytes } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { whileOvertaken } from '#actions/while-overtaken.ts'
import { newId, sha256 } from '#auth/hashing.ts'
import { chosenForSlip, type ForSlip } from '#db/receipts/receipt-rows.ts'
import { receipts, views, wishDetails, wishes } from '#db/schema/tables.ts'
import { type Statement, type Store, takenKey } from '#db/store/store.ts'
import { isStaffOf, type Person } from '#domain/people/actor.ts'
import type { LookPage } from '#domain/people/resident-copy.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'
import { slipCode } from './slip-code.ts'

/** 128 random bits, 22 characters of an address. Only the hash is stored. */
const newReceiptToken = (): string => randomBytes(16).toString('base64url')

export type Slip = {
  readonly wish: ForSlip
  readonly token: string
  readonly code: string
}

type Choice = {
  readonly communityId: string
  readonly gridIds: readonly string[] | null
  readonly codes: readonly string[]
  /** Only for the demo, which shows a slip with a known address. */
  readonly tokenOf?: () => string
}

/** Five sheets of four; each printing is one commit. */
export const mostSlips = 20

/**
 * Prints new slips for those of the chosen wishes for which this person may print one. Earlier slips of the same wishes
 * become invalid. Each printing is recorded as a look and excludes the person from the delivery, because they have seen
 * the receipt code.
 */
export const printSlips = (services: Services, actor: Person, choice: Choice): Promise<readonly Slip[]> =>
  // If a wish is printed twice at once, the later slip replaces the other.
  whileOvertaken(
    (error) => takenKey(error) !== null,
    () => tryPrint(services, actor, choice),
  )

async function tryPrint(
  { store, config, now }: Services,
  actor: Person,
  { codes, tokenOf = newReceiptToken, ...place }: Choice,
): Promise<readonly Slip[]> {
  const chosen = await chosenForSlip(store.db, { ...place, personId: actor.id }, codes.slice(0, mostSlips))
  const slips: Slip[] = []
  const statements: Statement[] = []
  for (const wish of chosen) {
    const token = tokenOf()
    const [row] = await store.db.select({ reopened: wishes.reopened }).from(wishes).where(eq(wishes.id, wish.id))
    slips.push({ wish, token, code: slipCode(config.secret, wish.id, row?.reopened ?? 0) })
    const look = { id: newId(), viewerId: actor.id, wishId: wish.id, page: 'slip' satisfies LookPage, at: now() }
    statements.push(
      endReceipts(store, wish.id, now()),
      store.db.insert(receipts).values({ id: sha256(token), wishId: wish.id, madeBy: actor.id, madeAt: now() }),
      store.db.insert(views).values(look),
    )
  }
  await store.commit(statements)
  return slips
}

const endReceipts = ({ db }: Store, wishId: string, at: Date): Statement =>
  db
    .update(receipts)
    .set({ endedAt: at })
    .where(and(eq(receipts.wishId, wishId), isNull(receipts.endedAt)))

/** For a slip that was lost or is in the wrong hands: its address leads nowhere from now on. */
export async function endSlip({ store, now }: Services, actor: Person, wish: Wish): Promise<boolean> {
  if (!isStaffOf(actor, wish)) return false
  await store.commit([endReceipts(store, wish.id, now())])
  return true
}

/** Ends the pages of all slips of a resident, in the same commit as the consent or the file that they need. */
export const endReceiptsOf = ({ db }: Store, residentId: string, at: Date): Statement =>
  db
    .update(receipts)
    .set({ endedAt: at })
    .where(
      and(
        isNull(receipts.endedAt),
        sql`${receipts.wishId} in (select ${wishDetails.wishId} from ${wishDetails} where ${wishDetails.residentId} = ${residentId})`,
      ),
    )
