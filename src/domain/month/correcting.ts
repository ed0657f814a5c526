import { categories } from '#domain/catalogue/catalogue-codes.ts'
import { hour, inSeconds } from '#domain/time/durations.ts'
import { referReasons, sources, withdrawReasons } from '#domain/vocabulary.ts'
import { figureNames, figures, type SetName, setNames } from './figures.ts'
import {
  type Correction,
  correctedValue,
  type FactParts,
  type Facts,
  isWait,
  keyOf,
  partsOf,
  type Snapshot,
  shownOf,
} from './month-facts.ts'
import { spanNames } from './waits.ts'

type Names = Pick<Snapshot, 'grids' | 'units'>

/**
 * The value typed into the correction form: a count, or a wait in whole hours (returned in seconds); null for anything
 * but 0 or more.
 */
export function readValue(key: string, typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{1,7}$/.test(text)) return null
  return isWait(key) ? inSeconds(Number(text) * hour) : Number(text)
}

/**
 * Whether the key names a figure of the month, of the whole or of an existing part; a figure that was 0 may be missing
 * from the facts.
 */
export function isFigureOf(key: string, facts: Facts, names: Names): boolean {
  if (Object.hasOwn(facts, key)) return true
  const parts = partsOf(key)
  return parts.by !== null && setNames.some((set) => set === parts.figure) && isPart(parts, names)
}

function isPart({ by, value }: FactParts, { units }: Names): boolean {
  const among = (list: readonly string[]) => value !== null && list.includes(value)
  switch (by) {
    case 'category':
      return among(categories)
    case 'source':
      return among(sources)
    case 'reason':
      return among([...withdrawReasons, ...referReasons])
    case 'unit':
      return value === null || among(units.map(({ id }) => id))
    // All grids as of the day of signing are among the facts.
    default:
      return false
  }
}

/** Sets without a common wish or delivery: added up they cannot exceed the set that contains them. */
const apart: readonly { readonly whole: SetName; readonly sets: readonly SetName[] }[] = [
  { whole: 'published', sets: ['claimed', 'unclaimed'] },
  { whole: 'published', sets: ['twice', 'not-twice'] },
  { whole: 'due', sets: ['on-time', 'late'] },
  { whole: 'deliveries', sets: ['tried'] },
  { whole: 'callback-due', sets: ['called', 'paged', 'uncalled', 'exhausted'] },
  { whole: 'closed', sets: ['withdrawn', 'referred'] },
]

/** What contradicts a new value: the other figure with its present value, or the largest value a part can have. */
export type Clash = {
  readonly why: 'over-base' | 'under-share' | 'over-together' | 'over-whole' | 'under-part' | 'wait-order'
  readonly key: string
  readonly value: number
}

/** Why a correction would contradict the other figures as they are now; null where it would not. */
export function clashOf(facts: Facts, corrections: readonly Correction[], key: string, newValue: number): Clash | null {
  const held = (other: string) => correctedValue(facts, corrections, other)
  if (isWait(key)) return waitClash(key, newValue, held)
  const { figure, by, value } = partsOf(key)
  const beside = (other: string) => keyOf(other, by, value)
  const at = (other: string, why: Clash['why']) => ({ why, key: other, value: held(other) ?? 0 })

  const base = figureNames.find((name) => name === figure)
  const of = base ? figures[base].of : null
  if (of !== null && newValue > (held(beside(of)) ?? 0)) return at(beside(of), 'over-base')
  const share = figureNames.find((name) => figures[name].of === figure && newValue < (held(beside(name)) ?? 0))
  if (share) return at(beside(share), 'under-share')

  const together = togetherClash(figure, of !== null, newValue, (other) => held(beside(other)) ?? 0)
  if (together) return at(beside(together.set), together.why)

  const keys = [...new Set([...Object.keys(facts), ...corrections.map((one) => one.figure)])]
  const parts = keys.filter((one) => one !== key && partsOf(one).figure === figure && partsOf(one).by !== null)
  if (by === null) {
    const over = parts.find((part) => newValue < (held(part) ?? 0))
    return over === undefined ? null : at(over, 'under-part')
  }
  const others = parts.filter((part) => partsOf(part).by === by).reduce((sum, part) => sum + (held(part) ?? 0), 0)
  const most = Math.max(0, (held(figure) ?? 0) - others)
  const isRaised = newValue > (held(key) ?? 0)
  return isRaised && newValue > most ? { why: 'over-whole', key: figure, value: most } : null
}

/**
 * Only a change away from consistency is refused: a wrong figure may always be brought nearer. A share is limited by
 * its base alone, so that a call entered late can be corrected in two steps, in either order.
 */
function togetherClash(figure: string, isShare: boolean, newValue: number, held: (set: SetName) => number) {
  const sum = (sets: readonly SetName[]) => sets.reduce((all, set) => all + held(set), 0)
  for (const { whole, sets } of apart) {
    const most = [...sets].sort((a, b) => held(b) - held(a))[0] as SetName
    if (figure === whole && newValue < held(whole) && newValue < sum(sets))
      return { set: most, why: 'under-share' as const }
    const own = sets.find((set) => set === figure)
    const others = sets.filter((set) => set !== figure)
    if (own && !isShare && newValue > held(own) && newValue + sum(others) > held(whole))
      return { set: whole, why: others.length ? ('over-together' as const) : ('over-base' as const) }
  }
  return null
}

/** At least half of the waits were no longer than the median, so the slowest tenth cannot be shorter than it. */
function waitClash(key: string, newValue: number, held: (key: string) => number | null): Clash | null {
  const span = spanNames.find((name) => key.startsWith(`${name}.`))
  const isMedian = key === `${span}.median`
  const other = `${span}.${isMedian ? 'slowest' : 'median'}`
  const there = held(other)
  if (there === null) return null
  const [median, slowest] = isMedian ? [newValue, there] : [there, newValue]
  const isInOrder = (shownOf(key, median) ?? 0) <= (shownOf(key, slowest) ?? 0)
  return isInOrder ? null : { why: 'wait-order', key: other, value: there }
}
