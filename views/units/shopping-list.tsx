import type { Batch, BatchPart } from '#db/units/batch-rows.ts'
import type { Unit } from '#db/units/unit-rows.ts'
import type { Measure } from '#domain/catalogue/catalogue-codes.ts'
import { shoppingList } from '#domain/units/batch.ts'
import { exact } from '#text/days.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Paper } from '#views/parts/paper/paper.tsx'
import { nameOf, titleOf } from '#views/wishes/wish-title.ts'

type Props = {
  readonly page: Page
  readonly unit: Unit
  readonly batch: Batch
  readonly parts: readonly BatchPart[]
  /** The members' names are for the contact and for staff. */
  readonly isNamed: boolean
}

/** What to buy for a batch, and for which wish each is; to print. It names no resident. */
export const ShoppingList = ({ page, unit, batch, parts, isNamed }: Props) => {
  const { text, community, now } = page
  const words = text.units
  const zone = community?.zone ?? 'UTC'
  const toBuy = parts.filter(({ part }) => part !== 'left-out' && part !== 'delivered' && part !== 'fulfilled')
  const goods = toBuy.filter(({ category }) => category === 'goods')
  const bought = goods.map((row) => ({ name: nameOf(row, text), measure: row.measure, quantity: row.quantity }))
  return (
    <Paper
      text={text}
      head={community?.name ?? ''}
      title={words.shoppingOf(unit.name)}
      basis={words.shoppingBasis(exact(now, zone))}
      back={{ href: `/batches/${batch.id}`, label: words.toBatch }}
    >
      {bought.length > 0 && (
        <Table
          caption={words.toBuy}
          head={[words.thing, words.amount, words.forWishes, words.bought]}
          rows={shoppingList(bought).map(({ name, measure, quantity, wishes }) => [
            name,
            text.catalogue.amount(quantity, measure as Measure),
            wishes,
            '☐',
          ])}
          numeric={[2]}
        />
      )}
      <Table
        caption={words.eachWish}
        head={[words.thing, words.number, words.grid, ...(isNamed ? [words.member] : [])]}
        rows={toBuy.map((row) => [
          titleOf(row, text),
          row.code,
          row.gridName,
          ...(isNamed ? [row.personName ?? ''] : []),
        ])}
      />
    </Paper>
  )
}
