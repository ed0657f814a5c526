import Papa from 'papaparse'
import { readXlsx } from '#files/read-xlsx.ts'
import type { Fault } from './compare-cells.ts'
import type { Life } from './fold-life.ts'
import { monthIn } from './recompute.ts'
import type { Get } from './surfaces.ts'

type Names = ReadonlyMap<string, string>
type Place = {
  readonly slug: string
  readonly month: string
  readonly zone: string
  readonly grids: Names
  readonly units: Names
  readonly stateName: (state: string) => string
}
type Cell = string | number | null

/** The public ledger's three files against the lives, wish by wish and cell by cell. */
export async function compareLedger(get: Get, lives: readonly Life[], place: Place): Promise<readonly Fault[]> {
  const monthOf = monthIn(place.zone)
  const own = lives
    .filter(({ publishedAt }) => publishedAt !== null && monthOf(publishedAt) === place.month)
    .sort((a, b) => Number(a.publishedAt) - Number(b.publishedAt) || (a.id < b.id ? -1 : 1))
  const base = `/c/${place.slug}/ledger/${place.month}`
  const json = (await (await get(`${base}.json`)).json()) as { readonly wishes: readonly Record<string, Cell>[] }
  const csv = Papa.parse<string[]>((await (await get(`${base}.csv`)).text()).replace(/^\ufeff/, '').trim()).data.slice(
    1,
  )
  const read = await readXlsx(new Uint8Array(await (await get(`${base}.xlsx`)).arrayBuffer()))
  const xlsx = read.ok ? (read.sheets[0]?.rows ?? []).slice(1) : []

  const sizes = (
    [
      ['json', json.wishes.length],
      ['csv', csv.length],
      ['xlsx', xlsx.length],
    ] as const
  ).flatMap(([kind, size]) => different('published', `ledger.${kind}`, own.length, size))
  const cells = own.flatMap((life, n) => {
    const facts = factsOf(life, place)
    return [
      ...cellFaults(life, 'json', facts, (key) => json.wishes[n]?.[key]),
      ...cellFaults(life, 'csv', inCsv(facts, place), (key) => csv[n]?.[columns.indexOf(key)]),
      ...cellFaults(life, 'xlsx', inXlsx(facts, place), (key) => xlsx[n]?.[columns.indexOf(key)] ?? ''),
    ]
  })
  return [...sizes, ...cells]
}

/** As docs/open-data.md lists them. */
const columns: readonly string[] = [
  'code',
  'item',
  'quantity',
  'measure',
  'category',
  'grid',
  'urgency',
  'state',
  'publishedAt',
  'firstClaimedAt',
  'promisedFor',
  'deliveredAt',
  'confirmedAt',
  'endedAt',
  'hoursToClaim',
  'hoursToDelivery',
  'hoursToConfirmation',
  'unit',
  'volunteer',
  'handedBack',
  'reopened',
]

type Facts = ReadonlyMap<string, Cell>

function factsOf(life: Life, { zone, grids, units }: Place): Facts {
  const at = (seconds: number | null) => (seconds === null ? null : localTime(seconds, zone))
  return new Map<string, Cell>([
    ['code', life.code],
    ['item', (life.content.itemId ?? null) as Cell],
    ['quantity', Number(life.content.quantity)],
    ['measure', (life.content.measure ?? null) as Cell],
    ['category', life.category],
    ['grid', grids.get(life.grid ?? '') ?? null],
    ['urgency', life.urgency],
    ['state', life.state],
    ['publishedAt', at(life.publishedAt)],
    ['firstClaimedAt', at(life.firstClaimedAt)],
    ['promisedFor', at(life.promiseAt)?.slice(0, 10) ?? null],
    ['deliveredAt', at(life.deliveredAt)],
    ['confirmedAt', at(life.confirmedAt)],
    ['endedAt', at(life.endedAt)],
    ['unit', units.get(life.unit ?? '') ?? null],
    ['handedBack', life.rounds.filter(({ wasGivenBack }) => wasGivenBack).length],
    ['reopened', life.reopened],
  ])
}

const ofTheTitle = ['item', 'quantity', 'measure']
const times = ['publishedAt', 'firstClaimedAt', 'deliveredAt', 'confirmedAt', 'endedAt']
/** What a file says in words stands elsewhere in codes; the words are not the recount's. */
const inWords = ['item', 'measure', 'category', 'urgency', 'unit', 'grid']

const inCsv = (facts: Facts, place: Place): Facts => spoken(facts, place, (time) => time.slice(0, 16).replace('T', ' '))
/** The reader of workbooks gives the day of a time. */
const inXlsx = (facts: Facts, place: Place): Facts => spoken(facts, place, (time) => time.slice(0, 10))

const spoken = (facts: Facts, { stateName }: Place, asTime: (time: string) => string): Facts =>
  new Map(
    [...facts]
      .filter(([key]) => !inWords.includes(key))
      .map(([key, value]) => {
        if (key === 'state') return [key, stateName(String(value))]
        return [key, value === null ? '' : times.includes(key) ? asTime(String(value)) : String(value)]
      }),
  )

const cellFaults = (life: Life, kind: string, facts: Facts, there: (key: string) => Cell | undefined) =>
  [...facts].flatMap(([key, value]) => {
    const shown = there(key) ?? null
    // The consent to show it was taken back: the ledger names its category alone, which the events do not tell.
    if (ofTheTitle.includes(key) && !there('quantity') && !shown) return []
    const isTime = kind === 'json' && times.includes(key) && typeof shown === 'string'
    return different(`${life.code} ${key}`, `ledger.${kind}`, value, isTime ? shown.slice(0, 19) : shown)
  })

const different = (what: string, where: string, events: Cell, shown: Cell): readonly Fault[] =>
  events === shown ? [] : [{ what, where, events: String(events ?? '—'), shown: String(shown ?? '—') }]

/** 2026-11-07T14:05:00 on the place's own clock. */
function localTime(seconds: number, zone: string): string {
  const two = '2-digit'
  const clock = { hour: two, minute: two, second: two, hourCycle: 'h23' } as const
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: two, day: two, ...clock })
  return format.format(seconds * 1000).replace(', ', 'T')
}
