import type { Child } from 'hono/jsx'

export type StepState = 'past' | 'now' | 'next' | 'stopped'

type Step = { readonly label: Child; readonly when?: Child; readonly state: StepState }

/** The steps of a wish in order. `stateWord` gives each state in words for people who do not see the dots. */
export const Steps = ({
  label,
  steps,
  stateWord,
}: {
  readonly label: string
  readonly steps: readonly Step[]
  readonly stateWord: Readonly<Record<StepState, string>>
}) => (
  <ol class="steps" aria-label={label}>
    {steps.map((step) => (
      <li class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
        <b>{step.label}</b>
        <span class="hide"> {stateWord[step.state]} </span>
        {step.when && <small>{step.when}</small>}
      </li>
    ))}
  </ol>
)
