import { and, asc, count, desc, eq, gte, inArray, isNull, lt, lte } from 'drizzle-orm'
import { editions, robotMessages, robots } from '#db/schema/tables.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { RobotKind, RobotState } from '#domain/doors/robot.ts'

/** A robot as its page shows it: never with its address. */
export type RobotRow = { readonly id: string; readonly kind: RobotKind; readonly addedAt: Date }

export async function robotsOf(db: Db, communityId: string): Promise<readonly RobotRow[]> {
  return db
    .select({ id: robots.id, kind: robots.kind, addedAt: robots.addedAt })
    .from(robots)
    .where(and(eq(robots.communityId, communityId), isNull(robots.endedAt)))
    .orderBy(asc(robots.addedAt))
}

/** Communities that have a robot. */
export async function robotCommunities(db: Db): Promise<readonly string[]> {
  const rows = await db.selectDistinct({ id: robots.communityId }).from(robots).where(isNull(robots.endedAt))
  return rows.map(({ id }) => id)
}

export type RobotMessageRow = {
  readonly id: string
  readonly robotId: string
  readonly kind: RobotKind
  readonly number: number
  readonly state: RobotState
  readonly tries: number
  readonly madeAt: Date
  readonly triedAt: Date | null
  readonly nextAt: Date
  /** A code, such as 'code-45009'. */
  readonly answer: string
}

const message = {
  id: robotMessages.id,
  robotId: robotMessages.robotId,
  kind: robots.kind,
  number: editions.number,
  state: robotMessages.state,
  tries: robotMessages.tries,
  madeAt: editions.madeAt,
  triedAt: robotMessages.triedAt,
  nextAt: robotMessages.nextAt,
  answer: robotMessages.answer,
}

export async function latestRobotMessages(
  db: Db,
  communityId: string,
  limit: number,
): Promise<readonly RobotMessageRow[]> {
  return db
    .select(message)
    .from(robotMessages)
    .innerJoin(robots, eq(robots.id, robotMessages.robotId))
    .innerJoin(editions, eq(editions.id, robotMessages.editionId))
    .where(eq(robotMessages.communityId, communityId))
    .orderBy(desc(editions.number), asc(robotMessages.id))
    .limit(limit)
}

/** Messages whose next try is due, the oldest first, with what sending them takes. Robots that were removed get none. */
export async function dueMessages(db: Db, now: Date, limit: number) {
  return db
    .select({ row: robotMessages, edition: editions, sealed: robots.sealed, kind: robots.kind })
    .from(robotMessages)
    .innerJoin(robots, eq(robots.id, robotMessages.robotId))
    .innerJoin(editions, eq(editions.id, robotMessages.editionId))
    .where(
      and(
        eq(robotMessages.state, 'waiting'),
        lte(robotMessages.nextAt, now),
        isNull(robots.endedAt),
        isNull(editions.endedAt),
      ),
    )
    .orderBy(asc(robotMessages.nextAt))
    .limit(limit)
}
export type DueMessage = Awaited<ReturnType<typeof dueMessages>>[number]

/** Messages that were on their way when the program stopped. */
export const interruptedMessages = (db: Db, before: Date) =>
  db
    .select({ id: robotMessages.id })
    .from(robotMessages)
    .where(and(eq(robotMessages.state, 'sending'), lt(robotMessages.triedAt, before)))

export async function triesSince(db: Db, robotId: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(robotMessages)
    .where(and(eq(robotMessages.robotId, robotId), gte(robotMessages.triedAt, since)))
  return row?.n ?? 0
}

/** How many messages have failed for a day or longer, and of how many it is unknown whether they arrived. */
export async function stuckMessages(db: Db, communityId: string, madeBefore: Date) {
  const rows = await unsent(db, { communityId })
  return {
    failing: rows.filter(({ state, madeAt }) => state !== 'unsure' && madeAt <= madeBefore).length,
    unsure: rows.filter(({ state }) => state === 'unsure').length,
  }
}

const unsent = prepared((db, { communityId }: Blanks<'communityId'>) =>
  db
    .select({ state: robotMessages.state, madeAt: editions.madeAt })
    .from(robotMessages)
    .innerJoin(editions, eq(editions.id, robotMessages.editionId))
    .innerJoin(robots, eq(robots.id, robotMessages.robotId))
    .where(
      and(
        isNull(robots.endedAt),
        eq(robotMessages.communityId, communityId),
        inArray(robotMessages.state, ['waiting', 'unsure', 'given-up']),
        isNull(editions.endedAt),
      ),
    ),
)

/** Whether the day's message has been made. */
export async function hasDaily(db: Db, communityId: string, day: string): Promise<boolean> {
  const [row] = await db
    .select({ id: editions.id })
    .from(editions)
    .where(and(eq(editions.communityId, communityId), eq(editions.robotDay, day)))
  return row !== undefined
}
