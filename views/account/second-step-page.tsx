import type { Faults } from '#domain/reading/checked.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden } from '#views/parts/form/field.tsx'
import { faultAt } from '#views/people/faults.ts'

type Props = {
  readonly page: Page
  readonly typed: { readonly ticket: string; readonly to: string; readonly unsent: readonly string[] }
  readonly faults: Faults
  /** Above the form; empty where there is nothing to say. */
  readonly sentence: string
}

/** Asked after the password of those who have an authenticator app. */
export const SecondStepPage = ({ page, typed, faults, sentence }: Props) => {
  const { secondStep, factor } = page.text.account
  const error = faults.code === 'wrong' ? factor.wrong : faultAt(page.text, faults, 'code')
  return (
    <div class="narrow">
      <h1>{secondStep.title}</h1>
      <p class="lead">{secondStep.lead}</p>
      {sentence && (
        <Banner tone="red" role="alert">
          <p>{sentence}</p>
        </Banner>
      )}
      <form class="fields" method="post" novalidate action="/login/code">
        <Hidden name="ticket" value={typed.ticket} />
        <Hidden name="to" value={typed.to} />
        {typed.unsent.map((part) => (
          <Hidden name="unsent" value={part} />
        ))}
        <Field
          label={secondStep.code}
          hint={secondStep.hint}
          name="code"
          autocomplete="one-time-code"
          required
          error={error}
        />
        <Button wide>{secondStep.button}</Button>
      </form>
    </div>
  )
}
