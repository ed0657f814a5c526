import { type Facts, isWait, partsOf, type Snapshot, sides } from '#domain/month/month-facts.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Fold } from '../parts/details.tsx'
import { factValue, figureName, partName } from './facts.ts'

type Props = { readonly page: Page; readonly facts: Facts; readonly names: Pick<Snapshot, 'grids' | 'units'> }

/** What is signed in addition to the figures of the whole: the waits, and every part of the month that is not 0. */
export const AlsoCovered = ({ page, facts, names }: Props) => {
  const { text } = page
  const { sign, facts: words } = text.months
  const lines = Object.entries(facts).map(([key, count]) => ({ key, count, parts: partsOf(key) }))
  const waits = lines.filter(({ key }) => isWait(key))
  const bySide = sides
    .map((side) => ({ side, own: lines.filter(({ parts, count }) => parts.by === side && count !== 0) }))
    .filter(({ own }) => own.length > 0)
  return (
    <>
      <Fold summary={sign.waits}>
        <Table
          caption={sign.waits}
          head={[text.reports.figure, words.wait]}
          numeric={[1]}
          rows={waits.map(({ key, count }) => [figureName(key, text), factValue(key, count, text)])}
        />
      </Fold>
      {bySide.map(({ side, own }) => (
        <Fold summary={sign.parts[side]}>
          <Table
            caption={sign.parts[side]}
            head={[words.part, text.reports.figure, text.reports.count]}
            numeric={[2]}
            rows={own.map(({ key, parts, count }) => [
              partName(parts, names, text),
              figureName(parts.figure, text),
              factValue(key, count, text),
            ])}
          />
        </Fold>
      ))}
    </>
  )
}
