import { isItemId } from '#domain/catalogue/catalogue.ts'
import type { ListKind } from '#domain/lists/headings.ts'
import type { Skipped } from '#domain/lists/lines.ts'
import { type About, type Check, isSameDoubt } from '#domain/lists/preview.ts'
import { type Doubt, type Problem, tell } from '#domain/lists/problems.ts'
import type { NeedRow, RollRow } from '#domain/lists/rows.ts'
import type { Text } from '#text/text.ts'

type Row = { readonly row: NeedRow | RollRow; readonly checks: readonly Check[] }

/**
 * Everything there is to say about a row, what keeps it out first; for the page and for the command. What is said of all rows
 * above them is not said again.
 */
export function saidOf({ row, checks }: Row, text: Text, saidOfAll: readonly Doubt[] = []): readonly string[] {
  const { problems, doubts } = text.doubts
  const isAlready = checks.some(({ code }) => code === 'already' || code === 'on-the-roll')
  if (isAlready) return checks.flatMap((check) => (isLoud(check) ? [sayCheck(check, text)] : []))
  return [
    ...row.errors.map((problem) => tell<Problem>(problems, problem)),
    ...checks.filter(isLoud).map((check) => sayCheck(check, text)),
    ...row.doubts
      .filter((doubt) => !saidOfAll.some((one) => isSameDoubt(one, doubt)))
      .map((doubt) => tell<Doubt>(doubts, doubt)),
    ...checks.filter((check) => !isLoud(check)).map((check) => sayCheck(check, text)),
  ]
}

const isLoud = ({ code }: Check): boolean => code !== 'known-resident' && code !== 'file-grid' && code !== 'has-account'

function sayCheck(check: Check, { imports, time }: Text): string {
  const words = imports.check
  switch (check.code) {
    case 'already':
      return words.already(time.day(check.on), check.wishCode)
    case 'not-your-grid':
      return words.notYourGrid(check.grid)
    case 'repeat':
      return words.repeat(time.day(check.on), check.wishCode, check.days)
    case 'same-home':
      return words.sameHome(check.line)
    case 'file-grid':
      return words.fileGrid(check.grid)
    case 'known-resident':
      return words.knownResident
    case 'on-the-roll':
      return words.onTheRoll
    case 'other-name':
      return words.otherName
    case 'has-account':
      return words.hasAccount
  }
}

/** How the file was read: which column is what, and everything that was left out. None of it is folded away. */
export function howRead(
  about: About,
  kind: ListKind,
  saidOfAll: readonly Doubt[],
  text: Text,
): { readonly columns: readonly string[]; readonly left: readonly string[] } {
  const { doubts } = text
  const skipped = [...new Set(about.skipped.map(({ why }) => why))]
  return {
    columns: about.headings.map(({ heading, key, isChosen }) => doubts.readAs(heading, kind, key, isChosen)),
    left: [
      ...saidOfAll.map((doubt) => doubts.everyRow(tell<Doubt>(doubts.doubts, doubt))),
      ...about.left.map(({ name, why }) => doubts.sheetLeft(name, why)),
      ...(about.hidden.length > 0 ? [doubts.hiddenRows(inRuns(about.hidden, text))] : []),
      ...(about.numbersCut > 0 ? [doubts.numbersCut(about.numbersCut)] : []),
      ...about.notTaken.map(({ heading, why }) => doubts.notTaken(heading, why)),
      ...about.unused.map(({ heading, why }) => doubts.unused(heading, why)),
      ...skipped.map((why) => doubts.linesSkipped(inRuns(linesSkipped(about.skipped, why), text), why)),
    ],
  }
}

const linesSkipped = (skipped: readonly Skipped[], why: Skipped['why']): readonly number[] =>
  skipped.filter((one) => one.why === why).map(({ line }) => line)

/** 3, 4, 5, 9 → 3–5、9. */
function inRuns(lines: readonly number[], { doubts }: Text): string {
  const sorted = lines.toSorted((one, other) => one - other)
  const starts = sorted.filter((line, at) => line !== (sorted[at - 1] ?? -1) + 1)
  const ends = sorted.filter((line, at) => line !== (sorted[at + 1] ?? -1) - 1)
  const runs = starts.map((first, at) => [first, ends[at] ?? first] as const)
  return doubts.listed(runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)))
}

/** What is wished, how many, for how much and how soon. */
export function wishOf({ wish, quantity, measure, valueFen, urgency }: NeedRow, text: Text): readonly string[] {
  const { catalogue, card, words } = text
  const name = isItemId(wish.item) ? catalogue.items[wish.item].name : wish.text || text.imports.preview.noWish
  return [
    `${name} ${catalogue.amount(quantity, measure)}`,
    ...(wish.specification ? [wish.specification] : []),
    ...(valueFen === null ? [] : [card.yuan(String(valueFen / 100))]),
    words.urgency[urgency],
  ]
}

/** Who is meant, as the list says it. `gridName` is the community's own name of the grid, where it is known. */
export function whoIs(row: NeedRow, gridName: string | null, text: Text): readonly string[] {
  const { preview } = text.imports
  return [
    gridName ?? (row.gridName || preview.noGrid),
    text.card.addressOf(row.address) || row.address.raw || preview.noAddress,
    row.phones.join(' / ') || preview.noPhone,
    ...(row.ageBand && row.ageBand !== 'under14' ? [text.words.ageBand[row.ageBand]] : []),
    text.words.source[row.source],
  ]
}

export function volunteerIs(row: RollRow, text: Text): readonly string[] {
  const { strengths, freeTimes } = text.people
  return [
    row.unit || text.imports.preview.noUnit,
    row.phone ?? text.imports.preview.noPhone,
    ...(row.branch ? [row.branch] : []),
    ...row.strengths.map((code) => strengths[code]),
    ...row.freeTimes.map((code) => freeTimes[code]),
  ]
}
