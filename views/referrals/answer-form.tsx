import type { Grid } from '#db/community/area-rows.ts'
import type { Resident } from '#db/residents/resident-rows.ts'
import type { Knowledge } from '#db/wishes/knowledge-rows.ts'
import { Answer } from '#views/knowledge/answer-panel.tsx'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { Banner, ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, Select, TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Came } from '#views/posting/came.tsx'

type Props = {
  readonly page: Page
  readonly action: string
  /** The answer that was given; null for a call with the office. */
  readonly entry: Knowledge | null
  readonly resident: Resident | null
  readonly grids: readonly Grid[]
  readonly typed: Readonly<Record<string, string>>
  /** Sentences by field. */
  readonly errors: Readonly<Record<string, string>>
  readonly sentence: string | null
  /** Private words that may be confirmed as needed. */
  readonly needed: readonly string[] | undefined
  readonly today: string
}

/** Records that a question was answered at once. It needs no name. */
export const AnswerForm = (props: Props) => {
  const { page, action, entry, resident, grids, typed, errors, sentence, today } = props
  const { form, intake, people, site } = page.text
  const { answer } = intake
  const labels: Readonly<Record<string, string>> = {
    words: answer.asked,
    office: answer.said,
    gridId: answer.grid,
    source: form.source,
    received: intake.received,
    workOrder: intake.workOrder,
  }
  return (
    <div class="narrow">
      <h1>{answer.title}</h1>
      <p class="lead">{answer.lead}</p>
      {sentence && (
        <Banner tone="yellow" role="alert">
          <p>{sentence}</p>
        </Banner>
      )}
      <ErrorSummary
        title={site.errorSummary}
        errors={Object.entries(errors).map(([name, message]) => ({
          name,
          message: labels[name] ? `${labels[name]} · ${message}` : message,
        }))}
      />
      {entry && (
        <Panel title={entry.title} id="entry">
          <Answer page={page} entry={entry} today={today} />
        </Panel>
      )}
      <form method="post" novalidate action={action}>
        <Hidden name="key" value={typed.key ?? ''} />
        {resident ? (
          <>
            <Hidden name="resident" value={resident.id} />
            <p>{answer.by(resident.name)}</p>
          </>
        ) : (
          <p class="hint">{answer.nobody}</p>
        )}
        {!resident && grids.length > 1 && (
          <Select
            label={answer.grid}
            name="gridId"
            value={typed.gridId ?? ''}
            error={errors.gridId}
            options={[
              { value: '', label: people.residents.form.choose },
              ...grids.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <Field
          label={answer.asked}
          required={!entry}
          name="words"
          hint={answer.askedHint}
          value={typed.words ?? ''}
          error={errors.words}
          maxlength={80}
        />
        {!entry && (
          <TextArea
            label={answer.said}
            required
            name="office"
            rows={3}
            hint={answer.saidHint}
            value={typed.office ?? ''}
            error={errors.office}
          />
        )}
        <NeededTick page={page} words={props.needed} typed={typed.needed} />
        <Came page={page} typed={typed} errors={errors} isNew />
        <Button wide>{answer.button}</Button>
      </form>
    </div>
  )
}
