import { newId } from '#auth/hashing.ts'
import { nextNumber } from '#db/doors/edition-rows.ts'
import { robotsOf } from '#db/doors/robot-rows.ts'
import { robotMessages } from '#db/schema/tables.ts'
import { takenKey } from '#db/store/store.ts'
import type { Services } from '#src/services.ts'
import { inTime } from './in-time.ts'
import { editionStatements } from './make-edition.ts'

type Announced = {
  readonly communityId: string
  readonly wishIds: readonly string[]
  /** The local day of the daily message; null for wishes that are announced at once. */
  readonly robotDay: string | null
}

/**
 * The clock's own message to the group: an edition, and for each robot a message that waits to be sent, in one commit.
 * False where another clock made it, or a person sent a message at that moment.
 */
export async function announce(services: Services, { communityId, wishIds, robotDay }: Announced): Promise<boolean> {
  const { store, now } = services
  const at = now()
  const number = await nextNumber(store.db, communityId, 'group')
  const edition = { id: newId(), communityId, door: 'group' as const, number, paper: null, madeAt: at, endedAt: null }
  const rows = (await robotsOf(store.db, communityId)).map(({ id: robotId }) => ({
    id: newId(),
    robotId,
    communityId,
    editionId: edition.id,
    state: 'waiting' as const,
    nextAt: at,
    answer: '',
  }))
  const early = await inTime(services, communityId, wishIds)
  try {
    await store.commit([
      ...editionStatements(store, { ...edition, robotDay }, 'clock', { ids: wishIds, early }),
      ...rows.map((row) => store.db.insert(robotMessages).values(row)),
    ])
    return true
  } catch (error) {
    if (takenKey(error) === null) throw error
    return false
  }
}
