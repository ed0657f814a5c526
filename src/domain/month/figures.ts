import { isMonth, localMonth, type Month, monthBounds, nextMonth } from '#domain/time/workdays.ts'

/**
 * What a month counts. A figure is the size of a set of wishes or deliveries; a rate is its share of another set.
 * The text describes each in a sentence (docs/figures.md is made from it), db/months/figure-sets.ts as a condition, and
 * commands/recount/recompute.ts counts each a second time from the events. A test compares the two over random histories.
 */
export const figures = {
  asked: { of: null },
  direct: { of: 'requests' },
  published: { of: null },
  carried: { of: null },
  claimed: { of: 'published' },
  unclaimed: { of: null },
  due: { of: null },
  'on-time': { of: 'due' },
  late: { of: null },
  'due-left-out': { of: null },
  fulfilled: { of: 'published' },
  confirmed: { of: null },
  deliveries: { of: null },
  called: { of: 'callback-due' },
  paged: { of: 'callback-due' },
  'page-satisfied': { of: 'paged' },
  uncalled: { of: null },
  exhausted: { of: null },
  reached: { of: 'tried' },
  satisfied: { of: 'reached' },
  reopened: { of: 'deliveries' },
  closed: { of: null },
  withdrawn: { of: null },
  referred: { of: null },
  answered: { of: null },
  'ended-early': { of: null },
  twice: { of: 'published' },
  'not-twice': { of: null },
  // Claims of the month by the door they came in by; unknown: from before that was asked.
  'from-web': { of: null },
  'from-group': { of: null },
  'from-board': { of: null },
  'from-phone': { of: null },
  'from-counter': { of: null },
  'from-unknown': { of: null },
} as const satisfies Record<string, { readonly of: string | null }>

export type FigureName = keyof typeof figures
/**
 * Sets used in addition to the figures: three only as denominators, one for the wishes whose due date is still ahead.
 */
export type SetName = FigureName | 'requests' | 'callback-due' | 'tried' | 'ahead'
/** Figures that are a share of another set. */
export type RateName = { [F in FigureName]: (typeof figures)[F]['of'] extends null ? never : F }[FigureName]

export const figureNames = Object.keys(figures) as readonly FigureName[]
export const setNames: readonly SetName[] = [...figureNames, 'requests', 'callback-due', 'tried', 'ahead']

/** Further numbers shown with a month's figures, each with its list; they are neither signed nor exported. */
const asides = ['wished', 'waiting', 'recurring'] as const
export type Aside = (typeof asides)[number]
export type ListName = SetName | Aside
export const isAside = (name: string): name is Aside => asides.some((aside) => aside === name)

export const isFigure = (name: string): name is FigureName => Object.hasOwn(figures, name)
export const isRate = (name: FigureName): name is RateName => figures[name].of !== null

/** In the order in which a month is read. */
export const figureGroups = [
  { key: 'intake', figures: ['asked', 'direct', 'published', 'carried', 'claimed', 'unclaimed'] },
  { key: 'promise', figures: ['due', 'on-time', 'late', 'due-left-out', 'fulfilled', 'confirmed'] },
  {
    key: 'callback',
    figures: [
      'deliveries',
      'called',
      'paged',
      'uncalled',
      'exhausted',
      'reached',
      'satisfied',
      'page-satisfied',
      'reopened',
    ],
  },
  { key: 'ended', figures: ['closed', 'withdrawn', 'referred', 'answered', 'ended-early'] },
  {
    key: 'doors',
    figures: [
      'twice',
      'not-twice',
      'from-web',
      'from-group',
      'from-board',
      'from-phone',
      'from-counter',
      'from-unknown',
    ],
  },
] as const satisfies readonly { readonly key: string; readonly figures: readonly FigureName[] }[]
export type GroupName = (typeof figureGroups)[number]['key']

/** What a secretary looks at first: in each case a person is still waiting or was let down. */
export const exceptions = [
  'late',
  'uncalled',
  'exhausted',
  'reopened',
  'unclaimed',
] as const satisfies readonly FigureName[]

export type Counts = Readonly<Record<SetName, number>>
export const noCounts = Object.fromEntries(setNames.map((name) => [name, 0])) as Counts

export const sumOf = (rows: readonly Counts[]): Counts =>
  Object.fromEntries(setNames.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)])) as Counts

type Rate =
  /** The denominator is 0: neither 0 % nor 100 %. */
  | { readonly kind: 'nothing' }
  /** Too few for a meaningful percentage. */
  | { readonly kind: 'fraction'; readonly count: number; readonly of: number }
  /** In tenths of a percent. */
  | { readonly kind: 'percent'; readonly count: number; readonly of: number; readonly tenths: number }

const fewest = 10

/**
 * The rate `count` of `of`. A denominator of 0 gives no rate, one under ten the fraction: both are rules of
 * docs/rules.md.
 */
export function rateOf(count: number, of: number): Rate {
  if (of === 0) return { kind: 'nothing' }
  if (of < fewest) return { kind: 'fraction', count, of }
  return { kind: 'percent', count, of, tenths: tenthsOf(count, of) }
}

/** Rounded, except that 0 % and 100 % are only given where it is none or all. */
function tenthsOf(count: number, of: number): number {
  const tenths = Math.round((1000 * count) / of)
  if (tenths === 0 && count > 0) return 1
  if (tenths === 1000 && count < of) return 999
  return tenths
}

/** A local month of a community; `until` is exclusive. */
export type Period = {
  readonly month: Month
  readonly from: Date
  readonly until: Date
  /** The month is not over, so its figures still change. */
  readonly isRunning: boolean
}

/** The month after a reported one, whether it has begun or not: the report lists what comes back in it. */
export const comingOf = ({ month }: Period, zone: string): Period => {
  const coming = nextMonth(month)
  return { month: coming, ...monthBounds(coming, zone), isRunning: true }
}

/**
 * The month named in an address; null where it is not a month, is in the future, or is earlier than any community could
 * have used this.
 */
export function periodOf(text: string, zone: string, now: Date): Period | null {
  const current = localMonth(now, zone)
  if (!isMonth(text) || text > current || text < '2000-01') return null
  return { month: text, ...monthBounds(text, zone), isRunning: text === current }
}
