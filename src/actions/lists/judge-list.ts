import { registerOf } from '#actions/event-log.ts'
import type { Community, Grid } from '#db/community/area-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { accountsWith, type Mark, marksOf, residentsNamed, type Wished, wishedSince } from '#db/lists/list-rows.ts'
import type { Resident } from '#db/residents/resident-rows.ts'
import { versionNow } from '#db/store/version-of.ts'
import type { DifferenceKind } from '#domain/lists/file-facts.ts'
import { gridOf } from '#domain/lists/grid-names.ts'
import { type Check, type Draft, type Standing, type StoredRow, standingOf } from '#domain/lists/preview.ts'
import type { Doubt } from '#domain/lists/problems.ts'
import { factsOf, lineOf, markRepeatedVolunteers, markRepeats, nthOfText } from '#domain/lists/repeats.ts'
import type { NeedRow, RollRow } from '#domain/lists/rows.ts'
import { whetherSame, whoIsMeant } from '#domain/lists/same-person.ts'
import { addressKey, isComplete, isSameAddress } from '#domain/reading/addresses.ts'
import type { Item } from '#domain/reading/items.ts'
import { isSameName, nameKey } from '#domain/reading/names.ts'
import { day } from '#domain/time/durations.ts'
import { type Before, daysOfYear, odditiesOf, thingOf, yearOf } from '#domain/wish/oddities.ts'
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
  Standing & {
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
function marked<R>(kept: readonly StoredRow<R>[], mark: (rows: readonly R[]) => readonly R[]): readonly StoredRow<R>[] {
  const open = kept.filter(({ choice }) => choice !== 'skip')
  const rows = mark(open.map(({ row }) => row))
  const fresh = new Map(open.map((one, at) => [one, rows[at] ?? one.row]))
  return kept.map((one) => ({ ...one, row: fresh.get(one) ?? one.row }))
}

async function judgeNeeds(
  { store, config, now }: Services,
  place: ImportPlace,
  listed: readonly StoredRow<NeedRow>[],
  period: string | null,
): Promise<readonly JudgedNeed[]> {
  const { db } = store
  const { community, grids, ownGridIds } = place
  const { rules } = await rulesToday(db, community, now())
  const since = new Date(now().getTime() - rules.repeatDays * day)
  const prints = printsOfAll(config.secret, listed, period)
  const marks = await marksOf(db, community.id, prints.flat())
  const doneOf = prints.map((own) => own.map((print) => marks.get(print)).find((mark) => isDone(mark, period, since)))
  // Read before the files, so that a later change to them is noticed at the import.
  const version = await versionNow(db, { stream: registerOf(community.id), actions: [] })
  const named = await residentsNamed(db, community.id, [...new Set(listed.map(({ row }) => nameKey(row.name)))])
  const ofYear = await wishedSince(db, community.id, new Date(now().getTime() - daysOfYear * 24 * 3600 * 1000))
  const wished = ofYear.filter(({ on }) => on > since)
  const meant = whoIsMeant(
    listed.flatMap(({ row, choice, who }, index) =>
      choice === 'skip' || doneOf[index] ? [] : [lineOf(row, index, who ?? null)],
    ),
    named.map((file) => ({ id: file.id, name: file.name, phones: file.phones, homes: [file] })),
  )
  const personAt = new Map(listed.map((one, index) => [one.row, meant.get(index)?.person ?? '']))
  const kept = marked(listed, (rows) =>
    markRepeats(
      rows,
      rows.map((row) => personAt.get(row) ?? ''),
    ),
  )
  const names = grids.map(({ name }) => name)
  const gridIn = (written: string) => grids.find(({ name }) => name === gridOf(written, names)) ?? null
  const homes = new Map<string, number>()
  const listedAt = new Map<string, Before[]>()
  const known = new Map<string, Known>()

  return kept.map((one, index) => {
    const { row, choice, reason } = one
    const listedGrid = gridIn(row.gridName)
    const whose = meant.get(index) ?? null
    const person = whose?.person ?? `row-${index}`
    const resident = named.find(({ id }) => person === `file-${id}`) ?? sameOnFile(row, doneOf[index], named)
    const before = known.get(person) ?? (resident ? { facts: resident, gridId: resident.gridId, line: null } : null)
    const grid = grids.find(({ id }) => id === before?.gridId) ?? listedGrid
    const doubts =
      row.gridName && !listedGrid && !grid
        ? [{ code: 'unknown-grid' as const, written: row.gridName }, ...row.doubts]
        : row.doubts
    const own = { ...row, doubts: doubts.filter((doubt) => !isSettled(doubt, grid, resident)) }
    const done = doneOf[index]
    const wishedBefore = wished.find((wish) => isSameThing(wish, row) && isSameHome(wish, row, resident))
    const home = homeKey(row)
    const thing = { itemId: row.wish.item, category: 'goods' as const, words: row.wish.text, quantity: row.quantity }
    const item = thingOf(thing)
    const yearHere = item ? ofYear.filter((wish) => isGiven(wish) && isSameHome(wish, row, resident)) : []
    const often = oftenIn(item, thing, [...yearHere, ...(home === null ? [] : (listedAt.get(home) ?? []))])
    const isTwice = row.errors.some(({ code }) => code === 'duplicate-in-file')
    const earlier = home === null ? undefined : homes.get(home)
    const isOwn = grid !== null && ownGridIds.includes(grid.id)
    const differs = before && isOwn && !done && !whoWaits(whose) ? differsFrom(before, one, config.secret) : null
    const checks: Check[] = [
      ...(done ? [{ code: 'already' as const, on: done.latest, wishCode: done.wishCode }] : []),
      ...(grid && !isOwn ? [{ code: 'not-your-grid' as const, grid: grid.name }] : []),
      ...whoChecks(whose, index, { listed, named, grids, ownGridIds, gridIn }),
      ...(wishedBefore && !done
        ? [{ code: 'repeat' as const, on: wishedBefore.on, wishCode: wishedBefore.code, days: rules.repeatDays }]
        : []),
      ...(earlier !== undefined && !isTwice && !wishedBefore && !done
        ? [{ code: 'same-home' as const, line: earlier }]
        : []),
      ...(often && !isTwice && !done ? [often] : []),
      ...(differs?.check ? [differs.check] : []),
      ...(before && listedGrid && grid && grid.id !== listedGrid.id
        ? [{ code: 'file-grid' as const, grid: grid.name, line: before.line }]
        : []),
      ...(resident ? [{ code: 'known-resident' as const }] : []),
    ]
    const standing = standingOf({ row: own, checks, choice, reason })
    const takes = differs?.takes ?? []
    if (home !== null && earlier === undefined && standing.isTaken) homes.set(home, row.line)
    if (home !== null && standing.isTaken) listedAt.set(home, [...(listedAt.get(home) ?? []), thing])
    if (standing.isTaken) known.set(person, knownWith(before, row, { takes, gridId: grid?.id ?? '', differs }))
    const counted = timesOf(prints[index] ?? [], marks)
    return {
      ...{ kind: 'needs', ...one, row: own, index, checks, ...standing, prints: counted },
      ...{ grid, resident, person, takes, version },
    }
  })
}

function printsOfAll(
  secret: string,
  kept: readonly StoredRow<NeedRow | RollRow>[],
  period: string | null,
): readonly (readonly string[])[] {
  const nth = nthOfText(kept.map(({ row }) => row))
  return kept.map((one, at) => printsOf(one, printOf(secret, one.row, period, nth[at] ?? 0)))
}

/** A row that was imported before is shown with its file, if that is certain; nothing is asked about it. */
const sameOnFile = (row: NeedRow, done: Mark | undefined, named: readonly Resident[]): Resident | null =>
  (done && named.find((file) => whetherSame(factsOf(row), { ...file, homes: [file] }) === 'same')) ?? null

async function judgeRoll(
  { store, config }: Services,
  { community }: ImportPlace,
  kept: readonly StoredRow<RollRow>[],
  period: string | null,
): Promise<readonly JudgedVolunteer[]> {
  const prints = printsOfAll(config.secret, kept, period)
  const marks = await marksOf(store.db, community.id, prints.flat())
  const phones = kept.flatMap(({ row }) => row.phone ?? [])
  const accounts = await accountsWith(store.db, community.id, phones)
  return kept.map((one, index) => {
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
    return { kind: 'roll', ...one, index, checks, ...standingOf({ ...one, checks }), prints: counted }
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
