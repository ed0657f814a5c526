import type { Child } from 'hono/jsx'

type Line = {
  readonly name: string
  /** Each look has its own stroke, dashes and marks, so that the lines can be distinguished without colour. */
  readonly look: 'first' | 'second'
  /** Null: nothing is drawn there, and `note` says what to write instead of a point. */
  readonly values: readonly (number | null)[]
  readonly notes?: readonly (string | null)[]
}

const [left, right, over, under, height] = [8, 84, 16, 136, 168] as const

/**
 * Lines over equal steps. Widths are relative and heights are in pixels, so that text keeps its size on a phone; each
 * line is named at its end. The caller adds a table with the same numbers.
 */
export const Chart = ({
  caption,
  label,
  columns,
  lines,
  top,
  tick,
}: {
  readonly caption: Child
  /** One sentence about the drawing, for screen readers. */
  readonly label: string
  readonly columns: readonly string[]
  readonly lines: readonly Line[]
  readonly top: number
  /** The words for a height on the axis. */
  readonly tick: (value: number) => string
}) => {
  const x = (n: number) => `${round(left + (n * (right - left)) / Math.max(1, columns.length - 1))}%`
  const y = (value: number) => round(under - (value / top) * (under - over))
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <svg role="img" aria-label={label} height={height}>
        {[0, top / 2, top].map((value) => (
          <>
            <line class="axis" x1={`${left}%`} x2={`${right}%`} y1={y(value)} y2={y(value)} />
            <text x={`${left - 1.5}%`} y={y(value) + 5} text-anchor="end">
              {tick(value)}
            </text>
          </>
        ))}
        {columns.map((name, n) => (
          <text x={x(n)} y={height - 8} text-anchor="middle">
            {name}
          </text>
        ))}
        {lines.map((line) => (
          <g class={line.look}>
            {line.values.map((value, n) => {
              const before = line.values[n - 1]
              if (typeof value !== 'number' || typeof before !== 'number') return null
              return <line x1={x(n - 1)} y1={y(before)} x2={x(n)} y2={y(value)} />
            })}
            {line.values.map((value, n) =>
              typeof value === 'number' ? (
                <Mark look={line.look} x={x(n)} y={y(value)} />
              ) : (
                <Note line={line} n={n} x={x(n)} />
              ),
            )}
          </g>
        ))}
        {endsOf(lines, y).map(({ name, at }) => (
          <text class="name" x={`${right + 2}%`} y={at + 5}>
            {name}
          </text>
        ))}
      </svg>
    </figure>
  )
}

const Mark = ({ look, x, y }: { readonly look: Line['look']; readonly x: string; readonly y: number }) =>
  look === 'first' ? (
    <circle cx={x} cy={y} r="4" />
  ) : (
    <rect x={x} y={y} width="8" height="8" transform="translate(-4 -4)" />
  )

const Note = ({ line, n, x }: { readonly line: Line; readonly n: number; readonly x: string }) => (
  <text x={x} y={under - 6} text-anchor="middle">
    {line.notes?.[n]}
  </text>
)

/** The names at the ends of the lines, at least one line of text apart. */
function endsOf(lines: readonly Line[], y: (value: number) => number) {
  const ends = lines
    .flatMap(({ name, values }) => {
      const last = values.findLast((value) => value !== null)
      return typeof last === 'number' ? [{ name, at: y(last) }] : []
    })
    .sort((a, b) => a.at - b.at)
  const [first, second] = ends
  if (!first || !second || second.at - first.at >= 20) return ends
  const middle = (first.at + second.at) / 2
  return [
    { ...first, at: middle - 10 },
    { ...second, at: middle + 10 },
  ]
}

const round = (n: number): number => Math.round(n * 10) / 10

/** The smallest round number that is not below any of them: 4, 10, 20, 40, 100 … */
export function topOf(values: readonly number[]): number {
  const highest = Math.max(4, ...values)
  for (let unit = 1; ; unit *= 10) for (const step of [4, 10, 20]) if (step * unit >= highest) return step * unit
}
