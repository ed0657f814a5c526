// The recount's own reading of the events. It shares nothing with the report but the schema: no projection, no set of
// figures, no calendar of the program. What it needs beyond a row's columns stands in `data`, by the names used there.

/** A row of `events` as SQLite gives it; times are seconds. */
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

/** One claim, and what became of it. */
export type Round = {
  readonly id: string
  readonly grid: string | null
  readonly unit: string | null
  readonly claimedAt: number
  deliveredAt: number | null
  callbackDueAt: number | null
  calledAt: number | null
  tries: number
  spent: boolean
  level: unknown
  wasRefused: boolean
  wasGivenBack: boolean
  /** Who is in the claim beside its lead, each with the unit they joined from. */
  readonly helpers: Map<string, string | null>
  /** The units of those who were in it when it was delivered, each once. */
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

const givesUp = ['release', 'lapse', 'withdraw', 'reopen']

/** One wish told from its events, which come in the order of their numbers. */
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
  const data = JSON.parse(row.data) as Readonly<Record<string, unknown>>
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
  // The first time that it stood on the board, by whatever act.
  if (row.state === 'open') life.publishedAt ??= row.at

  const { action, at } = row
  if (action === 'claim') {
    life.firstClaimedAt ??= at
    life.rounds.push(begun(row, String(data.claimId)))
  }
  if (action === 'deliver') life.deliveredAt = at
  if (action === 'confirm') life.confirmedAt = at
  if (action === 'undo') life.deliveredAt = null
  if (givesUp.includes(action)) {
    life.deliveredAt = null
    life.confirmedAt = null
  }
  if (action === 'reopen') life.reopened++
  if (['refer', 'answer', 'withdraw'].includes(action)) {
    life.endedAt = at
    life.reason = typeof data.reason === 'string' ? data.reason : null
  }
  const round = life.rounds.find(({ id }) => id === data.claimId)
  if (round) tellRound(round, action, at, data)
}

function tellRound(round: Round, action: string, at: number, data: Readonly<Record<string, unknown>>): void {
  const callbackDueAt = typeof data.callbackDueAt === 'number' ? data.callbackDueAt : null
  if (action === 'join') round.helpers.set(String(data.personId), typeof data.unit === 'string' ? data.unit : null)
  if (action === 'leave') round.helpers.delete(String(data.personId))
  if (action === 'deliver') {
    const unitsWith = [...new Set(round.helpers.values())].filter((unit) => unit !== null)
    Object.assign(round, { deliveredAt: at, callbackDueAt, unitsWith })
  }
  if (action === 'undo') Object.assign(round, { deliveredAt: null, callbackDueAt: null, spent: false })
  if (action === 'replan' && callbackDueAt !== null) round.callbackDueAt = callbackDueAt
  // The resident's file had ended before anybody was reached: nobody rings any more.
  if (action === 'spare' && data.called !== true && data.spent !== true) round.callbackDueAt = null
  if (action === 'try') {
    round.tries++
    if (data.spent === true) round.spent = true
  }
  const isCall = (action === 'confirm' && data.how === 'call') || action === 'rate' || action === 'reopen'
  if (isCall) Object.assign(round, { calledAt: at, level: data.satisfaction ?? null })
  if (action === 'reopen') round.wasRefused = true
  if (action === 'confirm') round.wasRefused = false
  if (action === 'release' || action === 'lapse') round.wasGivenBack = true
}

const begun = (row: EventRow, id: string): Round => ({
  id,
  grid: row.grid_id,
  unit: row.unit_id,
  claimedAt: row.at,
  deliveredAt: null,
  callbackDueAt: null,
  calledAt: null,
  tries: 0,
  spent: false,
  level: null,
  wasRefused: false,
  wasGivenBack: false,
  helpers: new Map(),
  unitsWith: [],
})
