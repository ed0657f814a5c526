import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { events } from '#db/schema/tables.ts'
import type { Db } from './store.ts'

/**
 * What a form edits, identified by its events: their stream, their actions and, where a stream is about several
 * records, the id in the event. A form's `version` is the stream's last seq when the form was made.
 */
export type Edited = {
  readonly stream: string
  readonly actions: readonly string[]
  readonly subject?: { readonly key: 'residentId' | 'knowledgeId' | 'areaId'; readonly id: string }
}

export type Change = {
  readonly actorId: string
  readonly at: Date
  /** The names of the changed fields, where the event carries them. */
  readonly fields: readonly string[]
}

/** Call this before reading the record itself; otherwise a change in between would count as seen. */
export async function versionNow(db: Db, { stream }: Edited): Promise<number> {
  const [row] = await db
    .select({ seq: sql<number>`coalesce(max(${events.seq}), 0)` })
    .from(events)
    .where(eq(events.stream, stream))
  return row?.seq ?? 0
}

/** Who has changed it since a form of that version was made, earliest first. */
export async function changesSince(db: Db, edited: Edited, version: number): Promise<readonly Change[]> {
  const rows = await db
    .select({ actorId: events.actorId, at: events.at, data: events.data })
    .from(events)
    .where(isLater(edited, version))
    .orderBy(asc(events.seq))
  return rows.map(({ actorId, at, data }) => {
    const { fields } = data as { readonly fields?: unknown }
    return { actorId, at, fields: Array.isArray(fields) ? fields.map(String) : [] }
  })
}

/** Its latest changes, earliest first: for records with a version column of their own. */
export async function lastChanges(db: Db, edited: Edited, howMany: number): Promise<readonly Change[]> {
  return (await changesSince(db, edited, 0)).slice(-Math.max(1, howMany))
}

/** A condition for `onlyIf`, so that the check runs inside the commit: of two people saving at once, one is refused. */
export const isUnchanged = (edited: Edited, version: number): SQL =>
  sql`not exists (select 1 from ${events} where ${isLater(edited, version)})`

const isLater = ({ stream, actions, subject }: Edited, version: number): SQL =>
  and(
    eq(events.stream, stream),
    gt(events.seq, version),
    inArray(events.action, [...actions]),
    subject ? sql`json_extract(${events.data}, ${`$.${subject.key}`}) = ${subject.id}` : undefined,
  ) as SQL
