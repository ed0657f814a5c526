import { clean, hanDigits, hanNumber, plain, saysNothing } from './cells.ts'

/** Building, unit and door without their words ("17号楼" → "17"); '' where not written. `raw` keeps the whole line. */
export type Address = {
  readonly building: string
  readonly unit: string
  readonly door: string
  readonly raw: string
}

/** 17号楼2单元203室, 十七栋二单元203, 17-2-203, 阳光小区17#2单元203. */
export function addressOf(cell: string): Address {
  const raw = clean(cell)
  const text = plain(cell)
    .replace(/\s/g, '')
    .replace(/[—–_－]/g, '-')
  if (saysNothing(text)) return { building: '', unit: '', door: '', raw: '' }

  const dashed = /(?:^|[^\d-])(\d{1,3})-(\d{1,2})-(\d{2,5}[a-z]?)(?:室|号)?$/i.exec(text)
  if (dashed) return { building: bare(dashed[1]), unit: bare(dashed[2]), door: bare(dashed[3]), raw }

  return {
    building: bare(building.exec(text)?.[1]),
    unit: bare(unit.exec(text)?.[1]),
    door: bare(door.exec(text)?.[1]),
    raw,
  }
}

/** The same from columns of their own, with a general address column where there is one. */
export function addressFrom(parts: Omit<Address, 'raw'>, whole: string): Address {
  const general = addressOf(whole)
  const [b, u, d] = [own(parts.building), own(parts.unit), own(parts.door)]
  if (!b && !u && !d) return general

  const written = [b && `${b}号楼`, u && `${u}单元`, d && `${d}室`].filter(Boolean).join('')
  return {
    building: b || general.building,
    unit: u || general.unit,
    door: d || general.door,
    raw: general.building ? general.raw : [general.raw, written].filter(Boolean).join(' '),
  }
}

/** A building, unit or door cell: "3号楼" → "3", "二单元" → "2", "12-3" stays. */
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

const number = `(\\d{1,4}|[${hanDigits}]{1,4}|[a-z]\\d{0,2})`
const building = new RegExp(`${number}(?:号楼|号院|栋|幢|座|#楼?|楼(?!层|上|下))`, 'iu')
const unit = new RegExp(`${number}(?:单元|门(?!牌))`, 'iu')
const door = /(?:单元|楼|栋|幢|座|门|#|^|[^\d-])-?(\d{1,5}[a-z]?)(?:室|号|户|房)?(?:\(.*\))?$/i
