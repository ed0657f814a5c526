import { and, eq, gte, inArray, isNotNull, isNull, lt, ne, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { wasPublishedAt } from '#db/doors/both-doors-rows.ts'
import { claims, wishes } from '#db/schema/tables.ts'
import type { Blanks } from '#db/store/prepared.ts'
import type { ListName, Period } from '#domain/month/figures.ts'
import { seconds } from '#domain/time/seconds.ts'
import { isDissatisfied, type State, satisfactions } from '#domain/vocabulary.ts'
import { endedStates, openStates } from '#domain/wish/lifecycle.ts'

export type Asked = {
  readonly communityIds: readonly string[]
  /** The grids that the reader may see; null for all. */
  readonly gridIds: readonly string[] | null
  readonly period: Period
  readonly now: Date
  /** Only one part: one category, one source, one unit. */
  readonly parts?: readonly Part[]
}

/** What the conditions compare with: the values of a question, or the blanks of a statement that is built once. */
export type Terms = {
  readonly communities: { readonly isOne: boolean; readonly values: SQL }
  /** As a list in JSON; null for all grids. */
  readonly grids: SQL | null
  readonly from: SQL
  readonly until: SQL
  readonly now: SQL
  readonly parts: readonly { readonly by: Dimension; readonly value: SQL | null }[]
}

/** The terms of one question, for a statement that is built each time. */
export const termsOf = (asked: Asked): Terms => {
  const values = namedValues(asked)
  return termsFrom(shapeOf(asked), (name) => {
    const value = values[name] ?? null
    if (value instanceof Date) return sql`${seconds(value)}`
    return typeof value === 'object' && value !== null ? sql`${JSON.stringify(value)}` : sql`${value}`
  })
}

/** Everything about a question on which the text of its statement depends. */
export type Shape = {
  readonly isOneCommunity: boolean
  readonly isInGrids: boolean
  readonly parts: readonly { readonly by: Dimension; readonly isNone: boolean }[]
}

export const shapeOf = ({ communityIds, gridIds, parts = [] }: Asked): Shape => ({
  isOneCommunity: communityIds.length <= 1,
  isInGrids: gridIds !== null,
  parts: parts.map(({ by, value }) => ({ by, isNone: value === null })),
})

/**
 * The terms of every question of that shape; `valuesOf` fills them. Where one statement asks several questions, `nth`
 * tells their blanks apart.
 */
export const blankTerms = (shape: Shape, blanks: Blanks<string>, nth = 0): Terms =>
  termsFrom(shape, (name) => blanks[`${name}${nth}`] as SQL)

export const valuesOf = (asked: Asked, nth = 0): AskedValues =>
  Object.fromEntries(Object.entries(namedValues(asked)).map(([name, value]) => [`${name}${nth}`, value]))

const namedValues = ({ communityIds, gridIds, period, now, parts = [] }: Asked): AskedValues => ({
  communities: communityIds.length <= 1 ? (communityIds[0] ?? '') : communityIds,
  grids: gridIds,
  from: period.from,
  until: period.until,
  now,
  ...Object.fromEntries(parts.map(({ value }, index) => [`part${index}-`, value])),
})
type AskedValues = Readonly<Record<string, string | readonly string[] | Date | null>>

function termsFrom({ isOneCommunity, isInGrids, parts }: Shape, term: (name: string) => SQL): Terms {
  return {
    communities: { isOne: isOneCommunity, values: term('communities') },
    grids: isInGrids ? term('grids') : null,
    from: term('from'),
    until: term('until'),
    now: term('now'),
    parts: parts.map(({ by, isNone }, index) => ({ by, value: isNone ? null : term(`part${index}-`) })),
  }
}

/** What a month can be broken down by. People are left out on purpose. */
export type Dimension = 'community' | 'grid' | 'category' | 'source' | 'unit' | 'item' | 'reason'
export type Part = { readonly by: Dimension; readonly value: string | null }

export type Base =
  | 'asked'
  | 'requests'
  | 'published'
  | 'carried'
  | 'promised'
  | 'confirmed'
  | 'ended'
  | 'delivered'
  | 'callback'
  | 'waiting'
  | 'recurring'
  | 'claims'
type Set = { readonly base: Base; readonly only?: (terms: Pick<Terms, 'now'>) => SQL | undefined }

/** A wish whose first event is its answer was answered at once; after a referral there are events before it. */
const isDirect = () => and(eq(wishes.state, 'answered'), eq(wishes.seq, 1))

/** Neither is ever null, so that "not" finds everything else. */
const isOnTime = () => sql`(${wishes.state} = 'fulfilled' and ${wishes.deliveredAt} <= ${wishes.promiseAt})`
const isAhead = ({ now }: Pick<Terms, 'now'>) =>
  sql`(${wishes.state} not in ('withdrawn', 'referred', 'answered', 'fulfilled') and ${wishes.promiseAt} >= ${now})`

/** The receiving side answered on its page, so no call was made. */
const isPaged = () =>
  and(isNull(claims.calledAt), isNull(claims.triesSpentAt), isNotNull(claims.saidAt), isNotNull(claims.sparedAt))

const isTwice = () => sql`(${wasPublishedAt('group', true)} and ${wasPublishedAt('board', true)})`

const content = satisfactions.filter((level) => !isDissatisfied(level))

/** Every set once, as a condition on one base. Counting and listing use the same condition, so they cannot differ. */
export const sets: Readonly<Record<ListName, Set>> = {
  asked: { base: 'asked' },
  requests: { base: 'requests' },
  direct: { base: 'requests', only: isDirect },
  published: { base: 'published' },
  claimed: { base: 'published', only: () => isNotNull(wishes.firstClaimedAt) },
  unclaimed: { base: 'published', only: () => and(isNull(wishes.firstClaimedAt), eq(wishes.state, 'open')) },
  fulfilled: { base: 'published', only: () => eq(wishes.state, 'fulfilled') },
  carried: { base: 'carried' },
  due: { base: 'promised', only: () => notInArray(wishes.state, [...endedStates]) },
  ahead: { base: 'promised', only: isAhead },
  'due-left-out': { base: 'promised', only: () => inArray(wishes.state, endedStates) },
  'on-time': { base: 'promised', only: isOnTime },
  late: {
    base: 'promised',
    only: (terms) =>
      and(notInArray(wishes.state, [...endedStates]), sql`not ${isOnTime()}`, sql`not ${isAhead(terms)}`),
  },
  confirmed: { base: 'confirmed' },
  closed: { base: 'ended', only: () => isNotNull(wishes.publishedAt) },
  withdrawn: { base: 'ended', only: () => and(isNotNull(wishes.publishedAt), eq(wishes.state, 'withdrawn')) },
  referred: { base: 'ended', only: () => and(isNotNull(wishes.publishedAt), ne(wishes.state, 'withdrawn')) },
  answered: { base: 'ended', only: () => and(eq(wishes.state, 'answered'), ne(wishes.seq, 1)) },
  'ended-early': {
    base: 'ended',
    only: () => and(isNull(wishes.publishedAt), or(ne(wishes.state, 'answered'), ne(wishes.seq, 1))),
  },
  deliveries: { base: 'delivered' },
  tried: { base: 'delivered', only: () => or(isNotNull(claims.calledAt), gte(claims.tries, 1)) },
  reached: { base: 'delivered', only: () => isNotNull(claims.calledAt) },
  satisfied: { base: 'delivered', only: () => and(isNotNull(claims.calledAt), inArray(claims.satisfaction, content)) },
  reopened: { base: 'delivered', only: () => eq(claims.answer, 'not-received') },
  'callback-due': { base: 'callback' },
  called: { base: 'callback', only: () => isNotNull(claims.calledAt) },
  paged: { base: 'callback', only: isPaged },
  'page-satisfied': { base: 'callback', only: () => and(isPaged(), inArray(claims.satisfaction, content)) },
  uncalled: {
    base: 'callback',
    only: ({ now }) =>
      and(isNull(claims.calledAt), isNull(claims.triesSpentAt), isNull(claims.sparedAt), lt(claims.callbackDueAt, now)),
  },
  exhausted: {
    base: 'callback',
    only: () => and(isNull(claims.calledAt), isNotNull(claims.triesSpentAt)),
  },
  // What was answered or referred without ever being on the board was a question, not a wish.
  wished: {
    base: 'asked',
    only: () =>
      and(ne(wishes.state, 'withdrawn'), or(isNotNull(wishes.publishedAt), notInArray(wishes.state, [...endedStates]))),
  },
  waiting: { base: 'waiting' },
  recurring: { base: 'recurring' },
  twice: { base: 'published', only: isTwice },
  'not-twice': { base: 'published', only: () => sql`not ${isTwice()}` },
  'from-web': { base: 'claims', only: () => eq(claims.door, 'web') },
  'from-group': { base: 'claims', only: () => eq(claims.door, 'group') },
  'from-board': { base: 'claims', only: () => eq(claims.door, 'board') },
  'from-phone': { base: 'claims', only: () => eq(claims.door, 'phone') },
  'from-counter': { base: 'claims', only: () => eq(claims.door, 'counter') },
  'from-unknown': { base: 'claims', only: () => isNull(claims.door) },
}

/** The column that orders a base, and that its index follows. */
export const columns = {
  asked: wishes.postedAt,
  requests: wishes.postedAt,
  published: wishes.publishedAt,
  carried: wishes.publishedAt,
  promised: wishes.promiseAt,
  confirmed: wishes.confirmedAt,
  ended: wishes.endedAt,
  delivered: claims.deliveredAt,
  callback: claims.callbackDueAt,
  waiting: wishes.publishedAt,
  recurring: wishes.postedAt,
  claims: claims.claimedAt,
} as const satisfies Record<Base, SQLiteColumn>

/** Deliveries and call-backs are counted by claim, because a reopened wish has several; everything else by wish. */
export const tableOf = (base: Base) => (['delivered', 'callback', 'claims'].includes(base) ? claims : wishes)

/** A past month does not change when residents move to another grid; what waits now is counted where it is now. */
const gridOf = (base: Base): SQLiteColumn => {
  const table = tableOf(base)
  return table === wishes && base !== 'waiting' ? wishes.countedGridId : table.gridId
}

/** The column of a dimension. For a wish the unit is that of its last claim, for a delivery that of its own claim. */
export function dimensionOf(base: Base, by: Dimension): SQLiteColumn {
  const table = tableOf(base)
  const own = { community: table.communityId, grid: gridOf(base), unit: table.unitId }
  const ofWish = { category: wishes.category, source: wishes.source, item: wishes.itemId, reason: wishes.endReason }
  return { ...own, ...ofWish }[by]
}

/** Whether the wish has to be joined because the claim does not have the column itself. */
export const needsWish = (base: Base, by: Dimension): boolean =>
  tableOf(base) === claims && !['community', 'grid', 'unit'].includes(by)

/** The period on that base, in those communities; `until` is exclusive. */
export function whereOf(base: Base, terms: Terms): SQL | undefined {
  // The unary plus keeps the planner on the month's index and off the grid's.
  const inGrids = terms.grids ? sql`+${gridOf(base)} in (select value from json_each(${terms.grids}))` : undefined
  const inParts = terms.parts.map(({ by, value }) => {
    const column = dimensionOf(base, by)
    return value === null ? isNull(column) : sql`+${column} = ${value}`
  })
  return and(inMonth(base, terms), inGrids, ...inParts)
}

function inMonth(base: Base, terms: Terms): SQL | undefined {
  const table = tableOf(base)
  const { communities, from, until } = terms
  const place = communities.isOne
    ? eq(table.communityId, communities.values)
    : sql`${table.communityId} in (select value from json_each(${communities.values}))`
  const within = (column: SQLiteColumn) => and(place, gte(column, from), lt(column, until))
  if (base === 'asked')
    return and(within(wishes.postedAt), or(isNull(wishes.endReason), ne(wishes.endReason, 'entered-twice')))
  if (base === 'waiting') return and(place, eq(wishes.state, 'open'), isNotNull(wishes.publishedAt))
  if (base === 'recurring') return or(comesBack(place, terms), and(within(wishes.postedAt), hasComeBack()))
  if (base === 'requests') return or(within(wishes.publishedAt), and(within(wishes.postedAt), neverPublished()))
  if (base !== 'carried') return within(columns[base])

  // Published before the month, and neither fulfilled nor ended when it began. Three short index ranges; the plus keeps
  // the planner from reading every wish ever published.
  const stillOpen = or(
    and(place, inArray(wishes.state, openStates)),
    and(place, gte(wishes.endedAt, from)),
    and(place, gte(wishes.confirmedAt, from)),
  )
  return and(sql`+${wishes.publishedAt} < ${from}`, stillOpen)
}

/** Monthly wishes that the clock repeats in the period; the plus keeps the planner on its short range. */
const comesBack = (place: SQL, { from, until }: Terms) =>
  and(
    isNotNull(wishes.nextAt),
    gte(wishes.nextAt, from),
    lt(wishes.nextAt, until),
    eq(wishes.nextStep, 'repeat'),
    sql`+${place}`,
  )
/** The repeats that the clock has made, unless they were withdrawn as not wanted. */
const hasComeBack = () => and(isNotNull(wishes.repeatOf), ne(wishes.state, 'withdrawn'))

/** Dealt with and never published: answered at once, or referred. */
const neverPublished = () =>
  and(isNull(wishes.publishedAt), inArray(wishes.state, ['referred', 'answered'] satisfies State[]))
