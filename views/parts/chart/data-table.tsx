// biome-ignore-all lint/a11y/noRedundantRoles: CSS makes cards of the rows on a phone, which takes their roles away
import type { Child } from 'hono/jsx'

/** A table if there is room, otherwise cards; the first column becomes the card's title. */
export const Table = ({
  caption,
  head,
  rows,
  numeric = [],
}: {
  readonly caption: Child
  readonly head: readonly string[]
  readonly rows: readonly (readonly Child[])[]
  readonly numeric?: readonly number[]
}) => (
  <div class={head.length > 5 ? 'table many' : 'table'}>
    <table role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {head.map((name, column) => (
            <th scope="col" role="columnheader" class={numeric.includes(column) ? 'number' : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row">
            {row.map((cell, column) => (
              <td role="cell" data-label={head[column]} class={numeric.includes(column) ? 'number' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
