import type { CardStep } from '#domain/supervision/card-steps.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'
import { Facts } from '#views/parts/panel.tsx'

type Props = {
  readonly page: Page
  readonly community: string
  readonly about: { readonly cardId: string | null; readonly code: string; readonly step: CardStep }
  readonly typed: { readonly key: string; readonly day: string; readonly words: string }
  readonly faults: Readonly<Record<string, string>>
  readonly needed: readonly string[] | undefined
  readonly confirmed: string
  readonly days: { readonly first: string; readonly last: string }
}

/** A supervisor's question to a community: a sentence and a day. */
export const AskPage = ({ page, community, about, typed, faults, needed, confirmed, days }: Props) => {
  const { text } = page
  const { inquiry, step, rows } = text.supervision
  const names = ['words', 'day'] as const
  const errors = names.flatMap((name) => (faults[name] ? [{ name, message: faults[name] }] : []))
  const of = about.cardId ? `card=${encodeURIComponent(about.cardId)}` : `letter=${about.code}`
  return (
    <div class="narrow">
      <h1>{inquiry.askTitle}</h1>
      <p class="lead">{inquiry.askLead}</p>
      <Facts
        rows={[
          { term: rows.number, value: about.code },
          { term: text.supervision.stepHead, value: step[about.step] },
          { term: text.supervision.community, value: community },
        ]}
      />
      <ErrorSummary title={text.site.errorSummary} errors={errors} />
      <form method="post" novalidate action={`/supervision/ask?${of}`}>
        <Hidden name="key" value={typed.key} />
        <TextArea
          label={inquiry.question}
          hint={inquiry.questionHint}
          name="words"
          value={typed.words}
          error={faults.words}
          maxlength={300}
          required
        />
        <NeededTick page={page} words={needed} typed={confirmed} isGeneral />
        <Field
          label={inquiry.day}
          name="day"
          type="date"
          value={typed.day}
          error={faults.day}
          min={days.first}
          max={days.last}
          required
        />
        <Button>{inquiry.ask}</Button>
      </form>
    </div>
  )
}
