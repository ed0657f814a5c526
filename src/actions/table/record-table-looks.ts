import { and, eq, gte } from 'drizzle-orm'
import { newId } from '#auth/hashing.ts'
import { views } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Person } from '#domain/people/actor.ts'
import type { LookPage } from '#domain/people/resident-copy.ts'
import type { Services } from '#src/services.ts'

/** Each row has seven columns, and a statement allows 100 parameters. */
const rowsPerStatement = 14

type Looks = {
  readonly page: Extract<LookPage, 'table' | 'export' | 'visits'>
  readonly residentIds: readonly string[]
  /** The start of the local day: a list that is opened again on the same day shows its reader nothing new. */
  readonly since: Date
}

/** Before a list with names is shown: who looked at whom, once for each resident, reader and day. */
export async function recordTableLooks({ store, now }: Services, actor: Person, { page, residentIds, since }: Looks) {
  if (!residentIds.length) return
  const known = await looksSince(store.db, { residentIds, since, viewerId: actor.id, page })
  const seen = new Set(known.map(({ residentId }) => residentId))
  const rows = [...new Set(residentIds)]
    .filter((id) => !seen.has(id))
    .map((residentId) => ({
      id: newId(),
      viewerId: actor.id,
      wishId: null,
      residentId,
      round: null,
      page,
      at: now(),
    }))
  const groups = Array.from({ length: Math.ceil(rows.length / rowsPerStatement) }, (_, index) =>
    rows.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
  )
  await store.commit(groups.map((group) => store.db.insert(views).values(group)))
}

const looksSince = prepared(
  (db, { residentIds, since, viewerId, page }: Blanks<'residentIds' | 'since' | 'viewerId' | 'page'>) =>
    db
      .select({ residentId: views.residentId })
      .from(views)
      .where(
        and(
          isOneOf(views.residentId, residentIds),
          gte(views.at, since),
          eq(views.viewerId, viewerId),
          eq(views.page, page),
        ),
      ),
)
