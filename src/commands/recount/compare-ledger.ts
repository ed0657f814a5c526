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

/** Compares the public ledger's three files with the recounted wishes, cell by cell. */
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

/** In the order of docs/open-data.md. */
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
  'claimedAt',
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
    ['claimedAt', at(isClaimed.includes(life.state) ? (life.rounds.at(-1)?.claimedAt ?? null) : null)],
    ['promisedFor', at(life.promiseAt)?.slice(0, 10) ?? null],
    ['deliveredAt', at(life.deliveredAt)],
    ['confirmedAt', at(life.confirmedAt)],
    ['endedAt', at(life.endedAt)],
    ['unit', units.get(life.unit ?? '') ?? null],
    ['handedBack', life.rounds.filter(({ wasGivenBack }) => wasGivenBack).length],
    ['reopened', life.reopened],
  ])
}

/** In these states the wish is its last claimant's. */
const isClaimed = ['claimed', 'delivered', 'unconfirmed', 'fulfilled']
const ofTheTitle = ['item', 'quantity', 'measure']
const times = ['publishedAt', 'firstClaimedAt', 'claimedAt', 'deliveredAt', 'confirmedAt', 'endedAt']
/** Columns with words; another column has the code for each. The recount does not check words. */
const inWords = ['item', 'measure', 'category', 'urgency', 'unit', 'grid']

const inCsv = (facts: Facts, place: Place): Facts => spoken(facts, place, (time) => time.slice(0, 16).replace('T', ' '))
/** The workbook reader returns only the day of a time. */
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
    // The consent to show the title was withdrawn: the ledger shows the category only, and the events do not contain
    // this.
    if (ofTheTitle.includes(key) && !there('quantity') && !shown) return []
    const isTime = kind === 'json' && times.includes(key) && typeof shown === 'string'
    return different(`${life.code} ${key}`, `ledger.${kind}`, value, isTime ? shown.slice(0, 19) : shown)
  })

const different = (what: string, where: string, events: Cell, shown: Cell): readonly Fault[] =>
  events === shown ? [] : [{ what, where, events: String(events ?? '—'), shown: String(shown ?? '—') }]

/** 2026-11-07T14:05:00 in the community's own time. */
function localTime(seconds: number, zone: string): string {
  const two = '2-digit'
  const clock = { hour: two, minute: two, second: two, hourCycle: 'h23' } as const
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: two, day: two, ...clock })
  return format.format(seconds * 1000).replace(', ', 'T')
}
