import type { PeopleBehind } from '#db/months/bulletin-people.ts'
import type { WishedItem } from '#db/months/month-items.ts'
import type { SignedMonth } from '#db/months/month-rows.ts'
import { isItemId } from '#domain/catalogue/catalogue.ts'
import { type Category, categories } from '#domain/catalogue/catalogue-codes.ts'
import { countsFrom, type Facts } from '#domain/month/month-facts.ts'
import { suppressTable } from '#domain/month/suppress.ts'
import { CorrectionLine } from '#views/months/correction-line.tsx'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/data-table.tsx'
import { type Basis, Paper } from '#views/parts/paper.tsx'

type Props = {
  readonly page: Page
  readonly basis: Basis
  readonly month: string
  readonly community: { readonly slug: string; readonly name: string; readonly zone: string; readonly phone: string }
  readonly facts: Facts
  readonly items: readonly WishedItem[]
  readonly people: ReadonlyMap<Category, PeopleBehind>
  readonly signed: SignedMonth | null
}

/**
 * For the notice board: what was wished for and fulfilled. No names. The two sums are those of the public ledger, and
 * no other number reveals anything about a few people (docs/decisions/0016-small-numbers.md).
 */
export const BulletinSheet = ({ page, basis, month, community, facts, items, people, signed }: Props) => {
  const { text } = page
  const words = text.sheets.notice
  const { published, fulfilled } = countsFrom(facts)
  const shown = shownOf(facts, people)
  // Naming an item shows that its category has wishes, so it is only named if the category's number is shown anyway.
  const wished = items.filter(({ category }) => shown.get(category)?.published != null)
  const brought = items.filter(({ category, isFulfilled }) => isFulfilled && shown.get(category)?.fulfilled != null)
  const ledger = `/c/${community.slug}/ledger/${month}`
  return (
    <Paper
      text={text}
      head={words.head(community.name)}
      title={words.title(basis.month)}
      basis={basis}
      back={{ href: ledger, label: text.reports.ledger }}
    >
      {published === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <p class="lead">{words.lead(published, fulfilled)}</p>
          <CorrectionLine page={page} signed={signed} zone={community.zone} shown={['published', 'fulfilled']} />
          <ByCategory page={page} shown={shown} />
          <Things page={page} title={words.fulfilled} items={brought} />
          <Things page={page} title={words.wished} items={wished} />
        </>
      )}
      <p>{words.noNames}</p>
      <p>
        {words.how} {`${page.publicUrl}${ledger}`}
      </p>
      {community.phone && <p>{words.voice(community.phone)}</p>}
    </Paper>
  )
}

type ShownRow = { readonly published: number | null; readonly fulfilled: number | null }

/**
 * Published and fulfilled wishes by category, null where withheld. The remainder is not printed but can be computed, so
 * it counts as a cell.
 */
function shownOf(facts: Facts, people: Props['people']): ReadonlyMap<Category, ShownRow> {
  const rows = categories.map((category) => {
    const { published, fulfilled } = countsFrom(facts, 'category', category)
    const behind = people.get(category) ?? { published: 0, fulfilled: 0, rest: 0 }
    return {
      cells: [
        { count: fulfilled, people: behind.fulfilled },
        { count: published - fulfilled, people: behind.rest },
      ],
      total: { count: published, people: behind.published },
    }
  })
  const shown = suppressTable({ cells: rows.map(({ cells }) => cells), rowTotals: rows.map(({ total }) => total) })
  return new Map(
    categories.map((category, n) => [
      category,
      { published: shown.rowTotals[n] ?? null, fulfilled: shown.cells[n]?.[0] ?? null },
    ]),
  )
}

const ByCategory = ({ page, shown }: { readonly page: Page; readonly shown: ReadonlyMap<Category, ShownRow> }) => {
  const { text } = page
  const words = text.sheets.notice
  const say = (count: number | null) => count ?? words.hidden
  const rows = [...shown]
  const isCut = rows.some(([, { published, fulfilled }]) => published === null || fulfilled === null)
  const tellsFulfilled = rows.some(([, { fulfilled }]) => fulfilled !== null)
  return (
    <>
      {rows.some(([, { published }]) => published !== null) && (
        <Table
          caption={words.table}
          head={[words.category, words.published, ...(tellsFulfilled ? [words.done] : [])]}
          numeric={[1, 2]}
          rows={rows.map(([category, { published, fulfilled }]) => [
            text.catalogue.categories[category],
            say(published),
            ...(tellsFulfilled ? [say(fulfilled)] : []),
          ])}
        />
      )}
      {isCut && <p class="hint">{words.suppressed}</p>}
    </>
  )
}

type ThingsProps = { readonly page: Page; readonly title: string; readonly items: readonly WishedItem[] }

/** Items by name, each once: how often would reveal something about a few people. */
const Things = ({ page, title, items }: ThingsProps) => {
  const { catalogue, sheets } = page.text
  const names = items.flatMap(({ itemId }) => (isItemId(itemId) ? [catalogue.items[itemId].name] : []))
  if (!names.length) return null
  return (
    <>
      <h2>{title}</h2>
      <p>{names.join(' · ')}</p>
      <p class="hint">{sheets.notice.others}</p>
    </>
  )
}
