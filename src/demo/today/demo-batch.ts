import { and, desc, eq, isNull } from 'drizzle-orm'
import { newId } from '#auth/hashing.ts'
import { batches, batchWishes, claims, people, units, volunteers, wishes } from '#db/schema/tables.ts'
import type { Store } from '#db/store/store.ts'
import { hour } from '#domain/time/durations.ts'
import { accounts } from '#src/demo/people/accounts.ts'

const claimedOfBatch = 4
const openOfBatch = 2

/**
 * The first volunteer is the contact of their unit, which has adopted a batch: what its members have claimed lately, and
 * some wishes that wait for a member.
 */
export async function batchAdopted({ db, commit }: Store): Promise<void> {
  const [own] = await db
    .select({ id: people.id, unitId: volunteers.unitId, communityId: volunteers.communityId })
    .from(volunteers)
    .innerJoin(people, eq(people.id, volunteers.personId))
    .where(eq(people.phone, accounts.volunteer))
  if (!own?.unitId) return
  const claimed = await db
    .select({ wishId: claims.wishId, personId: claims.personId, at: claims.claimedAt })
    .from(claims)
    .innerJoin(wishes, and(eq(wishes.id, claims.wishId), eq(wishes.claimantId, claims.personId)))
    .where(eq(claims.unitId, own.unitId))
    .orderBy(desc(claims.claimedAt))
    .limit(claimedOfBatch)
  const open = await db
    .select({ wishId: wishes.id })
    .from(wishes)
    .where(and(eq(wishes.communityId, own.communityId), eq(wishes.state, 'open'), isNull(wishes.firstClaimedAt)))
    .orderBy(wishes.code)
    .limit(openOfBatch)
  const first = claimed.at(-1)
  if (!first) return
  const batchId = newId()
  const rows = [...claimed, ...open.map((one) => ({ ...one, personId: null }))]
  const at = new Date(first.at.getTime() - hour)
  await commit([
    db.update(units).set({ contactId: own.id }).where(eq(units.id, own.unitId)),
    db.insert(batches).values({ id: batchId, communityId: own.communityId, unitId: own.unitId, madeBy: own.id, at }),
    db.insert(batchWishes).values(rows.map(({ wishId, personId }) => ({ batchId, wishId, personId }))),
  ])
}
