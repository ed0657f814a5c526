import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'

type Props = {
  readonly page: Page
  readonly typed: { readonly key: string; readonly number: string; readonly reason: string; readonly needed: string }
  readonly faults: Readonly<Record<string, string>>
  readonly needed: readonly string[] | undefined
  readonly minutes: number
}

/** The reason comes before the words, and the community will read it. */
export const CaseForm = ({ page, typed, faults, needed, minutes }: Props) => {
  const { text } = page
  const words = text.supervision.case
  const names = ['number', 'reason'] as const
  const errors = names.flatMap((name) => (faults[name] ? [{ name, message: faults[name] }] : []))
  return (
    <div class="narrow">
      <h1>{words.open}</h1>
      <p class="lead">{words.lead}</p>
      <p>{words.seen(minutes)}</p>
      <ErrorSummary title={text.site.errorSummary} errors={errors} />
      <form method="post" novalidate action="/supervision/case">
        <Hidden name="key" value={typed.key} />
        <Field
          label={words.number}
          hint={words.numberHint}
          name="number"
          value={typed.number}
          error={faults.number}
          inputmode="numeric"
          maxlength={20}
          required
        />
        <TextArea
          label={words.reason}
          hint={words.reasonHint}
          name="reason"
          value={typed.reason}
          error={faults.reason}
          maxlength={200}
          required
        />
        <NeededTick page={page} words={needed} typed={typed.needed} isGeneral />
        <Button>{words.button}</Button>
      </form>
      <p>
        <a href="/supervision">{text.supervision.rows.back}</a>
      </p>
    </div>
  )
}
