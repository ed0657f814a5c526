import { addressOf } from '#domain/reading/addresses.ts'
import { clean, plain, saysNothing } from '#domain/reading/cells.ts'
import { personIn, sexOf } from '#domain/reading/names.ts'
import { isMobile, phonesOf } from '#domain/reading/phones.ts'
import type { RollKey } from './headings.ts'
import type { At } from './needs.ts'
import type { Doubt, Problem } from './problems.ts'
import { type FreeTime, freeTimes, type RollRow, type RollStrength } from './rows.ts'

export type RollCells = Readonly<Partial<Record<RollKey, string>>>

/** Reads one line of a roll of volunteers. The number must be a mobile one, because volunteers sign in with it. */
export function readVolunteer(cells: RollCells, at: At): RollRow {
  const { name, sex, wrong, isOnePerson } = personIn(cells.name ?? '')
  const { phones, short, bad, others } = phonesOf(cells.phone ?? '')
  const phone = phones.find(isMobile) ?? null
  const left = [
    ...phones.filter((one) => one !== phone),
    ...[...short, ...others].map(({ written }) => written),
    ...bad,
  ]
  const strengths = strengthsOf(cells.strengths ?? '')
  const times = freeTimesOf(cells.freeTimes ?? '')
  const reported = dayOf(cells.reportedIn ?? '')
  const unit = wordOf(cells.unit)

  const errors: Problem[] = []
  if (!isOnePerson) errors.push({ code: 'two-people', written: name })
  if (wrong === 'no-name') errors.push({ code: 'no-name' })
  if (wrong === 'bad-name') errors.push({ code: 'bad-name', written: name })
  if (saysNothing(cells.phone ?? '')) errors.push({ code: 'no-phone' })
  else if (phone === null && others.length > 0)
    errors.push({ code: 'not-own-phone', written: plain(cells.phone ?? '') })
  else if (phone === null) errors.push({ code: 'bad-phone', written: plain(cells.phone ?? '') })

  const doubts: Doubt[] = []
  if (phone !== null) doubts.push(...left.map((written) => ({ code: 'phone-left' as const, written })))
  if (unit === '') doubts.push({ code: 'no-unit' })
  doubts.push(...strengths.unread.map((written) => ({ code: 'strength-unread' as const, written })))
  doubts.push(...times.unread.map((written) => ({ code: 'time-unread' as const, written })))
  if (reported === null && !saysNothing(cells.reportedIn ?? ''))
    doubts.push({ code: 'date-unread', written: plain(cells.reportedIn ?? '') })

  return {
    ...at,
    name,
    sex: sexOf(cells.sex ?? '') ?? sex,
    unit,
    branch: wordOf(cells.branch),
    phone,
    building: addressOf(cells.address ?? '').building,
    strengths: strengths.codes,
    freeTimes: times.codes,
    reportedIn: reported,
    doubts,
    errors,
  }
}

/** Reads 2026/10/9, 2026年10月9日 or 20261009 as 2026-10-09; null for anything that is not a real date. */
export function dayOf(cell: string): string | null {
  const found = /^(20\d{2})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:\s.*)?$/.exec(plain(cell))
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? found[4]), Number(found[3] ?? found[5])]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const longest = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  if (day < 1 || day > longest) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * The strengths that a cell names, in any order. Words that are not understood become `other` and are listed in
 * `unread`.
 */
export function strengthsOf(cell: string): {
  readonly codes: readonly RollStrength[]
  readonly unread: readonly string[]
} {
  return readEach(cell, (part) => strengthWords.flatMap(([code, shape]) => (shape.test(part) ? [code] : [])), 'other')
}

/** The free times that a cell names. Words that are not understood are listed in `unread`. */
export function freeTimesOf(cell: string): { readonly codes: readonly FreeTime[]; readonly unread: readonly string[] } {
  return readEach(cell, timesIn, null)
}

function readEach<C extends string>(cell: string, read: (part: string) => readonly C[], unknown: C | null) {
  const parts = plain(cell)
    .split(/[、,;/|+和及或。]|\s+/u)
    .filter((part) => !saysNothing(part))
  const unread = parts.filter((part) => read(part).length === 0)
  const codes = parts.flatMap((part) => (read(part).length > 0 ? read(part) : unknown ? [unknown] : []))
  return { codes: [...new Set(codes)], unread }
}

function timesIn(part: string): readonly FreeTime[] {
  if (/随时|都可以?|均可|不限|全天候?|机动|任何时间/.test(part)) return ['anytime']
  const hour = hours.find(([, shape]) => shape.test(part))?.[0]
  const named = days.filter(([, shape]) => shape.test(part)).map(([day]) => day)
  const holiday: FreeTime[] = /节假日|假期|节日/.test(part) ? ['holiday'] : []
  // 下班后 means workday evenings; 上午 alone may be any day.
  const on =
    named.length > 0 || holiday.length > 0
      ? named
      : /下班/.test(part)
        ? ['weekday']
        : hour
          ? ['weekday', 'weekend']
          : []
  return [...on.map((day) => (hour ? `${day}-${hour}` : day)), ...holiday].filter((code): code is FreeTime =>
    freeTimes.includes(code as FreeTime),
  )
}

function wordOf(cell: string | undefined): string {
  return saysNothing(cell ?? '') ? '' : clean(cell ?? '')
}

const days: readonly (readonly [string, RegExp])[] = [
  ['weekday', /工作日|平时|平日|周[一二三四五](?!.*至周日)|星期[一二三四五]/],
  ['saturday', /周六|星期六|礼拜六/],
  ['sunday', /周[日天]|星期[日天]|礼拜[日天]/],
  ['weekend', /周末|双休|休息日/],
]
const hours: readonly (readonly [string, RegExp])[] = [
  ['morning', /上午|早上|早晨|清晨/],
  ['afternoon', /下午|午后/],
  ['evening', /晚上|晚间|傍晚|夜|下班|晚/],
]
const strengthWords: readonly (readonly [RollStrength, RegExp])[] = [
  ['care', /医|护理|护士|急救|康复|按摩|推拿|照护|健康/],
  ['haircut', /理发|剪发|美发|剪头/],
  ['appliance', /家电|电器|空调|冰箱|洗衣机/],
  ['plumbing-electric', /水电|水暖|管道|电工|线路|疏通|水管/],
  ['computer-phone', /电脑|手机|计算机|网络|软件|信息技术|编程/],
  ['counsel', /心理|疏导|陪聊|聊天|谈心|倾听|调解/],
  ['driving', /驾驶|司机|开车|接送/],
  ['cooking', /烹饪|做饭|厨|面点|烘焙/],
  ['cleaning', /保洁|打扫|清洁|家政|清洗/],
  ['teaching', /教学|教育|辅导|教师|授课|家教|讲解|宣讲/],
  ['legal', /法律|律师|普法|维权/],
]
