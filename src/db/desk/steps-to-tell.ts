import { and, asc, eq, gte, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { areas, events, receipts, residents, stepsTold, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { titleColumns, type WishTitle } from '#db/wishes/shown-title.ts'
import { kindOfStep, type StepKind, tellingFor } from '#domain/wish/clock/told-step.ts'

/** A resident who has to be told of a step of their wish. The telephone is on its own page, where each look is recorded. */
export type StepToTell = WishTitle & {
  readonly code: string
  /** Of the event of the step. */
  readonly seq: number
  readonly kind: StepKind
  readonly gridName: string
  readonly residentName: string
  readonly at: Date
  readonly visitAt: Date | null
  readonly dueAt: Date | null
  readonly claimantId: string | null
  readonly unitId: string | null
}

type Asked = {
  readonly communityId: string
  /** The reader's own grids; null for the whole community. */
  readonly gridIds: readonly string[] | null
  readonly now: Date
}

const atOnce = 20

export async function stepsToTell(db: Db, { communityId, gridIds, now }: Asked) {
  const values = { id: communityId, gridIds, from: earliest(now), limit: atOnce + 1 }
  const rows = (await stepsOf(db, gridIds ? 'grids' : 'community', values)).map(stepOf)
  return { rows: rows.slice(0, atOnce), hasMore: rows.length > atOnce }
}

/** The step of one wish, for the page that is read out on the telephone. */
export async function stepToTell(db: Db, wishId: string, now: Date): Promise<StepToTell | null> {
  const [row] = await stepsOf(db, 'wish', { id: wishId, gridIds: null, from: earliest(now), limit: 1 })
  return row ? stepOf(row) : null
}

const earliest = (now: Date): Date => new Date(now.getTime() - tellingFor)

const steps = ['claim', 'schedule', 'release'] as const

type Whose = 'community' | 'grids' | 'wish'
function isOf(whose: Whose, { id, gridIds }: Blanks<'id' | 'gridIds'>): SQL | undefined {
  if (whose === 'wish') return eq(wishes.id, id)
  return and(eq(wishes.communityId, id), whose === 'grids' ? isOneOf(wishes.gridId, gridIds) : undefined)
}

const stepsOf = preparedFor((db, whose: Whose, blanks: Blanks<'id' | 'gridIds' | 'from' | 'limit'>) => {
  const latest = sql`(select max(m.seq) from ${events} m where m.stream = ${wishes.id} and m.action in ('claim', 'schedule', 'release'))`
  const isTold = sql`exists (select 1 from ${stepsTold} where ${stepsTold.wishId} = ${wishes.id} and ${stepsTold.seq} >= ${events.seq})`
  const isFollowed = sql`exists (select 1 from ${receipts} where ${receipts.wishId} = ${wishes.id} and ${receipts.endedAt} is null and ${receipts.followedAt} is not null)`
  const wasTold = sql`exists (select 1 from ${stepsTold} join ${events} p on p.stream = ${stepsTold.wishId} and p.seq = ${stepsTold.seq} where ${stepsTold.wishId} = ${wishes.id} and p.round = ${events.round})`
  const visits = sql<number>`(select count(*) from ${events} v where v.stream = ${wishes.id} and v.round = ${events.round} and v.action = 'schedule' and v.seq <= ${events.seq})`
  return db
    .select({
      code: wishes.code,
      seq: events.seq,
      action: events.action,
      visits,
      at: events.at,
      visitAt: wishes.visitAt,
      dueAt: wishes.dueAt,
      claimantId: wishes.claimantId,
      unitId: wishes.unitId,
      ...titleColumns,
      gridName: areas.name,
      residentName: residents.name,
    })
    .from(wishes)
    .innerJoin(events, and(eq(events.stream, wishes.id), eq(events.seq, latest)))
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .innerJoin(areas, eq(areas.id, wishes.gridId))
    .where(
      and(
        isOf(whose, blanks),
        inArray(wishes.state, ['open', 'claimed']),
        // A promised day that has moved is told with its own sentence.
        isNull(wishes.informSince),
        gte(events.at, blanks.from),
        sql`not ${isTold}`,
        sql`case ${events.action}
          when 'release' then ${wishes.state} = 'open' and (${wasTold} or ${visits} > 0)
          else ${wishes.state} = 'claimed' and not ${isFollowed} end`,
      ),
    )
    .orderBy(asc(events.at), asc(wishes.code))
    .limit(blanks.limit)
})

const stepOf = ({ action, visits, ...row }: Awaited<ReturnType<typeof stepsOf>>[number]): StepToTell => ({
  ...row,
  kind: kindOfStep(steps.find((one) => one === action) ?? 'claim', Number(visits)),
})
