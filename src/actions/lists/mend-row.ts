import { rulesToday } from '#db/community/rule-rows.ts'
import { catalogue, itemById } from '#domain/catalogue/catalogue.ts'
import { mendNeed, type NeedCells } from '#domain/lists/needs.ts'
import type { Draft, StoredRow } from '#domain/lists/preview.ts'
import { readVolunteer } from '#domain/lists/roll.ts'
import type { NeedRow, RollRow } from '#domain/lists/rows.ts'
import { itemIn } from '#domain/reading/items.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { Urgency } from '#domain/vocabulary.ts'
import type { Services } from '#src/services.ts'
import { type ImportPlace, type JudgedRow, judge } from './judge-list.ts'

export type MendedNeed = {
  readonly name: string
  /** The grid's name as the community writes it. */
  readonly grid: string
  /** Estate, road or lane, without the building. */
  readonly place: string
  readonly building: string
  readonly unit: string
  readonly door: string
  readonly phone: string
  /** An item of the catalogue; empty for a wish in free words. */
  readonly item: string
  readonly words: string
  readonly quantity: string
  /** In yuan; empty if not stated. */
  readonly value: string
  readonly age: string
  readonly urgency: Urgency
  readonly specification: string
  readonly note: string
  readonly reason: string
}
type MendedVolunteer = { readonly name: string; readonly phone: string; readonly unit: string }

/** The corrected row, checked together with the others. The caller stores it if it has no errors left. */
export async function mendedNeed(
  services: Services,
  place: ImportPlace,
  draft: Extract<Draft, { kind: 'needs' }>,
  index: number,
  typed: MendedNeed,
  answers: Pick<StoredRow<NeedRow>, 'who' | 'changes'> = {},
): Promise<{ readonly stored: StoredRow<NeedRow>; readonly judged: JudgedRow } | null> {
  const before = draft.rows[index]
  if (!before) return null
  const { rules } = await rulesToday(services.store.db, place.community, services.now())
  const today = localDay(services.now(), place.community.zone)
  const item = itemById(typed.item)
  // The reader is given only the chosen item, so it cannot find another one.
  const known = { items: item ? [item] : [], limitFen: rules.valueLimitFen, today }
  const mended = mendNeed(before.row, cellsOf(before.row, typed), known)
  const row = { ...mended, urgency: typed.urgency }
  const stored: StoredRow<NeedRow> = { ...before, row, choice: 'auto', reason: typed.reason, ...answers }
  const judged = await judge(services, place, { ...draft, rows: draft.rows.with(index, stored) })
  return { stored, judged: judged[index] as JudgedRow }
}

/**
 * A row of a roll with the three fields a user can correct, read and checked like the list; null if there is no such
 * row.
 */
export async function mendedVolunteer(
  services: Services,
  place: ImportPlace,
  draft: Extract<Draft, { kind: 'roll' }>,
  index: number,
  typed: MendedVolunteer,
): Promise<{ readonly stored: StoredRow<RollRow>; readonly judged: JudgedRow } | null> {
  const before = draft.rows[index]
  if (!before) return null
  const { sheet, line, doubts } = before.row
  const { name, phone, unit, errors, doubts: fresh } = readVolunteer(typed, { sheet, line })
  const isUnit = ({ code }: { readonly code: string }) => code === 'no-unit'
  const row = {
    ...before.row,
    name,
    phone,
    unit,
    errors,
    doubts: [...fresh.filter(isUnit), ...doubts.filter((doubt) => !isUnit(doubt))],
  }
  const stored: StoredRow<RollRow> = { ...before, row, choice: 'auto' }
  const judged = await judge(services, place, { ...draft, rows: draft.rows.with(index, stored) })
  return { stored, judged: judged[index] as JudgedRow }
}

function cellsOf(row: NeedRow, typed: MendedNeed): NeedCells {
  const { name, grid, place, building, unit, door, phone, quantity, value, specification, note, age } = typed
  const hasPlace = Boolean(place || building || unit || door)
  return {
    name,
    grid,
    building,
    unit,
    door,
    phone,
    value,
    specification,
    note,
    address: hasPlace ? place : row.address.raw,
    wish: wishCell(typed),
    // If the quantity was not changed, its measure stays.
    ...(quantity === String(row.quantity) ? {} : { quantity }),
    ...(age ? { age } : {}),
  }
}

/** If the words do not name the chosen item, they become a remark after its name. */
function wishCell({ item: id, words }: MendedNeed): string {
  const item = catalogue.find((one) => one.id === id)
  if (!item || (words && itemIn(words, [item]))) return words
  return words ? `${item.names[0]}（${words}）` : (item.names[0] ?? '')
}
