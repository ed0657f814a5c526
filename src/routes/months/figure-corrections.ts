import type { SignedMonth } from '#db/months/month-rows.ts'
import { partsOf, shownOf } from '#domain/month/month-facts.ts'
import { isoIn, wallOf } from '#domain/time/zone.ts'
import type { Page as SheetPage } from '#files/write-xlsx.ts'
import type { C } from '#http/context.ts'
import { exact } from '#text/days.ts'
import { figureName, partName } from '#views/months/facts.ts'

/** Every correction of a month for programs, oldest first. Waits are in seconds; typed reasons are only for staff. */
export const correctionList = (signed: SignedMonth, zone: string) =>
  inside(signed).map(({ figure, oldValue, newValue, at, reason, publicReason }) => ({
    figure,
    old: oldValue,
    new: newValue,
    at: isoIn(at, zone),
    publicReason,
    ...(reason === null ? {} : { reason }),
  }))

/** The page of a workbook that lists every correction. */
export function correctionsPage(c: C, signed: SignedMonth, zone: string): SheetPage {
  const text = c.get('text')
  const { official } = text.months
  const { file } = text.sheets
  const words = (said: string) => (said ? { kind: 'text' as const, text: said } : null)
  const count = (number: number | null) => (number === null ? null : { kind: 'number' as const, number })
  const heads = [file.figure, file.part, official.old, official.corrected, official.when, official.reason]
  return {
    name: official.corrections,
    columns: heads.map((head, n) => ({ head, width: widths[n] ?? 12 })),
    rows: inside(signed).map(({ figure, oldValue, newValue, at, reason }) => [
      words(figureName(partsOf(figure).figure, text)),
      words(partName(partsOf(figure), signed.names, text)),
      count(shownOf(figure, oldValue)),
      count(shownOf(figure, newValue)),
      { kind: 'time' as const, wall: wallOf(at, zone) },
      words(reason ?? ''),
    ]),
  }
}

const widths = [34, 18, 10, 10, 18, 44]

/** For each corrected figure the text of its cell in a one-page table: when, from what, to what, why. */
export function correctionCells(signed: SignedMonth, zone: string): ReadonlyMap<string, string> {
  const cells = new Map<string, string>()
  for (const { figure, oldValue, newValue, at, reason } of inside(signed)) {
    const [old, now] = [shownOf(figure, oldValue) ?? '', shownOf(figure, newValue)]
    const line = `${exact(at, zone)} ${old}→${now}${reason === null ? '' : ` ${reason}`}`
    cells.set(figure, [cells.get(figure), line].filter(Boolean).join('; '))
  }
  return cells
}

/** The corrections with their typed reasons if the reader may see these, otherwise null. */
const inside = (signed: SignedMonth) =>
  signed.isInside
    ? signed.corrections
    : signed.corrections.map((correction) => ({ ...correction, reason: null as string | null }))
