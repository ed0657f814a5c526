import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { claims, events, notes, notifications, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import type { SqliteStore } from '#db/store/sqlite.ts'
import { monthBounds, previousMonth } from '#domain/time/workdays.ts'
import { wishCode } from '#domain/wish/wish-code.ts'

/** The month that is measured, of the same size in every community, and the time at which it is read. */
export const month = '2026-10'
export const lookedAt = new Date('2026-11-18T11:00:00+08:00')
export const zone = 'Asia/Shanghai'

/**
 * How many wishes are copied into that month, into each of the twelve before it, and onto the present desk and board.
 */
const ofMonth = 300
const ofEach = 25
const pending = { open: 60, submitted: 10, delivered: 5 } as const

/** All other wishes are older: finished long before the months that a report compares. */
const oldest = new Date('2012-01-01T10:00:00+08:00')
const oldUntil = new Date('2025-07-01T10:00:00+08:00')

/** The smallest community that has room for the months above. */
export const smallest = 1000
/** Number of wishes for each copy of the sample community's residents. */
const wishesPerCopy = 800

type Template = { readonly id: string; readonly state: string; readonly at: number }
type Copy = { readonly template: Template; readonly at: number }

/**
 * Fills the sample community up to `size` wishes by copying wishes that were made through the actions: every column of
 * every table in the schema, with new ids and shifted instants, so that a column added later is copied as well. `spare`
 * additional open wishes are for claims. Deterministic except for the ids, which are random in the sample too.
 */
export function fill({ raw }: SqliteStore, size: number, spare = 0): void {
  raw.function('bench_code', { deterministic: true }, (n) =>
    wishCode(String((Number(n) * 7919) % 10_000_000).padStart(7, '0')),
  )
  raw.pragma('foreign_keys = OFF')
  raw.pragma('synchronous = OFF')
  const indexes = raw
    .prepare("select name, sql from sqlite_master where type = 'index' and sql like 'CREATE INDEX%'")
    .all() as { name: string; sql: string }[]

  raw.transaction(() => {
    raw.exec('update wishes set code = bench_code(rowid)')
    for (const { name } of indexes) raw.exec(`drop index "${name}"`)
    writeCopies(raw, planned(raw, size, spare))
    copyResidents(raw, Math.ceil(size / wishesPerCopy))
    for (const [table, own] of copied) raw.exec(copyOf(table, own))
    for (const { sql } of indexes) raw.exec(sql)
  })()

  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('wal_checkpoint(TRUNCATE)')
}

/** Which wish is copied to which time. Recent ones are the same for every size. */
function planned(raw: SqliteStore['raw'], size: number, spare: number): readonly Copy[] {
  const all = raw
    .prepare(
      'select id, state, coalesce(published_at, posted_at) as at from wishes where reopened = 0 and barred_id is null order by 3, code',
    )
    .all() as Template[]
  const before = raw.prepare('select count(*) from wishes').pluck().get() as number
  const inState = (...states: readonly string[]) => all.filter(({ state }) => states.includes(state))
  const ended = inState('fulfilled', 'fulfilled', 'withdrawn', 'referred').filter(
    ({ at }) => at < seconds(monthBounds(month, zone).from),
  )
  const lives = (count: number, from: number, until: number): readonly Copy[] =>
    Array.from({ length: count }, (_, n) => ({
      template: ended[n % ended.length] as Template,
      at: Math.floor(from + ((until - from) * n) / count),
    }))

  const recent: Copy[] = []
  for (let back = 0, at = month; back <= 12; back++, at = previousMonth(at)) {
    const { from } = monthBounds(at, zone)
    // Before the 20th, so that nearly all are settled at the month's end.
    recent.push(...lives(back === 0 ? ofMonth : ofEach, seconds(from) + 36_000, seconds(from) + 20 * 86_400))
  }
  for (const [state, count] of Object.entries({ ...pending, open: pending.open + spare })) {
    const templates = inState(state)
    recent.push(
      ...Array.from({ length: count }, (_, n) => {
        const template = templates[n % templates.length] as Template
        return { template, at: template.at + (n % 3600) }
      }),
    )
  }
  return [...lives(Math.max(0, size + spare - before - recent.length), seconds(oldest), seconds(oldUntil)), ...recent]
}

function writeCopies(raw: SqliteStore['raw'], copies: readonly Copy[]): void {
  raw.exec('create temp table copies (n integer primary key, template text, shift integer)')
  const insert = raw.prepare('insert into temp.copies (n, template, shift) values (?, ?, ?)')
  for (const [n, { template, at }] of copies.entries()) insert.run(firstCopy + n, template.id, at - template.at)
}

/** Numbers below this are used for the codes of the sample's own wishes. */
const firstCopy = 10_000

function copyResidents(raw: SqliteStore['raw'], copies: number): void {
  raw.exec(`create temp table doors as select id, rowid as nth from residents`)
  raw.exec(`create temp table streets (n integer primary key, shift integer not null default 0)`)
  const insert = raw.prepare('insert into temp.streets (n) values (?)')
  for (let n = 0; n < copies; n++) insert.run(n)
  // Houses of their own: a larger community has more houses, not more residents per house.
  const own = { id: residentId('s.n', 't.rowid'), building: "t.building || '-' || s.n" }
  raw.exec(
    insertInto(residents, own, 'temp.streets s cross join residents t where t.rowid in (select nth from temp.doors)'),
  )
}

const residentId = (street: string, nth: string) => `printf('d%011x%012x', ${street}, ${nth})`

const wishId = "printf('%024x', s.n)"
const claimId = (id: string) => `printf('c%011x', s.n) || substr(${id}, 13)`
const someDoor = `(select ${residentId('s.n % (select count(*) from temp.streets)', 'd.nth')} from temp.doors d where d.id = t.resident_id)`

/** The columns in which a copy must differ from its original. */
const copied: readonly (readonly [SQLiteTable, Readonly<Record<string, string>> & { readonly link: string }])[] = [
  [wishes, { link: 'id', id: wishId, code: 'bench_code(s.n)', claim_id: claimId('t.claim_id') }],
  [wishDetails, { link: 'wish_id', wish_id: wishId, resident_id: someDoor }],
  [claims, { link: 'wish_id', id: claimId('t.id'), wish_id: wishId, month_slot: 'null' }],
  [events, { link: 'stream', stream: wishId }],
  [notes, { link: 'stream', stream: wishId }],
  [notifications, { link: 'stream', stream: wishId, wish_id: wishId }],
]

const copyOf = (table: SQLiteTable, { link, ...own }: Readonly<Record<string, string>>) =>
  insertInto(table, own, `temp.copies s cross join ${getTableName(table)} t on t.${link} = s.template order by s.n`)

function insertInto(table: SQLiteTable, own: Readonly<Record<string, string>>, from: string): string {
  // A number that the table assigns itself is left out.
  const columns = Object.values(getTableColumns(table)).filter(({ name }) => name !== 'pos')
  const values = columns.map(
    ({ name, dataType }) => own[name] ?? (dataType === 'date' ? `t.${name} + s.shift` : `t.${name}`),
  )
  return `insert into ${getTableName(table)} (${columns.map(({ name }) => name).join(', ')}) select ${values.join(', ')} from ${from}`
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)
