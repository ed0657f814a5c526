import { referReasons } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Checkbox, Field, RadioGroup, TextArea } from '#views/parts/form/field.tsx'
import { Came } from './came.tsx'

type Props = {
  readonly page: Page
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly limitYuan: string | null
  readonly isNew: boolean
  /** For letters and transfers, the time of arrival is asked at the top of the form. */
  readonly asksCame: boolean
}

const folded = ['specification', 'value', 'note', 'received', 'workOrder', 'every'] as const

/** Rarely needed fields. */
export const More = ({ page, typed, errors, limitYuan, isNew, asksCame }: Props) => {
  const { form, waits } = page.text
  const { every } = waits
  return (
    <Fold summary={form.more} open={folded.some((name) => typed[name] || errors[name]) || Boolean(errors.source)}>
      <div class="fields">
        <Field
          label={form.specification}
          name="specification"
          hint={form.specificationHint}
          value={typed.specification ?? ''}
          error={errors.specification}
          maxlength={60}
        />
        {asksCame && <Came page={page} typed={typed} errors={errors} isNew={isNew} />}
        <Field
          label={form.value}
          name="value"
          inputmode="decimal"
          hint={limitYuan && form.valueHint(limitYuan)}
          value={typed.value ?? ''}
          error={errors.value}
        />
        <TextArea
          label={form.note}
          name="note"
          rows={2}
          hint={form.noteHint}
          value={typed.note ?? ''}
          error={errors.note}
        />
        <Checkbox name="every" value="month" label={every.field} hint={every.hint} checked={typed.every === 'month'} />
      </div>
    </Fold>
  )
}

/** For something that cannot be a wish: the same button records it and refers it to the office. */
export const Refer = ({ page, typed, errors }: Pick<Props, 'page' | 'typed' | 'errors'>) => {
  const { intake, words } = page.text
  const none = { value: '', label: intake.refer.none }
  return (
    <Fold summary={intake.refer.fold} open={Boolean(typed.refer || typed.referNote || errors.referNote)}>
      <div class="fields">
        <RadioGroup
          label={intake.refer.reason}
          name="refer"
          hint={intake.refer.hint}
          value={typed.refer ?? ''}
          options={[none, ...referReasons.map((value) => ({ value, label: words.referReason[value] }))]}
        />
        <TextArea
          label={intake.refer.note}
          name="referNote"
          rows={2}
          value={typed.referNote ?? ''}
          error={errors.referNote}
        />
      </div>
    </Fold>
  )
}
