import { and, eq, gte, inArray, isNotNull, isNull, lt, lte, ne, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Period, SetName } from '#domain/figures.ts'
import { endedStates, openStates } from '#domain/lifecycle.ts'
import { seconds } from '#domain/seconds.ts'
import { isDissatisfied, satisfactions } from '#domain/words.ts'
import { claims, wishes } from './schema.ts'

export type Asked = {
  readonly communityIds: readonly string[]
  /** The grids that the reader may see; null for all. */
  readonly gridIds: readonly string[] | null
  readonly period: Period
  readonly now: Date
}

export type Base = 'published' | 'carried' | 'promised' | 'confirmed' | 'ended' | 'delivered' | 'callback'
type Set = { readonly base: Base; readonly only?: (asked: Asked) => SQL | undefined }

const content = satisfactions.filter((level) => !isDissatisfied(level))

/** Every set once, as a condition on one base; counting it and listing it use the same one, so that they cannot differ. */
export const sets: Readonly<Record<SetName, Set>> = {
  published: { base: 'published' },
  claimed: { base: 'published', only: () => isNotNull(wishes.firstClaimedAt) },
  fulfilled: { base: 'published', only: () => eq(wishes.state, 'fulfilled') },
  carried: { base: 'carried' },
  due: { base: 'promised', only: () => notInArray(wishes.state, [...endedStates]) },
  ahead: {
    base: 'promised',
    only: ({ now }) => and(notInArray(wishes.state, [...endedStates, 'fulfilled']), gte(wishes.promiseAt, now)),
  },
  'due-left-out': { base: 'promised', only: () => inArray(wishes.state, endedStates) },
  'on-time': {
    base: 'promised',
    only: () => and(eq(wishes.state, 'fulfilled'), lte(wishes.deliveredAt, wishes.promiseAt)),
  },
  confirmed: { base: 'confirmed' },
  withdrawn: { base: 'ended', only: () => and(isNotNull(wishes.publishedAt), eq(wishes.state, 'withdrawn')) },
  referred: { base: 'ended', only: () => and(isNotNull(wishes.publishedAt), ne(wishes.state, 'withdrawn')) },
  'ended-early': { base: 'ended', only: () => isNull(wishes.publishedAt) },
  deliveries: { base: 'delivered' },
  tried: { base: 'delivered', only: () => or(isNotNull(claims.calledAt), gte(claims.tries, 1)) },
  reached: { base: 'delivered', only: () => isNotNull(claims.calledAt) },
  satisfied: { base: 'delivered', only: () => and(isNotNull(claims.calledAt), inArray(claims.satisfaction, content)) },
  reopened: { base: 'delivered', only: () => eq(claims.answer, 'not-received') },
  'callback-due': { base: 'callback' },
  called: { base: 'callback', only: () => isNotNull(claims.calledAt) },
  exhausted: { base: 'callback', only: () => and(isNull(claims.calledAt), isNotNull(claims.triesSpentAt)) },
}

/** The column that orders a base and that its index follows. */
export const columns = {
  published: wishes.publishedAt,
  carried: wishes.publishedAt,
  promised: wishes.promiseAt,
  confirmed: wishes.confirmedAt,
  ended: wishes.endedAt,
  delivered: claims.deliveredAt,
  callback: claims.callbackDueAt,
} as const satisfies Record<Base, SQLiteColumn>

/** Deliveries and call-backs are counted by claim, for a wish that was reopened has several; all else by wish. */
export const tableOf = (base: Base) => (base === 'delivered' || base === 'callback' ? claims : wishes)

/** What belongs to the period on that base, in those communities; `until` is the first instant that is no longer in it. */
export function whereOf(base: Base, { communityIds, period }: Asked): SQL | undefined {
  const table = tableOf(base)
  const [only, ...others] = communityIds
  const place = others.length
    ? sql`${table.communityId} in (select value from json_each(${JSON.stringify(communityIds)}))`
    : eq(table.communityId, only ?? '')
  if (base !== 'carried') return and(place, gte(columns[base], period.from), lt(columns[base], period.until))

  // Published before the month and neither fulfilled nor ended when it began. Three short index ranges; the plus keeps
  // the planner from walking every wish that was ever published instead.
  const stillOpen = or(
    and(place, inArray(wishes.state, openStates)),
    and(place, gte(wishes.endedAt, period.from)),
    and(place, gte(wishes.confirmedAt, period.from)),
  )
  return and(sql`+${wishes.publishedAt} < ${seconds(period.from)}`, stillOpen)
}
