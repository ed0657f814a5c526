import { sources } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Field, Hidden, RadioGroup } from '#views/parts/form/field.tsx'

type Props = {
  readonly page: Page
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  /** The time of arrival and the number are only asked at the first posting. */
  readonly isNew: boolean
}

/** Source, time and work order of a request. */
export const Came = ({ page, typed, errors, isNew }: Props) => {
  const { form, words } = page.text
  return (
    <>
      <RadioGroup
        label={form.source}
        name="source"
        value={typed.source ?? 'visit'}
        error={errors.source}
        options={sources.map((value) => ({ value, label: words.source[value] }))}
      />
      {isNew && <Received page={page} typed={typed} errors={errors} />}
      {isNew && <WorkOrder page={page} typed={typed} errors={errors} />}
    </>
  )
}

/** The same if the form was opened for a letter or a work order, so that its source is known. */
export const CameAs = ({ way, ...props }: Omit<Props, 'isNew'> & { readonly way: 'letter' | 'transfer' }) => (
  <>
    <Hidden name="by" value={way} />
    <Hidden name="source" value={way} />
    {way === 'transfer' && <WorkOrder {...props} />}
    <Received {...props} />
  </>
)

const Received = ({ page, typed, errors }: Omit<Props, 'isNew'>) => (
  <Field
    label={page.text.intake.received}
    name="received"
    type="datetime-local"
    hint={page.text.intake.receivedHint}
    value={typed.received ?? ''}
    error={errors.received}
  />
)

const WorkOrder = ({ page, typed, errors }: Omit<Props, 'isNew'>) => (
  <Field
    label={page.text.intake.workOrder}
    isNeededSometimes
    name="workOrder"
    hint={page.text.intake.workOrderHint}
    value={typed.workOrder ?? ''}
    error={errors.workOrder}
    maxlength={40}
    autocomplete="off"
  />
)
