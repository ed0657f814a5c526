import { clean, hanDigits, hanNumber, plain, saysNothing } from './cells.ts'
import { type PrivateCode, privateWordsIn } from './private-words.ts'

/** What is uncertain about an address. `may` lists what a spreadsheet date may have been as typed. */
export type AddressDoubt =
  | { readonly code: 'address-part'; readonly written: string }
  | { readonly code: 'address-guess'; readonly written: string }
  | { readonly code: 'spreadsheet-date'; readonly written: string; readonly may: readonly string[] }
  | { readonly code: PrivateCode; readonly where: 'address' }

/** Building, unit and door without their words ("17号楼" → "17"); '' where not written. */
type Parts = {
  readonly building: string
  readonly unit: string
  readonly door: string
}

export type Address = Parts & {
  /**
   * What comes before the building, as written: estate, road, courtyard, lane, village group. For a house without a
   * building it is the whole address: 红旗路六巷12号.
   */
  readonly place: string
  /** The whole line as written. */
  readonly raw: string
  /** What is a guess, was not understood, or must not be stored; empty where the reading is certain. */
  readonly unsure: readonly AddressDoubt[]
}

/**
 * Reads 17号楼2单元203室, 十七栋二单元203, 17-2-203, 阳光小区17#2单元203, 平房巷12号. What comes before the building becomes `place`; what
 * is not understood stays as text and is listed in `unsure`.
 */
export function addressOf(cell: string): Address {
  const raw = clean(cell)
  const dated = dateIn(raw)
  if (dated) return { ...nowhere, raw, unsure: [dated] }
  const { main, aside } = withoutBrackets(raw)
  const text = plain(main)
    .replace(/\s/g, '')
    .replace(/[—–_－~～]/g, '-')
    .replace(/[,，;；。.]+$/u, '')
  if (saysNothing(text) || /^(?:待定|不详|未知|待核实|待补充|未填|不清楚)$/u.test(text))
    return { ...nowhere, raw: saysNothing(raw) ? '' : raw }

  const flat = flatIn(text)
  if (!flat) return { ...nowhere, ...houseIn(text), raw }
  const { front, unsure, ...parts } = flat
  return withAside({ place: front, ...parts, raw, unsure }, aside)
}

/**
 * Reads an address from separate columns and the general address column, where there is one. A separate column
 * completes the general address and never changes it; a contradiction is listed in `unsure`.
 */
export function addressFrom(parts: Parts, whole: string): Address {
  const general = addressOf(whole)
  const columns = [parts.building, parts.unit, parts.door]
  const dated = columns.map(dateIn).filter((found) => found !== null)
  const [building = '', unit = '', door = ''] = columns.map((cell) => (dateIn(cell) ? '' : own(cell)))
  if (!building && !unit && !door) return { ...general, unsure: [...general.unsure, ...dated] }

  const isWhole = general.door !== '' || isHouse(general)
  const others = isWhole ? [building && building !== general.building ? parts.building : ''] : []
  const read: Parts = isWhole
    ? general
    : { building: general.building || building, unit: general.unit || unit, door: door || general.door }
  const written = [building && `${building}号楼`, unit && `${unit}单元`, door && `${door}室`].filter(Boolean).join('')
  const { place, unsure } = general
  return {
    ...read,
    place,
    raw: isWhole ? general.raw : [general.raw, written].filter(Boolean).join(' '),
    unsure: [
      // An estate alone in the general column is no longer doubtful once the columns give the flat.
      ...(isWhole || !place ? unsure : unsure.filter(({ code }) => code !== 'address-part')),
      ...dated,
      ...others.filter(Boolean).map((other) => ({ code: 'address-part' as const, written: clean(other) })),
    ],
  }
}

/** Whether a visitor can find it: a flat, or a house in a lane. */
export const isComplete = ({ place, building, door }: Where): boolean =>
  door !== '' ? building !== '' || place !== '' : isHouse({ place })

/** An address in its parts, from any source. */
export type Where = Parts & { readonly place: string }

/** Whether both are the same complete address, however written. An incomplete address equals no other. */
export function isSameAddress(one: Where, other: Where): boolean {
  return isComplete(one) && isComplete(other) && addressKey(one) === addressKey(other)
}

/** Estate and building, or the lane: all that a map service needs. */
export const withoutDoor = ({ place, building }: Where): Where => ({
  place: building ? place : place.replace(/(?:附?第?[\d零一二三四五六七八九十百]+号院?)+$/u, ''),
  building,
  unit: '',
  door: '',
})

/** A normalised text per address for comparing: without blanks, Chinese numbers as digits. */
export function addressKey({ place, building, unit, door }: Where): string {
  const spelled = plain(place)
    .replace(/\s/gu, '')
    .toLowerCase()
    .replace(new RegExp(`[${hanDigits}]+(?=[号巷组排弄队区院栋楼])`, 'gu'), (digits) => String(hanNumber(digits)))
  return [spelled, building, unit, door].join('|')
}

/** A house that can be found by this alone: 红旗路六巷12号, 团结村3组25号, 平房12排3号, … 附三号院. */
const isHouse = ({ place }: { readonly place: string }): boolean => house.test(place.replace(/\s/gu, ''))
const house = new RegExp(
  `(?:[路街道巷弄里胡同村组队排湾庄屯段区园苑坊]|附|号)(?:第)?(?:\\d{1,5}|[${hanDigits}]{1,5})(?:-\\d{1,3}|之[${hanDigits}\\d]{1,2})?号(?:院|附\\d+号)?$`,
  'u',
)

const houseIn = (text: string) => ({
  place: text,
  unsure: isHouse({ place: text }) ? [] : [{ code: 'address-part' as const, written: text }],
})

type Flat = Parts & { readonly front: string; readonly unsure: readonly AddressDoubt[] }

/** The flat at the end of an address, and what comes before it; null where there is none. */
function flatIn(text: string): Flat | null {
  const dashed = /^(.*?)(?<![\d-])(\d{1,3})-(\d{1,2})-(\d{2,5}[a-z]?)(?:室|号|户)?$/iu.exec(text)
  if (dashed && (dashed[1] === '' || /[^\d号]$/u.test(dashed[1] ?? '')))
    return certain(dashed[1] ?? '', dashed[2], dashed[3], dashed[4])

  const towers = [...text.matchAll(tower)]
  const last = towers.at(-1)
  if (last) {
    const front = text.slice(0, last.index).replace(/第$/u, '')
    const { unit, door, isKnown } = behind(text.slice(last.index + last[0].length))
    const doubt: readonly AddressDoubt[] = isKnown ? [] : [{ code: 'address-part', written: door }]
    return { front, building: bare(last[1]), unit, door, unsure: doubt }
  }

  const gate = new RegExp(`^(.+?)(${digits})(?:单元|门(?!牌))(.*)$`, 'iu').exec(text)
  if (gate) {
    const { door, isKnown } = behind(gate[3] ?? '')
    const doubt: readonly AddressDoubt[] = isKnown ? [] : [{ code: 'address-part', written: door }]
    return { front: gate[1] ?? '', building: '', unit: bare(gate[2]), door, unsure: doubt }
  }

  // Two numbers may be building and door, and a single one a door: likely, but not certain.
  const pair = /^(.*?)(?<![\d-])(\d{1,3})-(\d{3,4})(?:室|号|户)?$/u.exec(text)
  if (pair && !/\d$/u.test(pair[1] ?? '')) {
    const front = pair[1] ?? ''
    return { front, building: bare(pair[2]), unit: '', door: bare(pair[3]), unsure: [guess(text)] }
  }
  const alone = /^(\d{3,4})(?:室|号|户)?$/u.exec(text)
  return alone ? { front: '', building: '', unit: '', door: bare(alone[1]), unsure: [guess(text)] } : null
}

const certain = (front: string, building?: string, unit?: string, door?: string): Flat => ({
  front,
  building: bare(building),
  unit: bare(unit),
  door: bare(door),
  unsure: [],
})

const guess = (written: string): AddressDoubt => ({ code: 'address-guess', written })

/** Unit and door after a building. What is not a number stays as written: 5楼东户. */
function behind(text: string): { readonly unit: string; readonly door: string; readonly isKnown: boolean } {
  const found = new RegExp(`^-?(?:第?(${digits})(?:单元|门(?!牌))-?|(\\d{1,2})-(?=\\d{2,5}))?(.*)$`, 'iu').exec(text)
  const unit = bare(found?.[1] ?? found?.[2])
  const rest = (found?.[3] ?? '').replace(/^-/u, '')
  const door = new RegExp(`^(\\d{1,5}[a-z]?|[${hanDigits}]{1,5})(?:室|号|户|房)?$`, 'iu').exec(rest)?.[1]
  return door ? { unit, door: bare(door), isKnown: true } : { unit, door: rest, isKnown: rest === '' }
}

/** Words in brackets stay after the door, unless they contain what must not be stored. */
function withAside(address: Address, aside: readonly string[]): Address {
  const forbidden = aside.flatMap((words) => privateWordsIn(words).slice(0, 1))
  const plainly = aside.filter((words) => privateWordsIn(words).length === 0)
  const door = address.door && plainly.length ? `${address.door}（${plainly.join('，')}）`.slice(0, 20) : address.door
  return {
    ...address,
    door,
    unsure: [
      ...address.unsure,
      ...plainly.map((written) => ({ code: 'address-part' as const, written })),
      ...forbidden.map(({ code }) => ({ code, where: 'address' as const })),
    ],
  }
}

function withoutBrackets(raw: string): { readonly main: string; readonly aside: readonly string[] } {
  const aside: string[] = []
  const main = raw.replace(/[（(【[]([^（(【[）)】\]]*)[）)】\]]/gu, (_, words: string) => {
    if (words.trim()) aside.push(words.trim())
    return ''
  })
  return { main, aside }
}

/** Normalises a building, unit or door cell: "3号楼" → "3", "二单元" → "2", "12-3" stays. */
function own(cell: string): string {
  const text = plain(cell).replace(/\s/g, '')
  if (saysNothing(text)) return ''
  return bare(
    text.replace(/^第/, '').replace(/(?:号楼|楼号|楼栋|号院|单元|门牌|栋|幢|座|楼|门|室|号|户|房|#)+$/, ''),
  ).slice(0, 20)
}

function bare(text: string | undefined): string {
  if (!text) return ''
  return String(hanNumber(text) ?? text)
    .replace(/^0+(?=\d)/, '')
    .toUpperCase()
}

/**
 * A spreadsheet turns a typed 3-2 into 2 March, and 3-2-1 into 1 February 2003; either may arrive as a serial day
 * number. What it may have been is offered, never used without a person's choice. Null where the cell is not a date.
 */
function dateIn(cell: string): Extract<AddressDoubt, { code: 'spreadsheet-date' }> | null {
  const text = plain(cell)
  const date = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text.replace(/\s.*$/u, ''))
  const dayOf = /^(\d{1,2})月(\d{1,2})日$/u.exec(text)
  const serial = /^[345]\d{4}$/u.test(text) ? new Date(Date.UTC(1899, 11, 30 + Number(text))) : null
  const [year, month, day] = date
    ? [Number(date[1]), Number(date[2]), Number(date[3])]
    : dayOf
      ? [null, Number(dayOf[1]), Number(dayOf[2])]
      : serial
        ? [serial.getUTCFullYear(), serial.getUTCMonth() + 1, serial.getUTCDate()]
        : [null, 0, 0]
  if (!month || !day) return null
  const three = year !== null && year >= 2001 && year <= 2019 ? [`${year - 2000}-${month}-${day}`] : []
  return { code: 'spreadsheet-date', written: clean(cell), may: [...three, `${month}-${day}`] }
}

const digits = `(?:\\d{1,4}|[${hanDigits}]{1,4}|[a-z]\\d{0,2})`
/** 15号院 is a courtyard with buildings in it, so it comes before the building; 5楼 after a unit is a floor. */
const tower = new RegExp(
  `(?<!单元|门)((?<![\\d])\\d{1,4}|[${hanDigits}]{1,4}|(?<![a-z])[a-z]\\d{0,2})(?:号楼|栋|幢|座|#楼?|楼(?!层|上|下|东|西|南|北|[左右]|户))`,
  'giu',
)

const nowhere: Address = { place: '', building: '', unit: '', door: '', raw: '', unsure: [] }
