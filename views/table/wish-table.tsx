// biome-ignore-all lint/a11y/noRedundantRoles: CSS makes two lines of a row on a phone, which takes its role away
import type { Child } from 'hono/jsx'
import type { TableRow } from '#db/table/table-rows.ts'
import type { TableColumn } from '#domain/table/table-column.ts'
import type { Page } from '#views/page.ts'
import { Hidden } from '#views/parts/form/field.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { Due, When } from '#views/parts/when.tsx'
import { doorOf } from '#views/residents/resident-labels.ts'
import { titleOf } from '#views/wishes/wish-title.ts'

type Props = {
  readonly page: Page
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  readonly isTicked: boolean
}

/** A table where there is room. On a phone each wish takes two lines: the thing and its state, then the rest. */
export const WishTable = ({ page, columns, rows, isTicked }: Props) => {
  const { table } = page.text
  return (
    <div class="wish-table">
      <table role="table">
        <caption class="hide">{table.title}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <td role="cell" />
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
              <td role="cell" class="box">
                <label class="tick">
                  <input type="checkbox" name="wish" value={row.code} checked={isTicked} />
                  <span class="hide">{table.ticked.tick(titleOf(row, page.text), row.code)}</span>
                </label>
                {row.state === 'submitted' && <Hidden name={`seq-${row.code}`} value={row.seq} />}
              </td>
              <th scope="row" role="rowheader">
                <a href={`/wishes/${row.code}`}>{titleOf(row, page.text)}</a>
              </th>
              <td role="cell" class="state">
                {page.text.words.state[row.state]}
              </td>
              <td role="cell" class="which">
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
export const dueOf = ({ state, dueAt, callbackDueAt }: TableRow): Date | null => {
  if (state === 'claimed' || state === 'referred') return dueAt
  return state === 'delivered' ? callbackDueAt : null
}
