import type { Life, Round } from './fold-life.ts'

/** The set that each figure is a share of. The report's links name the figure and not its base. */
export const baseOf: Readonly<Record<string, string>> = {
  direct: 'requests',
  claimed: 'published',
  fulfilled: 'published',
  'on-time': 'due',
  twice: 'published',
  called: 'callback-due',
  paged: 'callback-due',
  'page-satisfied': 'paged',
  reached: 'tried',
  satisfied: 'reached',
  reopened: 'deliveries',
}
const wishSets = [
  'asked',
  'requests',
  'direct',
  'published',
  'claimed',
  'unclaimed',
  'fulfilled',
  'carried',
  'due',
  'ahead',
  'due-left-out',
  'on-time',
  'late',
  'confirmed',
  'closed',
  'withdrawn',
  'referred',
  'answered',
  'ended-early',
  'twice',
  'not-twice',
]
const deliverySets = [
  'deliveries',
  'tried',
  'reached',
  'satisfied',
  'reopened',
  'callback-due',
  'called',
  'paged',
  'page-satisfied',
  'uncalled',
  'exhausted',
  'from-web',
  'from-group',
  'from-board',
  'from-phone',
  'from-counter',
  'from-unknown',
]
export const counted: readonly string[] = [...wishSets, ...deliverySets]
export const waits = ['to-claim', 'to-delivery', 'to-call'] as const

export type Found = ReadonlyMap<string, number | null>
type Asked = {
  readonly month: string
  readonly zone: string
  readonly now: number
  /** Wishes that were in the group and on the notice board in time. */
  readonly inBothPlaces: ReadonlySet<string>
}

const content: readonly unknown[] = ['very-satisfied', 'satisfied', 'rather-satisfied']
const ended = ['withdrawn', 'referred', 'answered']

/** All figures of a month, computed from its wishes, by the keys that the files use (docs/figures.md). */
export function countLives(lives: Iterable<Life>, asked: Asked): Found {
  const found = new Map<string, number | null>()
  const lengths = noLengths()
  const add = (key: string) => found.set(key, (found.get(key) ?? 0) + 1)
  const addAll = (sets: readonly string[], life: Life, { grid, unit }: Pick<Round, 'grid' | 'unit'>) => {
    const sides = { grid, category: life.category, source: life.source, unit }
    for (const set of sets) {
      add(set)
      for (const [side, value] of Object.entries(sides)) add(`${set}@${side}:${value ?? ''}`)
      if (life.reason !== null) add(`${set}@reason:${life.reason}`)
    }
  }
  const monthOf = monthIn(asked.zone)
  const isIn = (at: number | null) => at !== null && monthOf(at) === asked.month
  const isBefore = (at: number | null) => at !== null && monthOf(at) < asked.month

  for (const life of lives) {
    addAll(setsOf(life, isIn, isBefore, asked), life, { grid: life.countedGrid, unit: life.unit })
    for (const round of life.rounds) addAll(setsOfRound(round, isIn, asked.now), life, round)
    addLengths(lengths, life, isIn)
  }
  return new Map([...found, ...waitsFrom(lengths)])
}

type IsIn = (at: number | null) => boolean
type Lengths = Readonly<Record<(typeof waits)[number], number[]>>

export const noLengths = (): Lengths => ({ 'to-claim': [], 'to-delivery': [], 'to-call': [] })

/** Adds how long that wish waited, where the month counts it. */
export function addLengths(lengths: Lengths, life: Life, isIn: IsIn): void {
  if (isIn(life.publishedAt) && life.firstClaimedAt !== null)
    lengths['to-claim'].push(life.firstClaimedAt - life.postedAt)
  for (const { claimedAt, deliveredAt, calledAt } of life.rounds) {
    if (deliveredAt === null || !isIn(deliveredAt)) continue
    lengths['to-delivery'].push(deliveredAt - claimedAt)
    if (calledAt !== null) lengths['to-call'].push(calledAt - deliveredAt)
  }
}

/** Median and slowest tenth by the nearest rank. */
export const waitsFrom = (lengths: Lengths) =>
  waits.flatMap((wait) => {
    const ordered = lengths[wait].sort((a, b) => a - b)
    const at = (share: number) => ordered[Math.ceil(share * ordered.length) - 1] ?? null
    return [[`${wait}.median`, at(0.5)] as const, [`${wait}.slowest`, at(0.9)] as const]
  })

function setsOf(life: Life, isIn: IsIn, isBefore: IsIn, { now, inBothPlaces }: Asked): readonly string[] {
  const { state, publishedAt, firstClaimedAt, promiseAt, deliveredAt, confirmedAt, endedAt } = life
  const isPublished = isIn(publishedAt)
  const isDirect = state === 'answered' && life.acts === 1
  const isOver = isBefore(endedAt) || isBefore(confirmedAt)
  const isDealtWith = publishedAt === null && (state === 'referred' || state === 'answered')
  const isRequest = isPublished || (isIn(life.postedAt) && isDealtWith)
  const isEnded = ended.includes(state)
  const isPromised = isIn(promiseAt)
  const isDone = state === 'fulfilled'
  const isOnTime = isDone && deliveredAt !== null && promiseAt !== null && deliveredAt <= promiseAt
  const isAhead = !isEnded && !isDone && promiseAt !== null && promiseAt >= now
  const isClosed = isIn(endedAt)
  const table: Readonly<Record<string, boolean>> = {
    asked: isIn(life.postedAt) && life.reason !== 'entered-twice',
    requests: isRequest,
    direct: isRequest && isDirect,
    published: isPublished,
    claimed: isPublished && firstClaimedAt !== null,
    unclaimed: isPublished && firstClaimedAt === null && state === 'open',
    fulfilled: isPublished && isDone,
    carried: isBefore(publishedAt) && !isOver,
    due: isPromised && !isEnded,
    ahead: isPromised && isAhead,
    'due-left-out': isPromised && isEnded,
    'on-time': isPromised && isOnTime,
    late: isPromised && !isEnded && !isOnTime && !isAhead,
    confirmed: isIn(confirmedAt),
    closed: isClosed && publishedAt !== null,
    withdrawn: isClosed && publishedAt !== null && state === 'withdrawn',
    referred: isClosed && publishedAt !== null && state !== 'withdrawn',
    answered: isClosed && state === 'answered' && !isDirect,
    'ended-early': isClosed && publishedAt === null && !isDirect,
    twice: isPublished && inBothPlaces.has(life.id),
    'not-twice': isPublished && !inBothPlaces.has(life.id),
  }
  return wishSets.filter((set) => table[set])
}

function setsOfRound(round: Round, isIn: IsIn, now: number): readonly string[] {
  const isDelivery = isIn(round.deliveredAt)
  const isCalled = round.calledAt !== null
  const isDue = isIn(round.callbackDueAt)
  const isPaged = isDue && !isCalled && !round.spent && round.isSaidInstead
  const isPast = round.callbackDueAt !== null && round.callbackDueAt < now
  const table: Readonly<Record<string, boolean>> = {
    deliveries: isDelivery,
    tried: isDelivery && (isCalled || round.tries > 0),
    reached: isDelivery && isCalled,
    satisfied: isDelivery && isCalled && content.includes(round.level),
    reopened: isDelivery && round.wasRefused,
    'callback-due': isDue,
    called: isDue && isCalled,
    paged: isPaged,
    'page-satisfied': isPaged && content.includes(round.level),
    uncalled: isDue && !isCalled && !round.spent && !round.isSaidInstead && isPast,
    exhausted: isDue && !isCalled && round.spent,
    [`from-${round.door}`]: isIn(round.claimedAt),
  }
  return deliverySets.filter((set) => table[set])
}

/** The local month of an instant, '2026-11'. */
export function monthIn(zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit' })
  return (at) => format.format(at * 1000).slice(0, 7)
}
