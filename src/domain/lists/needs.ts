import type { Measure } from '#domain/catalogue/catalogue-codes.ts'
import { addressFrom, isComplete } from '#domain/reading/addresses.ts'
import { type Age, readAge, readBirth } from '#domain/reading/ages.ts'
import { moneyOf, quantityOf } from '#domain/reading/amounts.ts'
import { plain, saysDitto, saysNothing } from '#domain/reading/cells.ts'
import { type Item, itemIn } from '#domain/reading/items.ts'
import { measureFor, measureOf, wordOf } from '#domain/reading/measures.ts'
import { nameOf, personIn, sexOf } from '#domain/reading/names.ts'
import { phonesOf } from '#domain/reading/phones.ts'
import { type ReadWish, readNote, readWishes, saysSomething } from '#domain/reading/wish-words.ts'
import { noneThisYear, type Oddity, odditiesOf } from '#domain/wish/notes/oddities.ts'
import type { NeedKey } from './headings.ts'
import type { Doubt, Problem } from './problems.ts'
import type { Known, NeedRow } from './rows.ts'

/** The cells of one line by the meaning of their columns; a missing column has no key. */
export type NeedCells = Readonly<Partial<Record<NeedKey, string>>>
/** Unreadable text is not stored, because it may be an age or the rest of an identity card number. */
type ReadAge = Age | 'unread' | null
export type At = { readonly sheet: string; readonly line: number }

/**
 * Reads one line of a needs list: one row for each wish in it. An age is converted to an age band here and not stored;
 * columns that may not be stored were removed with the headings.
 */
export function readNeed(cells: NeedCells, at: At, known: Known): readonly NeedRow[] {
  const age = ageIn(cells, known.today)
  return rowsOf(cells, age, { ...at, part: 0, split: true, isTyped: false }, known)
}

/**
 * A row after a user corrected it in the preview; fields missing from `cells` stay as they were read. Run `markRepeats`
 * over all rows again afterwards. A corrected wish is not split again.
 */
export function mendNeed(row: NeedRow, cells: NeedCells, known: Known): NeedRow {
  const kept: NeedCells = {
    name: row.name,
    sex: row.sex === 'female' ? '女' : row.sex === 'male' ? '男' : '',
    grid: row.gridName,
    address: row.address.raw,
    phone: row.phones.join('、'),
    wish: row.wish.remark ? `${row.wish.text}（${row.wish.remark}）` : row.wish.text,
    specification: row.wish.specification,
    quantity: String(row.quantity),
    measure: wordOf(row.measure),
    value: row.valueFen === null ? '' : String(row.valueFen / 100),
    note: row.note,
    worker: row.worker,
  }
  const names = known.items.filter(({ id }) => id === row.wish.item)
  const isSameThing = cells.wish === undefined || itemIn(cells.wish, names) !== null || row.wish.item === null
  const mended = { ...kept, ...(isSameThing ? {} : { measure: '' }), ...cells }
  const age = ageIn(cells, known.today) ?? (row.ageBand ? { band: row.ageBand, edge: false } : null)
  const [fresh] = rowsOf(
    mended,
    age,
    { sheet: row.sheet, line: row.line, part: row.part, split: false, isTyped: true },
    known,
  )
  if (!fresh) return row
  return {
    ...fresh,
    hasNote: row.hasNote,
    address: { ...fresh.address, ...(cells.address === undefined ? row.address : {}) },
    urgency: cells.urgency === undefined ? row.urgency : fresh.urgency,
    source: cells.source === undefined ? row.source : fresh.source,
  }
}

/** Fills in "as above" from the line above, where lines can share a value. A name is never filled in. */
export function withDittos(cells: NeedCells, above: NeedCells): NeedCells {
  const shared = [
    'grid',
    'address',
    'building',
    'unit',
    'door',
    'phone',
    'wish',
    'quantity',
    'value',
    'urgency',
    'source',
    'worker',
  ] as const
  return {
    ...cells,
    ...Object.fromEntries(
      shared.flatMap((key) => (saysDitto(cells[key] ?? '') && cells[key] ? [[key, above[key] ?? '']] : [])),
    ),
  }
}

function rowsOf(
  cells: NeedCells,
  age: ReadAge,
  at: At & { part: number; split: boolean; isTyped: boolean },
  known: Known,
): readonly NeedRow[] {
  const person = readPerson(cells, age)
  const quantity = quantityOf(cells.quantity ?? '')
  // A note of the list is only used to understand the line, because it may contain anything. Only a note typed here is
  // stored.
  const { note, doubts: noteDoubts } = readNote(at.isTyped ? (cells.note ?? '') : '')
  const counted = quantity.measure || plain(cells.measure ?? '')
  const columns = { ...quantity, measure: counted }
  const specification = saysNothing(cells.specification ?? '') ? '' : (cells.specification ?? '')
  const wishes = readWishes(
    cells.wish ?? '',
    {
      quantity: columns,
      counted: writtenAmount(cells),
      note: cells.note ?? '',
      specification,
      split: at.split,
    },
    known.items,
  )
  return wishes.map((wish, index) => {
    const { text, item, remark, found } = wish
    const isUnknown = wish.amount.measure !== '' && measureOf(wish.amount.measure) === null
    const unknown = isUnknown ? `${wish.amount.count}${wish.amount.measure}` : ''
    const parts = [wish.specification, wish.amount.content || unknown].filter(Boolean)
    const counts = {
      quantity: wish.amount.count,
      measure: measureFor(wish.amount.measure, found?.measure ?? null),
      specification: (parts[0] === parts[1] || parts[0]?.includes(parts[1] ?? '') ? parts.slice(0, 1) : parts).join(
        ' ',
      ),
    }
    const amount = readAmount(cells, counts, wish, wishes.length, known)
    return {
      sheet: at.sheet,
      line: at.line,
      part: at.part + index,
      ...person.kept,
      wish: { text, item, remark, specification: counts.specification },
      quantity: counts.quantity,
      measure: counts.measure,
      valueFen: amount.valueFen,
      urgency: urgencyOf(cells.urgency ?? ''),
      source: sourceOf(cells.source ?? ''),
      note,
      hasNote: !at.isTyped && saysSomething(cells.note ?? ''),
      worker: nameOf(cells.worker ?? '').name,
      doubts: [...person.doubts, ...wish.doubts, ...amount.doubts, ...noteDoubts],
      errors: [...person.errors, ...wish.errors],
    }
  })
}

function readPerson(cells: NeedCells, read: ReadAge) {
  const age = read === 'unread' ? null : read
  const { name, sex, wrong, isOnePerson } = personIn(cells.name ?? '')
  const { phones, short, bad, others } = phonesOf(cells.phone ?? '')
  const address = addressFrom(
    { building: cells.building ?? '', unit: cells.unit ?? '', door: cells.door ?? '' },
    cells.address ?? '',
  )
  const gridName = saysNothing(cells.grid ?? '') ? '' : (cells.grid ?? '')
  const doubts: Doubt[] = [
    ...bad.map((written) => ({ code: 'bad-phone' as const, written })),
    ...short.map((one) => ({ code: 'landline' as const, ...one })),
    ...others.map(({ written, whose }) => ({ code: 'others-phone' as const, written, whose })),
  ]
  if (phones.length + short.length + bad.length + others.length === 0) doubts.push({ code: 'no-phone' })
  if (read === null) doubts.push({ code: 'age-missing' })
  if (read === 'unread') doubts.push({ code: 'age-unread' })
  if (age?.isYear) doubts.push({ code: 'age-year' })
  if (age?.edge) doubts.push({ code: 'age-edge' })
  if (address.raw === '') doubts.push({ code: 'no-address' })
  else if (!isComplete(address) && address.unsure.length === 0) doubts.push({ code: 'address-incomplete' })
  doubts.push(...address.unsure)
  if (gridName === '') doubts.push({ code: 'no-grid' })

  const errors: Problem[] = []
  if (!isOnePerson) errors.push({ code: 'two-people', written: name })
  if (wrong === 'no-name') errors.push({ code: 'no-name' })
  if (wrong === 'bad-name') errors.push({ code: 'bad-name', written: name })
  if (age?.band === 'under14') errors.push({ code: 'child' })
  return {
    kept: { name, sex: sexOf(cells.sex ?? '') ?? sex, ageBand: age?.band ?? null, gridName, address, phones },
    doubts,
    errors,
  }
}

type Counts = { readonly quantity: number; readonly measure: Measure; readonly specification: string }

/** 换灯泡 2 may mean two lamps or two visits. */
const isSeveralTimes = ({ quantity, measure }: Counts, item: Item | null): boolean =>
  quantity > 1 && measure === 'time' && item !== null && item.category !== 'goods'

/** The quantity with its measure, as written in the columns. */
function writtenAmount(cells: NeedCells): string {
  const quantity = saysNothing(cells.quantity ?? '') ? '' : plain(cells.quantity ?? '')
  const measure = /\p{Script=Han}|[a-z]/iu.test(quantity) ? '' : plain(cells.measure ?? '')
  return quantity && `${quantity}${measure}`
}

/**
 * The total of a line with several wishes is not the value of any one of them. Above the limit it still needs the
 * secretary's approval.
 */
function readAmount(cells: NeedCells, counts: Counts, wish: ReadWish, parts: number, known: Known) {
  const written = cells.value ?? cells.unitPrice ?? ''
  const { fen, approximate, readable } = moneyOf(written)
  const sum = fen !== null && cells.value === undefined ? fen * counts.quantity : fen
  const valueFen = parts > 1 ? null : sum
  const item = wish.found
  const { count, measure, asks } = wish.amount
  const counted = { item, amounts: [{ count, measure }], ...counts, specification: counts.specification, valueFen: sum }
  const oddities = odditiesOf(counted, { limitFen: known.limitFen, year: noneThisYear })

  const doubts: Doubt[] = []
  if (!readable) doubts.push({ code: 'value-unread', written })
  if (approximate && sum !== null) doubts.push({ code: 'approximate', fen: sum })
  if (parts > 1) doubts.push({ code: 'two-wishes', parts, sharedFen: sum })
  for (const oddity of oddities) {
    if (oddity.code === 'many') doubts.push({ code: 'many', count: oddity.count, usual: oddity.usual })
    if (oddity.code === 'dear') doubts.push(...dearDoubts(oddity, sum === null || parts > 1, parts))
  }
  const isOdd = oddities.some(({ code }) => code === 'measure')
  if (asks || isOdd || isSeveralTimes(counts, item)) {
    doubts.push({ code: 'odd-quantity', written: asks || `${count}${measure}`, thing: item?.names[0] ?? wish.text })
  }
  return { valueFen, doubts }
}

/** The sum of several wishes is compared with the limit, and not with the usual price of one of them. */
function dearDoubts(dear: Extract<Oddity, { code: 'dear' }>, estimated: boolean, parts: number): readonly Doubt[] {
  const { valueFen, usualFen, limitFen } = dear
  return [
    ...(limitFen === null ? [] : [{ code: 'over-limit' as const, valueFen, limitFen, estimated }]),
    ...(usualFen === null || parts > 1 ? [] : [{ code: 'dear' as const, valueFen, usualFen }]),
  ]
}

/** Reads the column of ages or, if it says nothing readable, that of birth dates. */
function ageIn(cells: NeedCells, today: string): ReadAge {
  const read = [readAge(cells.age ?? '', today), readBirth(cells.birth ?? '', today)]
  const age = read.find((one) => one !== null && one !== 'unread')
  return age ?? (read.includes('unread') ? 'unread' : null)
}

function urgencyOf(cell: string): NeedRow['urgency'] {
  const text = plain(cell)
  if (/不急|不紧急|一般|普通|蓝|常规|非紧急/.test(text)) return 'blue'
  if (/特急|特别|非常|十分|加急|红/.test(text)) return 'red'
  return /急|黄|尽快/.test(text) ? 'yellow' : 'blue'
}

function sourceOf(cell: string): NeedRow['source'] {
  const text = plain(cell)
  if (/走访|入户|上门|敲门/.test(text)) return 'visit'
  if (/电话|来电|致电/.test(text)) return 'phone'
  return /公[示告]栏|张贴|上墙|板报|宣传栏/.test(text) ? 'board' : 'list'
}
