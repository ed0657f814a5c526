/** The median, which noise from other processes affects least. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export type Line = {
  readonly what: string
  /** As printed: '1.08 ×', '212 ms'. */
  readonly value: string
  readonly goal: string
  readonly isMet: boolean
  readonly note: string
}

export const atMost = (what: string, value: number, goal: number, note: string, unit = '×'): Line => ({
  what,
  note,
  value: `${number(value)} ${unit}`,
  goal: `≤ ${goal} ${unit}`,
  isMet: value <= goal,
})

export const atLeast = (what: string, value: number, goal: number, note: string): Line => ({
  what,
  note,
  value: `${number(value)} ×`,
  goal: `≥ ${goal} ×`,
  isMet: value >= goal,
})

const number = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0))

export function tableOf(lines: readonly Line[]): string {
  const rows = [
    ['what', 'measured', 'goal', '', 'beside it'],
    ...lines.map(({ what, value, goal, isMet, note }) => [what, value, goal, isMet ? 'met' : 'MISSED', note]),
  ]
  const widths = rows[0]?.map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
