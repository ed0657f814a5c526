// biome-ignore-all lint/a11y/noRedundantRoles: CSS makes two lines of a row on a phone, which takes its role away
import type { Child } from 'hono/jsx'
import type { TableRow } from '#db/table/table-rows.ts'
import type { TableColumn } from '#domain/table/table-column.ts'
import type { Page } from '#views/page.ts'
import { Tag } from '#views/parts/tag.tsx'
import { Due, When } from '#views/parts/when.tsx'
import { doorOf } from '#views/residents/resident-labels.ts'
import { titleOf } from '#views/wishes/wish-title.ts'

type Props = {
  readonly page: Page
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
}

/** A table where there is room. On a phone each wish takes two lines: the thing and its state, then the rest. */
export const WishTable = ({ page, columns, rows }: Props) => {
  const { table } = page.text
  return (
    <div class="wish-table">
      <table role="table">
        <caption class="hide">{table.title}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[table.thing, table.state, table.number, ...columns.map((column) => table.column[column])].map((name) => (
              <th scope="col" role="columnheader">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row">
              <th scope="row" role="rowheader">
                <a href={`/wishes/${row.code}`}>{titleOf(row, page.text)}</a>
              </th>
              <td role="cell" class="state">
                {page.text.words.state[row.state]}
              </td>
              <td role="cell" class="code">
                {row.code}
              </td>
              {columns.map((column) => (
                <td role="cell">{cellOf[column](page, row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const cellOf: Readonly<Record<TableColumn, (page: Page, row: TableRow) => Child>> = {
  grid: (_, row) => row.gridName,
  resident: ({ text }, row) => row.residentName || text.exceptions.noResident,
  door: ({ text }, row) => row.residentId && doorOf(text, row),
  category: ({ text }, row) => text.catalogue.categories[row.category],
  urgency: ({ text }, { urgency }) => {
    const word = text.words.urgency[urgency]
    return urgency === 'blue' ? <span class="usual">{word}</span> : <Tag tone={urgency}>{word}</Tag>
  },
  source: ({ text }, row) => text.words.source[row.source],
  posted: ({ lang, community }, row) => <When at={row.postedAt} lang={lang} zone={community?.zone ?? 'UTC'} />,
  due: (page, row) => {
    const at = dueOf(row)
    const due = at && <Due at={at} page={page} zone={page.community?.zone ?? 'UTC'} />
    return at && at < page.now ? <Tag tone="red">{due}</Tag> : due
  },
  claimant: (_, row) => row.claimantName,
  unit: (_, row) => row.unitName,
}

/** What the wish waits for now: its delivery, its call-back, an office's answer; null if for none of these. */
const dueOf = ({ state, dueAt, callbackDueAt }: TableRow): Date | null => {
  if (state === 'claimed' || state === 'referred') return dueAt
  return state === 'delivered' ? callbackDueAt : null
}
