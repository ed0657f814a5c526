import { registerOf } from '#actions/event-log.ts'
import type { Community, Grid } from '#db/community/area-rows.ts'
import { listedBuildings } from '#db/community/building-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { accountsWith, type Mark, marksOf, residentsNamed, type Wished, wishedSince } from '#db/lists/list-rows.ts'
import type { Resident } from '#db/residents/resident-rows.ts'
import { versionNow } from '#db/store/version-of.ts'
import type { DifferenceKind } from '#domain/lists/file-facts.ts'
import { gridOf } from '#domain/lists/grid-names.ts'
import { type Check, type Draft, type RowStatus, type StoredRow, statusOfRow } from '#domain/lists/preview.ts'
import type { Doubt } from '#domain/lists/problems.ts'
import { factsOf, lineOf, markRepeatedVolunteers, markRepeats, nthOfText } from '#domain/lists/repeats.ts'
import type { NeedRow, RollRow } from '#domain/lists/rows.ts'
import { type WhoIs, whetherSame, whoIsMeant } from '#domain/lists/same-person.ts'
import { gridFinder } from '#domain/places/grid-buildings.ts'
import { addressKey, isComplete, isSameAddress } from '#domain/reading/addresses.ts'
import type { Item } from '#domain/reading/items.ts'
import { isSameName, nameKey } from '#domain/reading/names.ts'
import { day } from '#domain/time/durations.ts'
import { type Before, daysOfYear, odditiesOf, thingOf, yearOf } from '#domain/wish/notes/oddities.ts'
import type { Services } from '#src/services.ts'
import { differsFrom, type Known, knownWith, whoChecks, whoWaits } from './judge-person.ts'
import { printOf } from './read-list.ts'

/** Where a list is imported, with the importer's own grids there; for a secretary, all grids. */
export type ImportPlace = {
  readonly community: Community
  readonly grids: readonly Grid[]
  readonly ownGridIds: readonly string[]
}

type Judged<R> = StoredRow<R> &
  RowStatus & {
    readonly index: number
    readonly checks: readonly Check[]
    /** Fingerprints that are marked when the row is imported; `nth` is how often each was imported before. */
    readonly prints: readonly { readonly print: string; readonly nth: number }[]
  }
export type JudgedNeed = Judged<NeedRow> & {
  readonly kind: 'needs'
  readonly grid: Grid | null
  readonly resident: Resident | null
  /** The same for all lines about one person. */
  readonly person: string
  /** The differences that are taken over into the file. */
  readonly takes: readonly DifferenceKind[]
  /** The version of the register before the files were read: see `editedFile`. */
  readonly version: number
}
export type JudgedVolunteer = Judged<RollRow> & { readonly kind: 'roll' }
export type JudgedRow = JudgedNeed | JudgedVolunteer

/** Checks every row of a preview as it is now, against the rest of the list and the community's data. */
export async function judge(services: Services, place: ImportPlace, draft: Draft): Promise<readonly JudgedRow[]> {
  return draft.kind === 'needs'
    ? judgeNeeds(services, place, draft.rows, draft.period)
    : judgeRoll(services, place, marked(draft.rows, markRepeatedVolunteers), draft.period)
}

/** Skipped rows are left out of the comparison, so that the other line of a pair is free. */
function marked<R>(
  stored: readonly StoredRow<R>[],
  mark: (rows: readonly R[]) => readonly R[],
): readonly StoredRow<R>[] {
  const open = stored.filter(({ choice }) => choice !== 'skip')
  const rows = mark(open.map(({ row }) => row))
  const fresh = new Map(open.map((one, at) => [one, rows[at] ?? one.row]))
  return stored.map((one) => ({ ...one, row: fresh.get(one) ?? one.row }))
}

async function judgeNeeds(
  services: Services,
  place: ImportPlace,
  listed: readonly StoredRow<NeedRow>[],
  period: string | null,
): Promise<readonly JudgedNeed[]> {
  const known = await readFor(services, place, listed, period)
  const earlier: Earlier = { homes: new Map(), things: new Map(), people: new Map() }
  return withRepeats(listed, known.meant).map((one, index) => judgeNeed(one, index, known, earlier))
}

/** What is read once for all rows of a needs list. */
type Read = {
  readonly place: ImportPlace
  readonly listed: readonly StoredRow<NeedRow>[]
  readonly secret: string
  readonly repeatDays: number
  /** How far the register was before the files were read. */
  readonly version: number
  /** The files of everyone of one of the list's names. */
  readonly named: readonly Resident[]
  /** What was wished for in the community within the repeat period, and in the last year. */
  readonly wished: readonly Wished[]
  readonly ofYear: readonly Wished[]
  readonly meant: ReadonlyMap<number, WhoIs>
  /** By the index of the row: when it was brought in before, if it was. */
  readonly done: readonly (Mark | undefined)[]
  readonly prints: readonly JudgedNeed['prints'][]
  readonly gridIn: (written: string) => Grid | null
  /** By the buildings that the grids list. */
  readonly gridAt: (row: NeedRow) => Grid | null
}

async function readFor(
  { store: { db }, config, now }: Services,
  place: ImportPlace,
  listed: readonly StoredRow<NeedRow>[],
  period: string | null,
): Promise<Read> {
  const { community, grids } = place
  const { rules } = await rulesToday(db, community, now())
  const since = new Date(now().getTime() - rules.repeatDays * day)
  const prints = printsOfAll(config.secret, listed, period)
  const marks = await marksOf(db, community.id, prints.flat())
  const done = prints.map((own) => own.map((print) => marks.get(print)).find((mark) => isDone(mark, period, since)))
  // Read before the files, so that a later change to them is noticed at the import.
  const version = await versionNow(db, { stream: registerOf(community.id), actions: [] })
  const named = await residentsNamed(db, community.id, [...new Set(listed.map(({ row }) => nameKey(row.name)))])
  const ofYear = await wishedSince(db, community.id, new Date(now().getTime() - daysOfYear * day))
  const lines = listed.flatMap(({ row, choice, who }, index) =>
    choice === 'skip' || done[index] ? [] : [lineOf(row, index, who ?? null)],
  )
  const files = named.map((file) => ({ id: file.id, name: file.name, phones: file.phones, homes: [file] }))
  const names = grids.map(({ name }) => name)
  const listedGrid = gridFinder(await listedBuildings(db, community.id))
  return {
    place,
    listed,
    secret: config.secret,
    repeatDays: rules.repeatDays,
    version,
    named,
    wished: ofYear.filter(({ on }) => on > since),
    ofYear,
    meant: whoIsMeant(lines, files),
    done,
    prints: prints.map((own) => timesOf(own, marks)),
    gridIn: (written) => grids.find(({ name }) => name === gridOf(written, names)) ?? null,
    gridAt: (row) => grids.find(({ id }) => id === listedGrid(row.address)) ?? null,
  }
}

/** The rows with those of them marked that one person has twice in the list. */
function withRepeats(listed: readonly StoredRow<NeedRow>[], meant: Read['meant']): readonly StoredRow<NeedRow>[] {
  const personOf = new Map(listed.map((one, index) => [one.row, meant.get(index)?.person ?? '']))
  const people = (rows: readonly NeedRow[]) => rows.map((row) => personOf.get(row) ?? '')
  return marked(listed, (rows) => markRepeats(rows, people(rows)))
}

/** What the rows judged so far leave for those that follow. */
type Earlier = {
  /** The first line for a home and an item. */
  readonly homes: Map<string, number>
  /** What the list has for a home. */
  readonly things: Map<string, readonly Before[]>
  readonly people: Map<string, Known>
}

function judgeNeed(one: StoredRow<NeedRow>, index: number, read: Read, earlier: Earlier): JudgedNeed {
  const { row, choice, reason } = one
  const about = aboutRow(one, index, read, earlier)
  const { resident, grid, before, person } = about
  const own = { ...row, doubts: doubtsLeft(row, about) }
  const checks = checksOf(about, index, read)
  const status = statusOfRow({ row: own, checks, choice, reason })
  const takes = about.differs?.takes ?? []
  if (status.isTaken) {
    const { home, sameHome, thing } = about
    if (home !== null && sameHome === undefined) earlier.homes.set(home, row.line)
    if (home !== null) earlier.things.set(home, [...(earlier.things.get(home) ?? []), thing])
    earlier.people.set(person, knownWith(before, row, { takes, gridId: grid?.id ?? '', differs: about.differs }))
  }
  return {
    kind: 'needs',
    ...one,
    row: own,
    index,
    checks,
    ...status,
    prints: read.prints[index] ?? [],
    grid,
    resident,
    person,
    takes,
    version: read.version,
  }
}

type About = ReturnType<typeof aboutRow>

/** Whose the row is, where that person lives, and what is known of them and of the same thing. */
function aboutRow(one: StoredRow<NeedRow>, index: number, read: Read, earlier: Earlier) {
  const { row } = one
  const { grids, ownGridIds } = read.place
  const whose = read.meant.get(index) ?? null
  const done = read.done[index]
  const person = whose?.person ?? `row-${index}`
  const resident = read.named.find(({ id }) => person === `file-${id}`) ?? sameOnFile(row, done, read.named)
  const before: Known | null =
    earlier.people.get(person) ?? (resident ? { facts: resident, gridId: resident.gridId, line: null } : null)
  const listedGrid = row.gridName === '' ? read.gridAt(row) : read.gridIn(row.gridName)
  const grid = grids.find(({ id }) => id === before?.gridId) ?? listedGrid
  const isOwn = grid !== null && ownGridIds.includes(grid.id)
  const home = homeKey(row)
  const thing = { itemId: row.wish.item, category: 'goods' as const, words: row.wish.text, quantity: row.quantity }
  const item = thingOf(thing)
  const yearHere = item ? read.ofYear.filter((wish) => isGiven(wish) && isSameHome(wish, row, resident)) : []
  const listedHere = home === null ? [] : (earlier.things.get(home) ?? [])
  return {
    row,
    whose,
    done,
    person,
    resident,
    before,
    listedGrid,
    grid,
    isOwn,
    differs: before && isOwn && !done && !whoWaits(whose) ? differsFrom(before, one, read.secret) : null,
    wishedBefore: read.wished.find((wish) => isSameThing(wish, row) && isSameHome(wish, row, resident)),
    home,
    thing,
    often: oftenIn(item, thing, [...yearHere, ...listedHere]),
    /** The earlier line for the same home and item. */
    sameHome: home === null ? undefined : earlier.homes.get(home),
  }
}

/** The row's own doubts that neither the resident's file nor its grid settles. */
function doubtsLeft({ gridName, doubts }: NeedRow, { listedGrid, grid, resident }: About): readonly Doubt[] {
  const isUnknown = gridName !== '' && !listedGrid && !grid
  const all: readonly Doubt[] = isUnknown ? [{ code: 'unknown-grid', written: gridName }, ...doubts] : doubts
  return all.filter((doubt) => !isSettled(doubt, grid, resident))
}

/** What the row meets in the community and in the rest of the list, in the order in which the page says it. */
function checksOf(about: About, index: number, read: Read): readonly Check[] {
  const { row, whose, done, resident, before, listedGrid, grid, isOwn, differs, wishedBefore, sameHome, often } = about
  const isTwice = row.errors.some(({ code }) => code === 'duplicate-in-file')
  const checks: Check[] = []
  if (done) checks.push({ code: 'already', on: done.latest, wishCode: done.wishCode })
  if (grid && !isOwn) checks.push({ code: 'not-your-grid', grid: grid.name })
  checks.push(
    ...whoChecks(whose, index, { ...read.place, listed: read.listed, named: read.named, gridIn: read.gridIn }),
  )
  if (wishedBefore && !done)
    checks.push({ code: 'repeat', on: wishedBefore.on, wishCode: wishedBefore.code, days: read.repeatDays })
  if (sameHome !== undefined && !isTwice && !wishedBefore && !done) checks.push({ code: 'same-home', line: sameHome })
  if (often && !isTwice && !done) checks.push(often)
  if (differs?.check) checks.push(differs.check)
  if (before && row.gridName !== '' && listedGrid && grid && grid.id !== listedGrid.id)
    checks.push({ code: 'file-grid', grid: grid.name, line: before.line })
  if (resident) checks.push({ code: 'known-resident' })
  return checks
}

function printsOfAll(
  secret: string,
  stored: readonly StoredRow<NeedRow | RollRow>[],
  period: string | null,
): readonly (readonly string[])[] {
  const nth = nthOfText(stored.map(({ row }) => row))
  return stored.map((one, at) => printsOf(one, printOf(secret, one.row, period, nth[at] ?? 0)))
}

/** A row that was imported before is shown with its file, if that is certain; nothing is asked about it. */
const sameOnFile = (row: NeedRow, done: Mark | undefined, named: readonly Resident[]): Resident | null =>
  (done && named.find((file) => whetherSame(factsOf(row), { ...file, homes: [file] }) === 'same')) ?? null

async function judgeRoll(
  { store, config }: Services,
  { community }: ImportPlace,
  stored: readonly StoredRow<RollRow>[],
  period: string | null,
): Promise<readonly JudgedVolunteer[]> {
  const prints = printsOfAll(config.secret, stored, period)
  const marks = await marksOf(store.db, community.id, prints.flat())
  const phones = stored.flatMap(({ row }) => row.phone ?? [])
  const accounts = await accountsWith(store.db, community.id, phones)
  return stored.map((one, index) => {
    const account = one.row.phone ? accounts.get(one.row.phone) : undefined
    const code = !account
      ? null
      : account.isListed
        ? 'on-the-roll'
        : isSameName(account.name, one.row.name)
          ? 'has-account'
          : 'other-name'
    const checks: Check[] = code ? [{ code }] : []
    const counted = timesOf(prints[index] ?? [], marks)
    return { kind: 'roll', ...one, index, checks, ...statusOfRow({ ...one, checks }), prints: counted }
  })
}

/** Whether the resident's file, or the grid found there, answers what the list leaves open. */
function isSettled({ code }: Doubt, grid: Grid | null, resident: Resident | null): boolean {
  if (code === 'no-grid') return grid !== null
  if (code === 'no-phone') return resident !== null && resident.phones.length > 0
  if (code === 'age-missing' || code === 'age-unread') return resident !== null && resident.ageBand !== null
  return (code === 'no-address' || code === 'address-incomplete') && resident !== null && isComplete(resident)
}

/** Both the corrected row and the row as in the file, so that the original file cannot import it a second time. */
const printsOf = ({ origin }: StoredRow<unknown>, print: string): readonly string[] => [
  ...new Set([print, origin].filter(Boolean)),
]

const timesOf = (prints: readonly string[], marks: ReadonlyMap<string, Mark>) =>
  prints.map((print) => ({ print, nth: marks.get(print)?.times ?? 0 }))

/** A row of a list with a month can be imported once; without a month, again after the repeat period. */
const isDone = (mark: Mark | undefined, period: string | null, since: Date): mark is Mark =>
  mark !== undefined && (period !== null || mark.latest > since)

/** What was handed to an office was not brought. */
const isGiven = ({ state }: Wished): boolean => state !== 'referred' && state !== 'answered'

function oftenIn(item: Item | null, { quantity }: Before, before: readonly Before[]): Check | null {
  const counted = { item, amounts: [], quantity, measure: item?.measure ?? 'piece', specification: '', valueFen: null }
  const found = odditiesOf(counted, { limitFen: Number.POSITIVE_INFINITY, year: yearOf(item, before) })
  return found.find((oddity) => oddity.code === 'often') ?? null
}

const isSameThing = (wish: Wished, { wish: { item, text } }: NeedRow): boolean =>
  item ? wish.itemId === item : wish.itemId === null && wish.words === text

function isSameHome(wish: Wished, { address }: NeedRow, resident: Resident | null): boolean {
  if (wish.residentId === resident?.id) return true
  return isSameAddress(wish, resident ?? address)
}

function homeKey({ address, wish: { item, text } }: NeedRow): string | null {
  return isComplete(address) && (item || text) ? JSON.stringify([addressKey(address), item ?? text]) : null
}
