import type { JudgedRow } from '#actions/lists/judge-list.ts'
import { type Draft, doubtsOfAll, rowStates } from '#domain/lists/preview.ts'
import type { Text } from '#text/text.ts'
import { howRead, saidOf, volunteerIs, whoIs, wishOf } from '#views/lists/row-said.ts'

/** A preview as lines of text: counts, how the file was read, then each row in the file's order. */
export function summaryLines(
  draft: Pick<Draft, 'kind' | 'period' | 'about'>,
  rows: readonly JudgedRow[],
  fileName: string,
  text: Text,
): readonly string[] {
  const { preview, command } = text.imports
  const [year = '', month = ''] = draft.period?.split('-') ?? []
  const saidOfAll = doubtsOfAll(rows)
  const { columns, left } = howRead(draft.about, draft.kind, saidOfAll, text)
  const states = rowStates.flatMap((state) => {
    const count = rows.filter((row) => row.state === state).length
    return count ? [command.state(preview.state[state], count)] : []
  })
  return [
    [
      preview.lead(preview.kind[draft.kind], fileName, rows.length),
      ...(draft.period ? [preview.period(year, Number(month))] : []),
    ].join(' '),
    `${command.counts({ rows: rows.length, taken: rows.filter(({ isTaken }) => isTaken).length })} ${states.join(' · ')}`,
    ...columns,
    ...left,
    '',
    ...rows.flatMap((row) => [
      command.row(row.row.line, preview.state[row.state], whatOf(row, text)),
      ...saidOf(row, text, saidOfAll).map((sentence) => `    ${sentence}`),
      ...howToAnswer(row, text).map((sentence) => `    ${sentence}`),
    ]),
    '',
  ]
}

function whatOf(judged: JudgedRow, text: Text): string {
  const { row } = judged
  const facts =
    judged.kind === 'needs'
      ? [...wishOf(judged.row, text), ...whoIs(judged.row, judged.grid?.name ?? null, text)]
      : volunteerIs(judged.row, text)
  return [row.name || '—', ...facts].join(' · ')
}

function howToAnswer({ row, checks, state }: JudgedRow, { imports }: Text): readonly string[] {
  if (state !== 'undecided' && state !== 'doubt') return []
  return checks.flatMap((check) => {
    if (check.code === 'who' && check.answer === null) return [imports.command.askedWho(row.line)]
    return check.code === 'differs' && check.take === null ? [imports.command.askedChanges(row.line)] : []
  })
}
