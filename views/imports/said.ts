import { isItemId } from '#domain/catalogue.ts'
import type { Check } from '#domain/import/preview.ts'
import { type Doubt, type Problem, tell } from '#domain/import/problems.ts'
import type { NeedRow, RollRow } from '#domain/import/rows.ts'
import type { Text } from '#text/text.ts'

type Row = { readonly row: NeedRow | RollRow; readonly checks: readonly Check[] }

/** Everything there is to say about a row, what keeps it out first; for the page and for the command. */
export function saidOf({ row, checks }: Row, text: Text): readonly string[] {
  const { problems, doubts } = text.doubts
  const isAlready = checks.some(({ code }) => code === 'already' || code === 'on-the-roll')
  if (isAlready) return checks.flatMap((check) => (isLoud(check) ? [sayCheck(check, text)] : []))
  return [
    ...row.errors.map((problem) => tell<Problem>(problems, problem)),
    ...checks.filter(isLoud).map((check) => sayCheck(check, text)),
    ...row.doubts.map((doubt) => tell<Doubt>(doubts, doubt)),
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
  const { building, unit, door, raw } = row.address
  return [
    gridName ?? (row.gridName || preview.noGrid),
    text.card.addressOf(building, unit, door) || raw || preview.noAddress,
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
