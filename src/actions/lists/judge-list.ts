import type { Community, Grid } from '#db/community/area-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { accountsWith, type Mark, marksOf, residentsNamed, type Wished, wishedSince } from '#db/lists/list-rows.ts'
import type { Resident } from '#db/residents/resident-rows.ts'
import { gridOf } from '#domain/lists/grid-names.ts'
import {
  type Check,
  type Draft,
  isSamePerson,
  type Standing,
  type StoredRow,
  standingOf,
} from '#domain/lists/preview.ts'
import type { Doubt } from '#domain/lists/problems.ts'
import { markRepeatedVolunteers, markRepeats } from '#domain/lists/repeats.ts'
import type { NeedRow, RollRow } from '#domain/lists/rows.ts'
import { addressKey, isComplete, isSameAddress } from '#domain/reading/addresses.ts'
import { isSameName, nameKey } from '#domain/reading/names.ts'
import type { Services } from '#src/services.ts'
import { printOf } from './read-list.ts'

/** Where a list is imported, and the grids of it that are the importer's own: all for a secretary. */
export type ImportPlace = {
  readonly community: Community
  readonly grids: readonly Grid[]
  readonly ownGridIds: readonly string[]
}

type Judged<R> = StoredRow<R> &
  Standing & {
    readonly index: number
    readonly checks: readonly Check[]
    /** Fingerprints that are marked when the row is taken; `nth` is how often each has been taken before. */
    readonly prints: readonly { readonly print: string; readonly nth: number }[]
  }
export type JudgedNeed = Judged<NeedRow> & {
  readonly kind: 'needs'
  readonly grid: Grid | null
  readonly resident: Resident | null
}
export type JudgedVolunteer = Judged<RollRow> & { readonly kind: 'roll' }
export type JudgedRow = JudgedNeed | JudgedVolunteer

/** Every row of a preview as it stands now: against the rest of the list and against what the community has. */
export async function judge(services: Services, place: ImportPlace, draft: Draft): Promise<readonly JudgedRow[]> {
  return draft.kind === 'needs'
    ? judgeNeeds(services, place, marked(draft.rows, markRepeats), draft.period)
    : judgeRoll(services, place, marked(draft.rows, markRepeatedVolunteers), draft.period)
}

/** Skipped rows release the other line of a pair, so they are left out of the comparison. */
function marked<R>(kept: readonly StoredRow<R>[], mark: (rows: readonly R[]) => readonly R[]): readonly StoredRow<R>[] {
  const open = kept.filter(({ choice }) => choice !== 'skip')
  const rows = mark(open.map(({ row }) => row))
  const fresh = new Map(open.map((one, at) => [one, rows[at] ?? one.row]))
  return kept.map((one) => ({ ...one, row: fresh.get(one) ?? one.row }))
}

async function judgeNeeds(
  { store, config, now }: Services,
  place: ImportPlace,
  kept: readonly StoredRow<NeedRow>[],
  period: string | null,
): Promise<readonly JudgedNeed[]> {
  const { db } = store
  const { community, grids, ownGridIds } = place
  const { rules } = await rulesToday(db, community, now())
  const since = new Date(now().getTime() - rules.repeatDays * 24 * 3600 * 1000)
  const prints = kept.map((one) => printsOf(one, printOf(config.secret, one.row, period)))
  const marks = await marksOf(db, community.id, prints.flat())
  const named = await residentsNamed(db, community.id, [...new Set(kept.map(({ row }) => nameKey(row.name)))])
  const wished = await wishedSince(db, community.id, since)
  const names = grids.map(({ name }) => name)
  const homes = new Map<string, number>()

  return kept.map((one, index) => {
    const { row, choice, reason } = one
    const written = gridOf(row.gridName, names)
    const listed = grids.find(({ name }) => name === written) ?? null
    const resident = named.find((other) => isSamePerson(whoOf(row, listed), other)) ?? null
    const grid = grids.find(({ id }) => id === resident?.gridId) ?? listed
    const doubts =
      row.gridName && !listed && !grid
        ? [{ code: 'unknown-grid' as const, written: row.gridName }, ...row.doubts]
        : row.doubts
    const own = { ...row, doubts: doubts.filter((doubt) => !isSettled(doubt, grid, resident)) }
    const done = (prints[index] ?? []).map((print) => marks.get(print)).find((mark) => isDone(mark, period, since))
    const before = wished.find((wish) => isSameThing(wish, row) && isSameHome(wish, row, resident))
    const home = homeKey(row)
    const isTwice = row.errors.some(({ code }) => code === 'duplicate-in-file')
    const earlier = home === null ? undefined : homes.get(home)
    const checks: Check[] = [
      ...(done ? [{ code: 'already' as const, on: done.latest, wishCode: done.wishCode }] : []),
      ...(grid && !ownGridIds.includes(grid.id) ? [{ code: 'not-your-grid' as const, grid: grid.name }] : []),
      ...(before && !done
        ? [{ code: 'repeat' as const, on: before.on, wishCode: before.code, days: rules.repeatDays }]
        : []),
      ...(earlier !== undefined && !isTwice && !before && !done ? [{ code: 'same-home' as const, line: earlier }] : []),
      ...(resident && listed && grid && grid.id !== listed.id ? [{ code: 'file-grid' as const, grid: grid.name }] : []),
      ...(resident ? [{ code: 'known-resident' as const }] : []),
    ]
    const standing = standingOf({ row: own, checks, choice, reason })
    if (home !== null && earlier === undefined && standing.isTaken) homes.set(home, row.line)
    const counted = timesOf(prints[index] ?? [], marks)
    return { kind: 'needs', ...one, row: own, index, checks, ...standing, prints: counted, grid, resident }
  })
}

async function judgeRoll(
  { store, config }: Services,
  { community }: ImportPlace,
  kept: readonly StoredRow<RollRow>[],
  period: string | null,
): Promise<readonly JudgedVolunteer[]> {
  const prints = kept.map((one) => printsOf(one, printOf(config.secret, one.row, period)))
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

/** What the list leaves open and the resident's file, or the grid found there, says. */
function isSettled({ code }: Doubt, grid: Grid | null, resident: Resident | null): boolean {
  if (code === 'no-grid') return grid !== null
  if (code === 'no-phone') return resident !== null && resident.phones.length > 0
  if (code === 'age-missing' || code === 'age-unread') return resident !== null && resident.ageBand !== null
  return (code === 'no-address' || code === 'address-incomplete') && resident !== null && isComplete(resident)
}

/** As mended, and as it stood in the file: the unmended file must not bring it a second time. */
const printsOf = ({ origin }: StoredRow<unknown>, print: string): readonly string[] => [
  ...new Set([print, origin].filter(Boolean)),
]

const timesOf = (prints: readonly string[], marks: ReadonlyMap<string, Mark>) =>
  prints.map((print) => ({ print, nth: marks.get(print)?.times ?? 0 }))

/** A list of a month comes once; one without a month may return when the repeat period is over. */
const isDone = (mark: Mark | undefined, period: string | null, since: Date): mark is Mark =>
  mark !== undefined && (period !== null || mark.latest > since)

/** By what a resident is known again: name, phones and the door, in the grid that the row names. */
export const whoOf = (row: NeedRow, grid: Grid | null) => {
  const { place, building, unit, door } = row.address
  return { name: row.name, phones: row.phones, gridId: grid?.id ?? null, place, building, unit, door }
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
