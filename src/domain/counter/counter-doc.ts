import { type BookingAct, type BookingState, bookingActs, bookingStep } from './booking-life.ts'

type Words = {
  readonly state: Readonly<Record<BookingState, string>>
  readonly happened: Readonly<Record<BookingAct, string>>
}

/** The diagram and the table of docs/counter.md, in the same words as the pages. */
export const counterDoc = ({ state, happened }: Words): string => `\`\`\`mermaid
stateDiagram-v2
${[
  ...Object.entries(state).map(([name, word]) => `state "${word}" as ${name}`),
  ...bookingActs.flatMap((act) => arrowsOf(act, happened)),
]
  .map((line) => `  ${line}`)
  .join('\n')}
\`\`\`

| act | on the page | from | to | by |
| --- | --- | --- | --- | --- |
${bookingActs
  .map((act) => {
    const { from, to, by } = bookingStep(act)
    return `| ${[act, happened[act], from.join(', '), to, by.join(', ')].join(' | ')} |`
  })
  .join('\n')}
`

function arrowsOf(act: BookingAct, happened: Words['happened']): readonly string[] {
  const { from, to } = bookingStep(act)
  return to === 'same' ? [] : from.map((start) => `${start === 'none' ? '[*]' : start} --> ${to}: ${happened[act]}`)
}
