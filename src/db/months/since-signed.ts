import { and, asc, eq, getTableColumns, gt, lt, lte, type SQL, sql } from 'drizzle-orm'
import { claims, events, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'
import type { SetName } from '#domain/month/figures.ts'
import { seconds } from '#domain/time/seconds.ts'
import { replay } from '#domain/wish/apply.ts'
import { claimChange } from '#domain/wish/claim/claim.ts'
import type { Claim } from '#domain/wish/claim/claim-row.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'
import { type Behind, rowsById } from './figure-lists.ts'
import { type Asked, sets, tableOf, termsOf, whereOf } from './figure-sets.ts'

/** What was added to a list after the month was signed, by id, and what was on it then but is not now. */
export type SinceSigned = { readonly entered: ReadonlySet<string>; readonly left: readonly Behind[] }

// A community with a few hundred wishes a month takes half a year to reach this.
const mostEvents = 20_000

/**
 * Compares a list now with the list at signing, given the last event of the signature. Wishes with later events are
 * rebuilt from their earlier events, and the figure's own condition is applied to both. Null where too much has
 * happened to list wish by wish.
 */
export async function sinceSigned(db: Db, asked: Asked, name: SetName, lastEvent: number): Promise<SinceSigned | null> {
  const touched = await touchedSince(db, asked, lastEvent)
  if (touched === null) return null
  const [then, today] = [
    await membersThen(db, asked, name, await livesUntil(db, touched, lastEvent)),
    await membersToday(db, asked, name, touched),
  ]
  const left = [...then].filter((id) => !today.has(id))
  return { entered: new Set([...today].filter((id) => !then.has(id))), left: await rowsById(db, name, left) }
}

/** Wishes old enough to belong to the month that have had events since; null for too many. */
async function touchedSince(db: Db, { communityIds, period }: Asked, lastEvent: number) {
  const [communityId = ''] = communityIds
  const since = db
    .select({ stream: events.stream })
    .from(events)
    .where(and(eq(events.communityId, communityId), gt(events.pos, lastEvent)))
    .limit(mostEvents + 1)
  const found = await since
  if (found.length > mostEvents) return null
  const streams = [...new Set(found.map(({ stream }) => stream))]
  const rows = await db
    .select({ id: wishes.id })
    .from(wishes)
    .where(and(isOneOf(wishes.id, streams), lt(wishes.postedAt, period.until)))
  return rows.map(({ id }) => id)
}

type Lives = { readonly wishes: readonly Wish[]; readonly claims: readonly ClaimThen[] }
type ClaimThen = Claim & { readonly tries: number }

/** Those wishes and their claims as they were after that event. */
async function livesUntil(db: Db, ids: readonly string[], lastEvent: number): Promise<Lives> {
  const rows = await db
    .select()
    .from(events)
    .where(and(isOneOf(events.stream, ids), lte(events.pos, lastEvent)))
    .orderBy(asc(events.stream), asc(events.seq))
  const streams = new Map<string, WishEvent[]>()
  for (const row of rows as unknown as WishEvent[]) streams.set(row.stream, [...(streams.get(row.stream) ?? []), row])
  const lives = [...streams.values()]
  return { wishes: lives.flatMap((life) => replay(life) ?? []), claims: lives.flatMap(claimsOf) }
}

function claimsOf(life: readonly WishEvent[]): readonly ClaimThen[] {
  const found = new Map<string, ClaimThen>()
  for (const change of life.map(claimChange)) {
    if (change?.kind === 'begin') found.set(change.claim.id, { ...change.claim, tries: 0 })
    const claim = change?.kind === 'change' ? found.get(change.id) : undefined
    if (claim && change?.kind === 'change')
      found.set(claim.id, { ...claim, ...change.set, tries: claim.tries + (change.tries ?? 0) })
  }
  return [...found.values()]
}

/** Common table expressions with the real tables' names contain the given rows for this one query. */
async function membersThen(db: Db, asked: Asked, name: SetName, lives: Lives): Promise<ReadonlySet<string>> {
  const { base, only } = sets[name]
  const terms = termsOf(asked)
  const where = and(whereOf(base, terms), only?.(terms))
  const isOfClaims = tableOf(base) === claims
  const id = isOfClaims ? sql<string>`claims.id` : sql<string>`wishes.id`
  const from = isOfClaims ? sql`claims join wishes on wishes.id = claims.wish_id` : sql`wishes`
  const rows = await db.all<{ id: string }>(
    sql`with wishes as (${rowsOf(wishes, lives.wishes)}), claims as (${rowsOf(claims, lives.claims)}) select ${id} as id from ${from} where ${where}`,
  )
  return new Set(rows.map((row) => row.id))
}

async function membersToday(db: Db, asked: Asked, name: SetName, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { base, only } = sets[name]
  const terms = termsOf(asked)
  const where = and(whereOf(base, terms), only?.(terms))
  const rows =
    tableOf(base) === claims
      ? await db
          .select({ id: claims.id })
          .from(claims)
          .innerJoin(wishes, eq(wishes.id, claims.wishId))
          .where(and(isOneOf(claims.wishId, ids), where))
      : await db
          .select({ id: wishes.id })
          .from(wishes)
          .where(and(isOneOf(wishes.id, ids), where))
  return new Set(rows.map(({ id }) => id))
}

/** Rows as an SQL list, column by column; instants in seconds, as the table stores them. */
function rowsOf(table: typeof wishes | typeof claims, rows: readonly (Wish | ClaimThen)[]): SQL {
  const columns = Object.entries(getTableColumns(table)).map(([key, { name }]) => ({ key, name }))
  const values = rows.map((row) =>
    Object.fromEntries(
      columns.map(({ key, name }) => {
        const value = (row as unknown as Record<string, unknown>)[key]
        return [name, value instanceof Date ? seconds(value) : value]
      }),
    ),
  )
  const each = columns.map(({ name }) => sql.raw(`value ->> '$.${name}' as ${name}`))
  return sql`select ${sql.join(each, sql`, `)} from json_each(${JSON.stringify(values)})`
}
