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
  /** For the demo alone, which shows a slip whose address everybody knows. */
  readonly tokenOf?: () => string
}

/** Five sheets of four; a printing is one commit. */
export const mostSlips = 20

/**
 * New slips for those of the chosen wishes that this person may print one for. An earlier slip of the same wish is void from
 * then on. Each printing is a logged look, and takes the printer out of the delivery: they have seen the receipt code.
 */
export const printSlips = (services: Services, actor: Person, choice: Choice): Promise<readonly Slip[]> =>
  // Two printings of the same wish at once: the later one replaces the other.
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

/** A slip was lost, or somebody has it who should not: its address leads nowhere from now on. */
export async function endSlip({ store, now }: Services, actor: Person, wish: Wish): Promise<boolean> {
  if (!isStaffOf(actor, wish)) return false
  await store.commit([endReceipts(store, wish.id, now())])
  return true
}

/** The pages behind all slips of a resident end, in the same commit as the consent or the file that they stood on. */
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
