import { isItemId } from '#domain/catalogue/catalogue.ts'
import type { Difference } from '#domain/lists/file-facts.ts'
import type { ListKind } from '#domain/lists/headings.ts'
import type { Skipped } from '#domain/lists/lines.ts'
import { type Candidate, type Check, isSameDoubt } from '#domain/lists/preview.ts'
import { type Doubt, type Problem, tell } from '#domain/lists/problems.ts'
import type { NeedRow, RollRow } from '#domain/lists/rows.ts'
import type { About } from '#domain/lists/understand.ts'
import type { Text } from '#text/text.ts'

type Row = { readonly row: NeedRow | RollRow; readonly checks: readonly Check[] }

/**
 * All sentences about a row, for the page and the command; what excludes the row comes first. Sentences that apply to
 * all rows are shown above them and not repeated.
 */
export function saidOf({ row, checks }: Row, text: Text, saidOfAll: readonly Doubt[] = []): readonly string[] {
  const { problems, doubts } = text.doubts
  const isAlready = checks.some(({ code }) => code === 'already' || code === 'on-the-roll')
  if (isAlready) return checks.flatMap((check) => (isLoud(check) ? sayCheck(check, text) : []))
  return [
    ...row.errors.map((problem) => tell<Problem>(problems, problem)),
    ...checks.filter(isLoud).flatMap((check) => sayCheck(check, text)),
    ...row.doubts
      .filter((doubt) => !saidOfAll.some((one) => isSameDoubt(one, doubt)))
      .map((doubt) => tell<Doubt>(doubts, doubt)),
    ...checks.filter((check) => !isLoud(check)).flatMap((check) => sayCheck(check, text)),
  ]
}

const isLoud = ({ code }: Check): boolean => code !== 'known-resident' && code !== 'file-grid' && code !== 'has-account'

function sayCheck(check: Check, text: Text): readonly string[] {
  const { imports, time } = text
  const words = imports.check
  switch (check.code) {
    case 'already':
      return [words.already(time.day(check.on), check.wishCode)]
    case 'not-your-grid':
      return [words.notYourGrid(check.grid)]
    case 'repeat':
      return [words.repeat(time.day(check.on), check.wishCode, check.days)]
    case 'often':
      return [words.often(text.oddities.say(check))]
    case 'same-home':
      return [words.sameHome(check.line)]
    case 'file-grid':
      return [words.fileGrid(check.grid, check.line)]
    case 'known-resident':
      return [words.knownResident]
    case 'on-the-roll':
      return [words.onTheRoll]
    case 'other-name':
      return [words.otherName]
    case 'has-account':
      return [words.hasAccount]
    case 'who':
      return [whoAsked(check, text), ...check.candidates.map((one) => candidateIs(one, text))]
    case 'waits-for':
      return [imports.who.waits(check.line)]
    case 'differs':
      return [differsAsked(check, text), ...check.differences.flatMap((one) => differenceIs(one, text))]
  }
}

type WhoCheck = Extract<Check, { code: 'who' }>
export type DiffersCheck = Extract<Check, { code: 'differs' }>

/** The question whose row it is, or its answer. */
export function whoAsked({ candidates, answer }: WhoCheck, { imports }: Text): string {
  const { who } = imports
  if (answer === 'new') return who.saidOther
  const said = candidates.find(({ key }) => key === answer)
  if (said) return who.saidSame(said.line)
  const [only, ...others] = candidates
  if (!only || others.length > 0) return who.isOneOf
  return only.line === null ? who.isOnFile : who.isLine(only.line)
}

export function candidateIs({ line, name, grid, where, phoneEnds }: Candidate, text: Text): string {
  const { who, preview } = text.imports
  const facts = where
    ? [text.card.addressOf(where) || preview.noAddress, ...phoneEnds.map((end) => who.phoneEnd(end))]
    : [who.otherGrid]
  return who.candidate(line, [name, grid || preview.noGrid, ...facts].join(' · '))
}

export function differsAsked({ from, take, isOptional }: DiffersCheck, { imports, doubts }: Text): string {
  const { differs } = imports
  if (take !== null)
    return take.length > 0 ? differs.said(doubts.listed(take.map((kind) => differs.what[kind]))) : differs.saidNone
  if (from !== 'file') return differs.fromLine(from.line)
  return isOptional ? differs.addsToFile : differs.fromFile
}

/** The value in the file and the one in the list; numbers that do not fit have a sentence of their own. */
export function differenceIs(difference: Difference, text: Text): readonly string[] {
  const { differs } = text.imports
  const what = differs.what[difference.kind]
  const said = (was: string, now: string) => [
    difference.adds ? differs.add(what, now) : differs.change(what, was || differs.nothing, now),
  ]
  switch (difference.kind) {
    case 'address':
      return said(text.card.addressOf(difference.was), text.card.addressOf(difference.now))
    case 'age':
      return said(difference.was ? text.words.ageBand[difference.was] : '', text.words.ageBand[difference.now])
    case 'phones': {
      const { now, over } = difference
      return [
        ...(now.length > 0 ? said('', now.join(' / ')) : []),
        ...(over.length > 0 ? [differs.over(over.join(' / '))] : []),
      ]
    }
  }
}

/** How the file was read: the meaning of each column, and everything that was left out. None of it is folded away. */
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

/** What is wished for, how many, at what value and how urgently. */
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

/** The person as the list describes them. `gridName` is the community's own name of the grid, if it is known. */
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
