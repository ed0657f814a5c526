import { type LetterAct, type LetterState, letterActs, letterStep } from './letter-life.ts'

type Words = {
  readonly state: Readonly<Record<LetterState, string>>
  readonly done: Readonly<Record<LetterAct, string>>
}

/** The diagram and the table of docs/letters.md, in the same words as the pages. */
export const letterDoc = (words: Words): string => `\`\`\`mermaid
stateDiagram-v2
${[...named(words), ...arrows(words)].map((line) => `  ${line}`).join('\n')}
\`\`\`

| act | on the page | from | to | by |
| --- | --- | --- | --- | --- |
${letterActs.map((act) => `| ${row(act, words)} |`).join('\n')}
`

const row = (act: LetterAct, { done }: Words): string => {
  const { from, to, by } = letterStep(act)
  return [act, done[act], from.join(', '), [to].flat().join(', '), by.join(', ')].join(' | ')
}

const named = ({ state }: Words): readonly string[] =>
  Object.entries(state).map(([name, word]) => `state "${word}" as ${name}`)

function arrows({ done }: Words): readonly string[] {
  const between = new Map<string, string[]>()
  for (const act of letterActs) {
    const { from, to } = letterStep(act)
    if (to === 'same') continue
    for (const start of from)
      for (const end of [to].flat()) {
        if (start === end) continue
        const path = `${start === 'none' ? '[*]' : start} --> ${end}`
        between.set(path, [...(between.get(path) ?? []), done[act]])
      }
  }
  return [...between].map(([path, acts]) => `${path}: ${acts.join(' / ')}`)
}
