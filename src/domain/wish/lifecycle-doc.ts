import type { State } from '#domain/vocabulary.ts'
import { type Action, actions, type Party, transition } from './lifecycle.ts'

type Words = {
  readonly state: Readonly<Record<State, string>>
  readonly action: Readonly<Record<Action, string>>
}
type Place = State | 'none'

/** The text of docs/lifecycle.md: the table as a diagram and in rows, in the same words as the pages. */
export const lifecycleDoc = (words: Words): string => `# The life of a wish

What can happen to a wish, from where, to where, by whom. Written from \`src/domain/wish/lifecycle.ts\` by \`npm run docs\`: change
the table there, not here. A test compares the two.

\`\`\`mermaid
stateDiagram-v2
${[...namesOf(words), ...arrowsOf(words)].map((line) => `  ${line}`).join('\n')}
\`\`\`

Acts that leave the state as it is stand in the rows alone.

| action | on the page | from | to | by |
| --- | --- | --- | --- | --- |
${actions.map((action) => `| ${rowOf(action, words).join(' | ')} |`).join('\n')}

The **caller** is a grid worker or secretary of the place who neither claimed, entered the claim, recorded the delivery nor
has seen the receipt code. The **enterer** speaks for a volunteer who claimed by telephone or at the counter: whoever entered
that claim, while they work there, and the secretary. The **code holder** is the claimant, to whom the resident reads the
code out, or the enterer, to whom the volunteer passes it on and who has not seen it. The **receiver** is the resident or a relative
on the page behind the slip, unless someone who had a part in the delivery is signed in there. The **supervisor** is that of an area
above the community. Of two states the first is the
rule, and the second what a community may allow that publishes without a check.
`

/** One line for each state that the table names, with its word on the pages. */
function namesOf({ state }: Words): readonly string[] {
  const named = new Set(arrows().flatMap(({ from, to }) => [from, to]))
  return [...named].flatMap((place) => (place === 'none' ? [] : [`state "${state[place]}" as ${place}`]))
}

/** One arrow for each pair of states, however many acts connect them. */
function arrowsOf({ action }: Words): readonly string[] {
  const between = new Map<string, string[]>()
  for (const { from, to, by } of arrows()) {
    const path = `${from === 'none' ? '[*]' : from} --> ${to}`
    between.set(path, [...(between.get(path) ?? []), action[by]])
  }
  return [...between].map(([path, acts]) => `${path}: ${acts.join(' / ')}`)
}

type Arrow = { readonly from: Place; readonly to: State; readonly by: Action }

const arrows = (): readonly Arrow[] =>
  actions.flatMap((action) => {
    const { from, to } = transition(action)
    if (to === 'same') return []
    return from.flatMap((start) => statesOf(to).map((end): Arrow => ({ from: start, to: end, by: action })))
  })

const statesOf = (to: State | readonly [State, State]): readonly State[] => (typeof to === 'string' ? [to] : to)

function rowOf(action: Action, words: Words): readonly string[] {
  const { from, to, by } = transition(action)
  const nameOf = (place: Place) => (place === 'none' ? '–' : `${place} ${words.state[place]}`)
  const end = to === 'same' ? 'same' : statesOf(to).map(nameOf).join(' (or ') + (typeof to === 'string' ? '' : ')')
  return [action, words.action[action], from.map(nameOf).join(', '), end, by.map(partyOf).join(', ')]
}

/** 'gridWorker' as 'grid worker'. */
const partyOf = (party: Party): string => party.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
