import { and, countDistinct, desc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { events, notifications, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { shownTitle } from '#db/wishes/shown-title.ts'
import { day } from '#domain/time/durations.ts'

/** The state of the wish that a notification is about; an invitation and a withdrawn contact have no event on the wish. */
const stateThen = sql`case ${notifications.kind}
  when 'fits' then 'open' when 'contact-withdrawn' then 'claimed' else ${events.state} end`

/** What the notification asks for has been done although the wish is still in the same state. */
const isDone = sql`case ${notifications.kind}
  when 'contact' then ${wishes.visitAt} is not null
  when 'ask' then ${wishes.askedAt} > ${notifications.at}
  when 'kept-due' then not exists (select 1 from ${residents}
    where ${residents.id} = ${notifications.aboutId} and ${residents.renewalDueAt} is not null and ${residents.endedAt} is null)
  else 0 end`

/** A notification is overtaken when its wish has moved on since, or when the reader has done what it asks for. */
const isInForce = and(
  or(isNull(wishes.id), and(sql`${wishes.state} = ${stateThen}`, sql`${wishes.since} <= ${notifications.at}`)),
  sql`not coalesce(${isDone}, 0)`,
)

/** Several notifications about one wish count as one, because the latest says where it is now. */
const subject = sql<string>`coalesce(nullif(${notifications.wishId}, ''), ${notifications.stream} || ${notifications.seq})`

const unread = prepared((db) =>
  db
    .select({ count: countDistinct(subject) })
    .from(notifications)
    .leftJoin(wishes, eq(wishes.id, notifications.wishId))
    .leftJoin(events, and(eq(events.stream, notifications.stream), eq(events.seq, notifications.seq)))
    .where(and(eq(notifications.personId, sql.placeholder('personId')), isNull(notifications.readAt), isInForce)),
)

export async function unreadCount(db: Db, personId: string): Promise<number> {
  const [row] = await unread(db, { personId })
  return row?.count ?? 0
}

/** Names the wish as the public may read it, and no person. */
export type NotificationRow = {
  readonly kind: string
  /** Null where it is not about a wish. */
  readonly wish: {
    readonly code: string
    readonly itemId: string | null
    readonly publicText: string
    readonly isUntitled: boolean
    readonly quantity: number
    readonly measure: string
  } | null
  /** What the reader is to the wish now. */
  readonly reader: 'claimant' | 'barred' | 'other'
  readonly aboutId: string | null
  readonly at: Date
  readonly isRead: boolean
}

const shownDays = 30

/** What a person has been informed of and what is not overtaken, newest first: the latest about each wish. */
export async function notificationsOf(
  db: Db,
  personId: string,
  now: Date,
  limit = 30,
): Promise<readonly NotificationRow[]> {
  const rows = await latestOf(db, { personId, from: new Date(now.getTime() - shownDays * day), most: limit * 3 })
  const latest = rows.filter((row, index) => rows.findIndex((other) => other.subject === row.subject) === index)
  return latest.slice(0, limit).map(({ kind, code, aboutId, at, readAt, claimantId, barredId, ...title }) => ({
    kind,
    aboutId,
    at,
    isRead: readAt !== null,
    reader: claimantId === personId ? 'claimant' : barredId === personId ? 'barred' : 'other',
    wish: code === null ? null : { code, ...titleFor(title) },
  }))
}

const latestOf = prepared((db, { personId, from, most }: Blanks<'personId' | 'from' | 'most'>) =>
  db
    .select({
      subject,
      kind: notifications.kind,
      code: wishes.code,
      ...shownTitle,
      quantity: wishes.quantity,
      measure: wishes.measure,
      claimantId: wishes.claimantId,
      barredId: wishes.barredId,
      aboutId: notifications.aboutId,
      at: notifications.at,
      readAt: notifications.readAt,
    })
    .from(notifications)
    .leftJoin(wishes, eq(wishes.id, notifications.wishId))
    .leftJoin(wishDetails, eq(wishDetails.wishId, notifications.wishId))
    .leftJoin(events, and(eq(events.stream, notifications.stream), eq(events.seq, notifications.seq)))
    .where(and(eq(notifications.personId, personId), gte(notifications.at, from), isInForce))
    .orderBy(desc(notifications.at), desc(notifications.seq))
    .limit(most),
)

type Title = {
  readonly itemId: string | null
  readonly publicText: string | null
  readonly isUntitled: boolean
  readonly quantity: number | null
  readonly measure: string | null
}

const titleFor = ({ itemId, publicText, isUntitled, quantity, measure }: Title) => ({
  itemId,
  publicText: publicText ?? '',
  isUntitled,
  quantity: quantity ?? 1,
  measure: measure ?? '',
})
