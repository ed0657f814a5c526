import { type InquiryAct, type InquiryState, inquiryActs, inquiryStep } from './inquiry-life.ts'

type Words = {
  readonly state: Readonly<Record<InquiryState, string>>
  readonly done: Readonly<Record<InquiryAct, string>>
}

/** The diagram and the table of docs/supervision.md, in the same words as the pages. */
export const inquiryDoc = (words: Words): string => `\`\`\`mermaid
stateDiagram-v2
${[...named(words), ...arrows(words)].map((line) => `  ${line}`).join('\n')}
\`\`\`

| act | on the page | from | to | by |
| --- | --- | --- | --- | --- |
${inquiryActs.map((act) => `| ${row(act, words)} |`).join('\n')}
`

const row = (act: InquiryAct, { done }: Words): string => {
  const { from, to, by } = inquiryStep(act)
  return [act, done[act], from.join(', '), to, by.join(', ')].join(' | ')
}

const named = ({ state }: Words): readonly string[] =>
  Object.entries(state).map(([name, word]) => `state "${word}" as ${name}`)

const arrows = ({ done }: Words): readonly string[] =>
  inquiryActs.flatMap((act) =>
    inquiryStep(act).from.map(
      (start) => `${start === 'none' ? '[*]' : start} --> ${inquiryStep(act).to}: ${done[act]}`,
    ),
  )
