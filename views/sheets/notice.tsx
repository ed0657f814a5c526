import type { WishedItem } from '#db/month-items.ts'
import { isItemId } from '#domain/catalogue.ts'
import { categories } from '#domain/catalogue-codes.ts'
import { countsFrom, type Facts } from '#domain/month-facts.ts'
import { fewestPeople, suppressTable } from '#domain/suppress.ts'
import type { Page } from '../layout.tsx'
import { type Basis, Paper } from '../parts/paper.tsx'
import { Table } from '../parts/table.tsx'

type Props = {
  readonly page: Page
  readonly basis: Basis
  readonly month: string
  readonly community: { readonly slug: string; readonly name: string; readonly phone: string }
  readonly facts: Facts
  readonly items: readonly WishedItem[]
}

/** For the board in the yard: what was wished for and fulfilled. No name, and no number that tells of a few. */
export const NoticeSheet = ({ page, basis, month, community, facts, items }: Props) => {
  const { text } = page
  const words = text.sheets.notice
  const { published, fulfilled } = countsFrom(facts)
  const shown = shownOf(facts)
  const said = (count: number, seen: number | null) => {
    if (count > 0 && count < fewestPeople) return words.few
    return seen === null ? words.some : words.counted(seen)
  }
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
          <p class="lead">{words.lead(said(published, shown.total), said(fulfilled, shown.columnTotals[0] ?? null))}</p>
          <ByCategory page={page} shown={shown} />
          <Things page={page} title={words.fulfilled} items={items.filter(({ isFulfilled }) => isFulfilled)} />
          <Things page={page} title={words.wished} items={items.filter(({ isFulfilled }) => !isFulfilled)} />
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

/** Fulfilled and the rest of the published by category, with the totals: what tells of a few is withheld, and others beside it. */
function shownOf(facts: Facts) {
  const cell = (count: number) => ({ count })
  const rest = (counts: { readonly published: number; readonly fulfilled: number }) =>
    counts.published - counts.fulfilled
  const parts = categories.map((category) => countsFrom(facts, 'category', category))
  const total = countsFrom(facts)
  return suppressTable({
    cells: parts.map((counts) => [cell(counts.fulfilled), cell(rest(counts))]),
    rowTotals: parts.map(({ published }) => cell(published)),
    columnTotals: [cell(total.fulfilled), cell(rest(total))],
    total: cell(total.published),
  })
}

type ShownTable = ReturnType<typeof shownOf>

const ByCategory = ({ page, shown }: { readonly page: Page; readonly shown: ShownTable }) => {
  const { text } = page
  const words = text.sheets.notice
  const say = (count: number | null | undefined) => count ?? words.hidden
  const isCut = [shown.total, ...shown.columnTotals, ...shown.cells.flat(), ...shown.rowTotals].includes(null)
  return (
    <>
      <Table
        caption={words.table}
        head={[words.category, words.published, words.done]}
        numeric={[1, 2]}
        rows={categories.map((category, n) => [
          text.catalogue.categories[category],
          say(shown.rowTotals[n]),
          say(shown.cells[n]?.[0]),
        ])}
      />
      {isCut && <p class="hint">{words.suppressed}</p>}
    </>
  )
}

type ThingsProps = { readonly page: Page; readonly title: string; readonly items: readonly WishedItem[] }

/** Things by name, each once: how often would tell of a few. */
const Things = ({ page, title, items }: ThingsProps) => {
  const { catalogue, sheets } = page.text
  if (!items.length) return null
  const names = items.flatMap(({ itemId }) => (isItemId(itemId) ? [catalogue.items[itemId].name] : []))
  return (
    <>
      <h2>{title}</h2>
      <p>{names.join(' · ')}</p>
      {names.length < items.length && <p class="hint">{sheets.notice.others}</p>}
    </>
  )
}
