// The recount's own interpretation of the events. It shares only the schema and the names of states and acts with the
// report: no projection, figure set or calendar of the program. Everything it needs in addition to an event's columns is
// in `data`.

import type { State } from '#domain/vocabulary.ts'
import type { Action } from '#domain/wish/lifecycle.ts'

/** A row of `events` as SQLite returns it; times are in seconds. */
export type EventRow = {
  readonly stream: string
  readonly seq: number
  readonly action: string
  readonly state: string
  readonly at: number
  readonly grid_id: string | null
  readonly category: string | null
  readonly urgency: string | null
  readonly source: string | null
  readonly unit_id: string | null
  readonly promise_at: number | null
  readonly data: string
}

/** One claim and what became of it. */
export type Round = {
  readonly id: string
  readonly grid: string | null
  readonly unit: string | null
  readonly claimedAt: number
  /** How the claim came in. */
  readonly door: string
  deliveredAt: number | null
  callbackDueAt: number | null
  calledAt: number | null
  /** The receiving side said on its page what a caller would have asked. */
  isSaidInstead: boolean
  tries: number
  spent: boolean
  level: unknown
  wasRefused: boolean
  wasGivenBack: boolean
  /** The joiners of the claim, each with the unit they joined from. */
  readonly helpers: Map<string, string | null>
  /** The units of everyone in the claim when it was delivered, each once. */
  unitsWith: readonly string[]
}

export type Life = {
  readonly id: string
  code: string
  acts: number
  state: string
  grid: string | null
  /** Where it was posted. */
  readonly countedGrid: string | null
  category: string | null
  urgency: string | null
  source: string | null
  unit: string | null
  readonly postedAt: number
  publishedAt: number | null
  firstClaimedAt: number | null
  promiseAt: number | null
  deliveredAt: number | null
  confirmedAt: number | null
  endedAt: number | null
  reason: string | null
  reopened: number
  content: Readonly<Record<string, unknown>>
  readonly rounds: Round[]
}

/** Builds one wish from its events, which must be in the order of their numbers. */
export function lifeFrom(rows: readonly EventRow[]): Life {
  const [first] = rows as [EventRow, ...EventRow[]]
  const life: Life = {
    id: first.stream,
    code: '',
    acts: 0,
    state: first.state,
    rounds: [],
    postedAt: first.at,
    content: {},
    grid: null,
    countedGrid: first.grid_id,
    category: null,
    urgency: null,
    source: null,
    unit: null,
    reason: null,
    reopened: 0,
    publishedAt: null,
    firstClaimedAt: null,
    promiseAt: null,
    deliveredAt: null,
    confirmedAt: null,
    endedAt: null,
  }
  for (const row of rows) read(life, row)
  return life
}

function read(life: Life, row: EventRow): void {
  const data = JSON.parse(row.data) as Data
  const before = life.acts === 0 ? 'none' : (life.state as State)
  life.acts++
  life.state = row.state
  life.grid = row.grid_id
  life.category = row.category
  life.urgency = row.urgency
  life.source = row.source
  life.unit = row.unit_id
  life.promiseAt = row.promise_at
  if (typeof data.code === 'string') life.code = data.code
  if ('quantity' in data && 'itemId' in data) life.content = data

  const state = row.state as State
  if (state !== before) entering[state](life, row, data, before)
  const round = life.rounds.find(({ id }) => id === data.claimId)
  if (!round) return
  if (state !== before) roundEntering[state]?.(round, row.at, data, before)
  inRound[row.action as Action]?.(round, row.at, data)
}

type Data = Readonly<Record<string, unknown>>
type Before = State | 'none'

const giveUp = (life: Life) => {
  life.deliveredAt = null
  life.confirmedAt = null
}
const end = (life: Life, { at }: EventRow, data: Data) => {
  giveUp(life)
  life.endedAt = at
  life.reason = typeof data.reason === 'string' ? data.reason : null
}
const nothing = () => {}

/** What it means for a wish to come into a state, by whichever act. A new act needs no line here, a new state does. */
const entering: Readonly<Record<State, (life: Life, row: EventRow, data: Data, before: Before) => void>> = {
  draft: nothing,
  submitted: nothing,
  open: (life, row, _data, before) => {
    giveUp(life)
    life.publishedAt ??= row.at
    if (wasDelivered(before)) life.reopened++
  },
  claimed: (life, row, data, before) => {
    giveUp(life)
    if (before !== 'open') return
    life.firstClaimedAt ??= row.at
    life.rounds.push(begun(row, data))
  },
  delivered: (life, { at }) => {
    life.deliveredAt = at
  },
  unconfirmed: nothing,
  fulfilled: (life, { at }) => {
    life.confirmedAt = at
  },
  referred: end,
  answered: end,
  withdrawn: end,
}

const wasDelivered = (state: Before) => state === 'delivered' || state === 'unconfirmed' || state === 'fulfilled'

type ReadRound = (round: Round, at: number, data: Data, before: Before) => void

/** What it means for the claim that the event names. */
const roundEntering: Readonly<Partial<Record<State, ReadRound>>> = {
  open: (round, _at, _data, before) => {
    if (before === 'claimed') round.wasGivenBack = true
    if (wasDelivered(before)) round.wasRefused = true
  },
  claimed: (round) => {
    round.deliveredAt = null
    round.callbackDueAt = null
    round.spent = false
  },
  delivered: (round, at, data) => {
    round.deliveredAt = at
    round.callbackDueAt = dueIn(data)
    round.unitsWith = [...new Set(round.helpers.values())].filter((unit) => unit !== null)
  },
  fulfilled: (round) => {
    round.wasRefused = false
  },
}

const called = (round: Round, at: number, data: Data) => {
  round.calledAt = at
  round.level = data.satisfaction ?? null
}
const said = (round: Round, _at: number, data: Data) => {
  round.level = data.satisfaction ?? null
}
/** The answer given to a caller, or on the page of the receiving side. */
const answered = (round: Round, at: number, data: Data) => (data.onPage === true ? said : called)(round, at, data)
const dueIn = (data: Data) => (typeof data.callbackDueAt === 'number' ? data.callbackDueAt : null)

/**
 * What an act means for its claim beyond the state: who helped, the call-back and its answer. The tests recount random
 * histories with every act, and would detect one that is missing.
 */
const inRound: Readonly<Partial<Record<Action, (round: Round, at: number, data: Data) => void>>> = {
  join: ({ helpers }, _at, data) => {
    helpers.set(String(data.personId), typeof data.unit === 'string' ? data.unit : null)
  },
  leave: ({ helpers }, _at, data) => {
    helpers.delete(String(data.personId))
  },
  replan: (round, _at, data) => {
    round.callbackDueAt = dueIn(data) ?? round.callbackDueAt
  },
  confirm: (round, at, data) => {
    if (data.how === 'call') called(round, at, data)
    if (data.how === 'page') said(round, at, data)
  },
  try: (round, _at, data) => {
    round.tries++
    if (data.spent === true) round.spent = true
  },
  rate: answered,
  reopen: (round, at, data) => {
    answered(round, at, data)
    if (data.onPage === true) round.isSaidInstead = true
  },
  spare: (round, _at, data) => {
    // Said on the page, or the resident's file had ended before the resident was reached: there will be no call.
    if (data.reason === 'said-on-page') {
      round.isSaidInstead = true
      return
    }
    if (data.called !== true && data.spent !== true) round.callbackDueAt = null
  },
}

const begun = (row: EventRow, data: Data): Round => ({
  id: String(data.claimId),
  grid: row.grid_id,
  unit: row.unit_id,
  claimedAt: row.at,
  door: typeof data.door === 'string' ? data.door : 'unknown',
  deliveredAt: null,
  callbackDueAt: null,
  calledAt: null,
  isSaidInstead: false,
  tries: 0,
  spent: false,
  level: null,
  wasRefused: false,
  wasGivenBack: false,
  helpers: new Map(),
  unitsWith: [],
})
