import type { EventData } from '#domain/wish/wish-events.ts'
import { concat, fromBase64, isEqual, joined, toBase64, utf8 } from './byte-strings.ts'
import type { Sha256 } from './tree-hash.ts'

// The log contains 32 bytes for each event. They can be computed from its row, but reveal nothing. Each field has its
// own salt, so that a proof can open state, place and day without the actor; with one salt for all, one opened field
// would let anyone guess the others.

/** A row of the table of events. */
export type LoggedEvent = {
  readonly pos: number
  readonly stream: string
  readonly seq: number
  readonly action: string
  readonly state: string
  readonly actorId: string
  readonly at: Date
  readonly communityId: string
  readonly gridId: string | null
  readonly category: string | null
  readonly urgency: string | null
  readonly source: string | null
  readonly unitId: string | null
  readonly round: number | null
  readonly dueAt: Date | null
  readonly promiseAt: Date | null
  readonly ruleVersion: string | null
  readonly data: EventData
}

/**
 * The fields in the order in which they are sealed; fields without a value are left out. Names and order must never
 * change. A new column may be added at the end, because older rows have no value in it.
 */
const fields = {
  stream: (e) => e.stream,
  seq: (e) => e.seq,
  action: (e) => e.action,
  state: (e) => e.state,
  actor: (e) => e.actorId,
  at: (e) => e.at,
  community: (e) => e.communityId,
  grid: (e) => e.gridId,
  category: (e) => e.category,
  urgency: (e) => e.urgency,
  source: (e) => e.source,
  unit: (e) => e.unitId,
  round: (e) => e.round,
  due: (e) => e.dueAt,
  promise: (e) => e.promiseAt,
  rules: (e) => e.ruleVersion,
  data: (e) => e.data,
} satisfies Readonly<Record<string, (event: LoggedEvent) => Value>>

type Value = string | number | Date | EventData | null
type SealedField = keyof typeof fields

/** The fields of a step that the public ledger shows, and therefore all that a public proof opens. */
const publicFields: readonly SealedField[] = [
  ...(['stream', 'seq', 'action', 'state', 'at', 'community', 'grid', 'category', 'urgency'] as const),
  ...(['round', 'due', 'promise', 'rules'] as const),
]

/** Sixteen bytes that only the installation can compute, different for each field of each event. */
export type SaltOf = (pos: number, field: SealedField) => Uint8Array

const version = 'micro-wish event v1\n'

/** The entry of the log for an event. */
export function sealEvent(sha256: Sha256, saltOf: SaltOf, event: LoggedEvent): Uint8Array {
  const sealed = valuesOf(event).map(([field, value]) => sealField(sha256, saltOf(event.pos, field), field, value))
  return sealWhole(sha256, sealed)
}

const sealWhole = (sha256: Sha256, sealed: readonly Uint8Array[]): Uint8Array =>
  sha256(concat([utf8(version), ...sealed]))

const sealField = (sha256: Sha256, salt: Uint8Array, field: string, value: string): Uint8Array =>
  sha256(joined(salt, `${field}=${value}`))

const valuesOf = (event: LoggedEvent): readonly (readonly [SealedField, string])[] =>
  (Object.keys(fields) as SealedField[]).flatMap((field) => {
    const value: Value = fields[field](event)
    return value === null ? [] : [[field, canonical(value)] as const]
  })

/** JSON with sorted keys and without spaces; an instant in seconds. */
function canonical(value: Value): string {
  if (value instanceof Date) return String(value.getTime() / 1000)
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** A field in a proof: opened with its salt, or closed as its hash. */
type Opened = { readonly field: string; readonly value: string; readonly salt: string }
type Shut = { readonly shut: string }
export type Opening = readonly (Opened | Shut)[]

/** The event with the public fields open and all others closed. */
export const openEvent = (sha256: Sha256, saltOf: SaltOf, event: LoggedEvent): Opening =>
  valuesOf(event).map(([field, value]) => {
    const salt = saltOf(event.pos, field)
    return publicFields.includes(field)
      ? { field, value, salt: toBase64(salt) }
      : { shut: toBase64(sealField(sha256, salt, field, value)) }
  })

/** The log's entry for an opening, and its content; null if it is malformed. */
export function entryOfOpening(
  sha256: Sha256,
  opening: Opening,
): { readonly entry: Uint8Array; readonly says: Readonly<Record<string, string>> } | null {
  const sealed = opening.map((part) => {
    if ('shut' in part) return fromBase64(part.shut)
    const salt = fromBase64(part.salt)
    return salt && sealField(sha256, salt, part.field, part.value)
  })
  if (!sealed.every((one): one is Uint8Array => one?.length === 32)) return null
  const says = Object.fromEntries(opening.flatMap((part) => ('field' in part ? [[part.field, part.value]] : [])))
  return { entry: sealWhole(sha256, sealed), says }
}

/** Whether the row matches its entry in the log. */
export const isSealedAs = (sha256: Sha256, saltOf: SaltOf, event: LoggedEvent, entry: Uint8Array): boolean =>
  isEqual(sealEvent(sha256, saltOf, event), entry)
