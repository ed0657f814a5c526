import { and, count, eq } from 'drizzle-orm'
import { queueOf } from '#db/desk/queue-rows.ts'
import { wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'
import type { DeskTask } from '#domain/desk-queue.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { joinedClaimsOf, openClaimsOf } from './open-claims.ts'
import type { RoleRow } from './role-rows.ts'

type Undelivered = {
  readonly code: string
  readonly itemId: string | null
  readonly quantity: number
  readonly measure: string
  readonly publicText: string
}

/** What a person has in hand in a role, before the role ends. */
export type UnfinishedWork = {
  readonly undelivered: readonly Undelivered[]
  /** Claims of others to which they contribute a part. */
  readonly joined: number
  /** What waits on the desk of that role, by task: to check, to call, to complete … */
  readonly tasks: readonly { readonly task: DeskTask; readonly count: number }[]
  /** Claims by telephone that they entered for volunteers and that are not delivered yet. */
  readonly entered: number
}

export async function unfinishedWork(
  db: Db,
  personId: string,
  role: RoleName,
  rows: readonly RoleRow[],
  now: Date,
): Promise<UnfinishedWork> {
  const nothing: UnfinishedWork = { undelivered: [], joined: 0, tasks: [], entered: 0 }
  if (role === 'volunteer') {
    const communityIds = rows.map(({ area }) => area.id)
    const claimed = await Promise.all(communityIds.map((id) => openClaimsOf(db, personId, id)))
    const joined = await Promise.all(communityIds.map((id) => joinedClaimsOf(db, personId, id)))
    const undelivered = claimed.flat().map(({ wish, details }) => ({ ...wish, publicText: details.publicText ?? '' }))
    return { ...nothing, undelivered, joined: joined.flat().length }
  }
  if (role !== 'gridWorker' && role !== 'secretary') return nothing
  const roles = rows.map(({ area }) => ({ role, areaId: area.id, communityId: area.communityId, path: area.path }))
  const queue = await queueOf(db, { kind: 'person', id: personId, name: '', roles }, now, 1)
  const areaIds = rows.map(({ area }) => area.id)
  const [entered] = await db
    .select({ count: count() })
    .from(wishes)
    .where(
      and(
        isOneOf(role === 'gridWorker' ? wishes.gridId : wishes.communityId, areaIds),
        eq(wishes.state, 'claimed'),
        eq(wishes.enteredBy, personId),
      ),
    )
  return { ...nothing, tasks: queue.map(({ task, count: of }) => ({ task, count: of })), entered: entered?.count ?? 0 }
}
