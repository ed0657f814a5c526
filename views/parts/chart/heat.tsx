import type { Child } from 'hono/jsx'

export type HeatCell = {
  /** The shade, from 0 for nothing to 3. The words in the cell say the same. */
  readonly shade: 0 | 1 | 2 | 3
  readonly words: Child
  readonly note?: Child
}

/**
 * A table with cells shaded by class. It stays a table on a phone, because shades are compared along rows and columns.
 */
export const Heat = ({
  caption,
  corner,
  columns,
  rows,
}: {
  readonly caption: Child
  readonly corner: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly name: Child; readonly cells: readonly HeatCell[] }[]
}) => (
  <div class="scroll">
    <table class="heat">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {columns.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">{row.name}</th>
            {row.cells.map((cell) => (
              <td class={cell.shade ? `shade-${cell.shade}` : undefined}>
                {cell.words}
                {cell.note && <small> {cell.note}</small>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
