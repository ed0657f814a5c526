import { and, eq, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { claims, wishes } from '#db/schema/tables.ts'
import { type Blanks, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { ranks, type Span, type SpanName, spanNames, spans } from '#domain/month/waits.ts'
import {
  type Asked,
  blankTerms,
  needsWish,
  type Shape,
  sets,
  shapeOf,
  tableOf,
  valuesOf,
  whereOf,
} from './figure-sets.ts'

/** Seconds between two instants of a row. */
export const lengths: Readonly<Record<SpanName, SQL<number>>> = {
  'to-claim': sql<number>`${wishes.firstClaimedAt} - ${wishes.postedAt}`,
  'to-delivery': sql<number>`${claims.deliveredAt} - ${claims.claimedAt}`,
  'to-call': sql<number>`${claims.calledAt} - ${claims.deliveredAt}`,
}

/** The waits over everything that is asked for; several areas are ranked together as one union. */
export async function spansOf(db: Db, ...asked: readonly Asked[]): Promise<Readonly<Record<SpanName, Span>>> {
  const found = await Promise.all(spanNames.map(async (name) => [name, await spanOf(db, asked, name)] as const))
  return Object.fromEntries(found) as Record<SpanName, Span>
}

async function spanOf(db: Db, asked: readonly Asked[], name: SpanName): Promise<Span> {
  const values = Object.assign({}, ...asked.map((one, nth) => valuesOf(one, nth)))
  const rows = await atRanks(db, { name, questions: asked.map(shapeOf) }, values)
  const many = Number(rows[0]?.many ?? 0)
  const at = (rank: number) => rows.find((row) => Number(row.rank) === rank)
  const secondsAt = (rank: number) => (many ? Number(at(rank)?.seconds) : null)
  return { many, median: secondsAt(ranks.median(many)), slowest: secondsAt(ranks.slowest(many)) }
}

type SpanShape = { readonly name: SpanName; readonly questions: readonly Shape[] }

/** Only the two rows at the wanted ranks leave the database; the rows that are sorted are those of one month. */
const atRanks = preparedFor((db, { name, questions }: SpanShape, blanks: Blanks<string>) => {
  const { base, only } = sets[spans[name].set]
  const table = tableOf(base)
  const from = db
    .select({
      seconds: sql<number>`${lengths[name]}`.as('seconds'),
      rank: sql<number>`row_number() over (order by ${lengths[name]})`.as('rank'),
      many: sql<number>`count(*) over ()`.as('many'),
    })
    .from(table)
    .$dynamic()
  const isJoined = questions.some(({ parts }) => parts.some(({ by }) => needsWish(base, by)))
  const within = questions.map((shape, nth) => {
    const terms = blankTerms(shape, blanks, nth)
    return and(whereOf(base, terms), only?.(terms))
  })
  const joined = isJoined ? from.innerJoin(wishes, eq(wishes.id, claims.wishId)) : from
  const ordered = joined.where(and(or(...within) ?? sql`0`, isNotNull(lengths[name]))).as('ordered')
  return db
    .select({ seconds: ordered.seconds, rank: ordered.rank, many: ordered.many })
    .from(ordered)
    .where(sql`${ordered.rank} in ((${ordered.many} + 1) / 2, (9 * ${ordered.many} + 9) / 10)`)
})
