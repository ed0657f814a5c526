import { sources, urgencies } from '#domain/words.ts'
import type { Page } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/errors.tsx'
import { Field, Hidden, RadioGroup, TextArea } from '../parts/field.tsx'
import type { Within } from './card.tsx'
import { Things } from './things.tsx'

type Props = {
  readonly page: Page
  readonly action: string
  readonly title: string
  readonly button: string
  readonly who: { readonly id: string; readonly name: string; readonly place: string; readonly mayChange: boolean }
  readonly keyOfForm: string
  readonly typed: Readonly<Record<string, string>>
  /** Sentences by field. */
  readonly errors: Readonly<Record<string, string>>
  readonly asksRepeat: boolean
  readonly limitYuan: string
  readonly within: Within
  /** A published wish keeps its thing; the rest may change. */
  readonly isThingFixed: boolean
}

/** One form for posting and amending. What is seldom needed is folded away; nothing is asked twice. */
export const WishForm = (props: Props) => {
  const { page, typed, errors, who } = props
  const { text } = page
  const { form } = text
  const summary = Object.entries(errors).map(([name, message]) => ({ name, message }))
  return (
    <div class="narrow">
      <h1>{props.title}</h1>
      <p class="lead">
        {form.forWhom(who.name, who.place)} {who.mayChange && <a href="/wishes/new">{form.changeResident}</a>}
      </p>
      <ErrorSummary title={text.site.errorSummary} errors={summary} />
      <form method="post" action={props.action}>
        <Hidden name="key" value={props.keyOfForm} />
        <Hidden name="resident" value={who.id} />
        {props.isThingFixed ? <Hidden name="item" value={typed.item ?? ''} /> : <Things {...props} />}
        <div class="fields">
          <Field
            half
            label={form.quantity}
            name="quantity"
            inputmode="numeric"
            value={typed.quantity ?? '1'}
            error={errors.quantity}
            required
          />
          <Field
            half
            label={form.specification}
            name="specification"
            hint={form.specificationHint}
            value={typed.specification ?? ''}
            error={errors.specification}
            maxlength={60}
          />
        </div>
        <RadioGroup
          label={form.urgency}
          name="urgency"
          value={typed.urgency ?? 'blue'}
          error={errors.urgency}
          options={urgencies.map((value) => ({
            value,
            label: text.words.urgency[value],
            hint: form.within(props.within[value]),
          }))}
        />
        {props.asksRepeat && (
          <TextArea
            label={form.repeat}
            name="repeat"
            rows={2}
            hint={form.repeatHint}
            value={typed.repeat ?? ''}
            error={errors.repeat}
            required
          />
        )}
        <RadioGroup
          label={form.source}
          name="source"
          value={typed.source ?? 'visit'}
          error={errors.source}
          options={sources.map((value) => ({ value, label: text.words.source[value] }))}
        />
        <Field
          label={form.value}
          name="value"
          inputmode="decimal"
          hint={form.valueHint(props.limitYuan)}
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
        <Button wide>{props.button}</Button>
      </form>
    </div>
  )
}
