// The recount's own interpretation of the events. It shares only the schema and the names of the acts with the report:
// no projection, figure set or calendar of the program. Everything it needs in addition to an event's columns is in
// `data`.

import type { Action, lifecycle } from '#domain/wish/lifecycle.ts'

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
  for (const row of rows) tell(life, row)
  return life
}

function tell(life: Life, row: EventRow): void {
  const data = JSON.parse(row.data) as Data
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
  // The first time it was on the board, whichever act put it there.
  if (row.state === 'open') life.publishedAt ??= row.at

  const reading = readings[row.action as Action]
  reading?.life?.(life, row, data)
  const round = life.rounds.find(({ id }) => id === data.claimId)
  if (round) reading?.round?.(round, row.at, data)
}

type Data = Readonly<Record<string, unknown>>
type Changing = { [A in Action]: (typeof lifecycle)[A]['to'] extends 'same' ? never : A }[Action]
/** What an act changes in the wish, and in the claim that it names. */
type Reading = {
  readonly life?: (life: Life, row: EventRow, data: Data) => void
  readonly round?: (round: Round, at: number, data: Data) => void
}

const giveUp = (life: Life) => {
  life.deliveredAt = null
  life.confirmedAt = null
}
const end = (life: Life, { at }: EventRow, data: Data) => {
  life.endedAt = at
  life.reason = typeof data.reason === 'string' ? data.reason : null
}
const called = (round: Round, at: number, data: Data) => {
  round.calledAt = at
  round.level = data.satisfaction ?? null
}
const said = (round: Round, _at: number, data: Data) => {
  round.level = data.satisfaction ?? null
}
/** The answer given to a caller, or on the page of the receiving side. */
const told = (round: Round, at: number, data: Data) => (data.onPage === true ? said : called)(round, at, data)
const dueIn = (data: Data) => (typeof data.callbackDueAt === 'number' ? data.callbackDueAt : null)

/**
 * The names come from the program, so that a new act which changes a wish's state cannot be forgotten; what each act
 * means is written here a second time. Of the acts that leave the state unchanged, only those that change a figure are
 * listed: the tests recount random histories with every act, and would detect one that is missing.
 */
const readings: Readonly<Record<Changing, Reading> & Partial<Record<Action, Reading>>> = {
  post: {},
  publish: {},
  return: {},
  draft: {},
  claim: {
    life: (life, row, data) => {
      life.firstClaimedAt ??= row.at
      life.rounds.push(begun(row, String(data.claimId)))
    },
  },
  join: {
    round: ({ helpers }, _at, data) =>
      helpers.set(String(data.personId), typeof data.unit === 'string' ? data.unit : null),
  },
  leave: { round: ({ helpers }, _at, data) => helpers.delete(String(data.personId)) },
  release: {
    life: giveUp,
    round: (round) => {
      round.wasGivenBack = true
    },
  },
  lapse: {
    life: giveUp,
    round: (round) => {
      round.wasGivenBack = true
    },
  },
  replan: {
    round: (round, _at, data) => {
      round.callbackDueAt = dueIn(data) ?? round.callbackDueAt
    },
  },
  deliver: {
    life: (life, { at }) => {
      life.deliveredAt = at
    },
    round: (round, at, data) => {
      round.deliveredAt = at
      round.callbackDueAt = dueIn(data)
      round.unitsWith = [...new Set(round.helpers.values())].filter((unit) => unit !== null)
    },
  },
  undo: {
    life: (life) => {
      life.deliveredAt = null
    },
    round: (round) => {
      round.deliveredAt = null
      round.callbackDueAt = null
      round.spent = false
    },
  },
  confirm: {
    life: (life, { at }) => {
      life.confirmedAt = at
    },
    round: (round, at, data) => {
      if (data.how === 'call') called(round, at, data)
      if (data.how === 'page') said(round, at, data)
      round.wasRefused = false
    },
  },
  try: {
    round: (round, _at, data) => {
      round.tries++
      if (data.spent === true) round.spent = true
    },
  },
  exhaust: {},
  rate: { round: told },
  reopen: {
    life: (life) => {
      giveUp(life)
      life.reopened++
    },
    round: (round, at, data) => {
      told(round, at, data)
      if (data.onPage === true) round.isSaidInstead = true
      round.wasRefused = true
    },
  },
  spare: {
    // Said on the page, or the resident's file had ended before the resident was reached: there will be no call.
    round: (round, _at, data) => {
      if (data.reason === 'said-on-page') {
        round.isSaidInstead = true
        return
      }
      if (data.called !== true && data.spent !== true) round.callbackDueAt = null
    },
  },
  refer: { life: end },
  answer: { life: end },
  withdraw: {
    life: (life, row, data) => {
      giveUp(life)
      end(life, row, data)
    },
  },
}

const begun = (row: EventRow, id: string): Round => ({
  id,
  grid: row.grid_id,
  unit: row.unit_id,
  claimedAt: row.at,
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
