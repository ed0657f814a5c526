// biome-ignore-all lint/a11y/noRedundantRoles: CSS makes cards of the rows on a phone, which takes their roles away
import type { Child } from 'hono/jsx'

/**
 * A table if there is room, otherwise cards; the first column becomes the card's title. Few short columns fit on every phone:
 * such a table stays whole, and needs no roles.
 */
export const Table = ({
  caption,
  head,
  rows,
  numeric = [],
  isWhole = false,
}: {
  readonly caption: Child
  readonly head: readonly string[]
  readonly rows: readonly (readonly Child[])[]
  readonly numeric?: readonly number[]
  readonly isWhole?: boolean
}) => (
  <div class={`table${head.length > 5 ? ' many' : ''}${isWhole ? ' whole' : ''}`}>
    <table role={isWhole ? undefined : 'table'}>
      <caption>{caption}</caption>
      <thead role={isWhole ? undefined : 'rowgroup'}>
        <tr role={isWhole ? undefined : 'row'}>
          {head.map((name, column) => (
            <th
              scope="col"
              role={isWhole ? undefined : 'columnheader'}
              class={numeric.includes(column) ? 'number' : undefined}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={isWhole ? undefined : 'rowgroup'}>
        {rows.map((row) => (
          <tr role={isWhole ? undefined : 'row'}>
            {row.map((cell, column) => (
              <td
                role={isWhole ? undefined : 'cell'}
                data-label={head[column]}
                class={numeric.includes(column) ? 'number' : undefined}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
