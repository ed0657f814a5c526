import { sources } from '#domain/words.ts'
import type { Page } from '../layout.tsx'
import { Field, RadioGroup } from '../parts/field.tsx'

type Props = {
  readonly page: Page
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  /** When it came and under which number is asked once, where it is taken down. */
  readonly isNew: boolean
}

/** Source, time and work order of a request. */
export const Came = ({ page, typed, errors, isNew }: Props) => {
  const { form, intake, words } = page.text
  return (
    <>
      <RadioGroup
        label={form.source}
        name="source"
        value={typed.source ?? 'visit'}
        error={errors.source}
        options={sources.map((value) => ({ value, label: words.source[value] }))}
      />
      {isNew && (
        <>
          <Field
            label={intake.received}
            name="received"
            type="datetime-local"
            hint={intake.receivedHint}
            value={typed.received ?? ''}
            error={errors.received}
          />
          <Field
            label={intake.workOrder}
            name="workOrder"
            hint={intake.workOrderHint}
            value={typed.workOrder ?? ''}
            error={errors.workOrder}
            maxlength={40}
            autocomplete="off"
          />
        </>
      )}
    </>
  )
}
