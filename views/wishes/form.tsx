import type { ItemId } from '#domain/catalogue.ts'
import { sources, urgencies } from '#domain/words.ts'
import type { Text } from '#text/text.ts'
import type { Page } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { Fold } from '../parts/details.tsx'
import { ErrorSummary } from '../parts/errors.tsx'
import { Field, Hidden, RadioGroup, TextArea } from '../parts/field.tsx'
import { Icon } from '../parts/icons.tsx'
import { CallScript } from './call-script.tsx'
import type { Within } from './card.tsx'
import type { NewResident } from './new-resident.tsx'
import { Quantity } from './quantity.tsx'
import { Things } from './things.tsx'
import { Waiting } from './waiting.tsx'
import { type Listed, Whose } from './whose.tsx'

export type { NewResident } from './new-resident.tsx'

type Props = {
  readonly page: Page
  readonly action: string
  readonly title: string
  readonly button: string
  readonly whose:
    | { readonly found: Listed; readonly fresh: NewResident }
    | { readonly name: string; readonly place: string }
  /** Stands for the person signed in where drafts are kept on a phone; empty on the page that is kept there itself. */
  readonly mark: string
  readonly keyOfForm: string
  readonly typed: Readonly<Record<string, string>>
  /** Sentences by field. */
  readonly errors: Readonly<Record<string, string>>
  readonly asksRepeat: boolean
  /** Null on the page kept for where there is no signal: it is of no community. */
  readonly limitYuan: string | null
  readonly within: Within | null
  /** What this community asks for most, the first first. */
  readonly common: readonly ItemId[]
  /** A published wish keeps its thing; the rest may change. */
  readonly isThingFixed: boolean
}

/** One form for posting and amending. What is seldom needed is folded away; nothing is asked twice. */
export const WishForm = (props: Props) => {
  const { page, typed, errors, whose } = props
  const { text } = page
  const { form } = text
  const isNew = 'fresh' in whose
  const isCall = isNew && typed.call === '1'
  return (
    <div class="narrow">
      <h1>{isCall ? form.callTitle : props.title}</h1>
      {props.within === null && <p class="lead">{form.offline}</p>}
      {!isNew && <p class="lead">{form.forWhom(whose.name, whose.place)}</p>}
      {isNew && props.within && <Modes page={page} isCall={isCall} resident={typed.resident ?? ''} />}
      {isNew && <Waiting page={page} mark={props.mark} />}
      <ErrorSummary
        title={text.site.errorSummary}
        errors={Object.entries(errors).map(([name, message]) => ({ name, message: withLabel(name, message, text) }))}
      />
      <form method="post" action={props.action} class="posting" {...(isNew ? { 'data-doorstep': props.mark } : {})}>
        <Hidden name="key" value={props.keyOfForm} />
        {isNew && <Hidden name="mark" value={props.mark} />}
        {isCall && <Hidden name="call" value="1" />}
        {isCall && <CallScript page={page} />}
        {isNew && (
          <Whose
            page={page}
            words={typed.q ?? ''}
            chosen={typed.resident ?? ''}
            error={errors.resident}
            {...whose}
            errors={errors}
          />
        )}
        {props.isThingFixed ? <Hidden name="item" value={typed.item ?? ''} /> : <Things {...props} />}
        <Quantity page={page} value={typed.quantity ?? '1'} error={errors.quantity} />
        <div class="thirds">
          <RadioGroup
            label={form.urgency}
            name="urgency"
            value={typed.urgency ?? 'blue'}
            error={errors.urgency}
            options={urgencies.map((value) => ({
              value,
              label: text.words.urgency[value],
              ...(props.within ? { hint: form.within(props.within[value]) } : {}),
            }))}
          />
        </div>
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
        <More {...props} />
        <Button wide>{props.button}</Button>
      </form>
      {isNew && <script type="module" src="/doorstep.js"></script>}
    </div>
  )
}

/** At the door or over the telephone: the same form, and the way from one to the other. */
const Modes = ({ page, isCall, resident }: { page: Page; isCall: boolean; resident: string }) => {
  const { form } = page.text
  const chosen = resident && resident !== 'new' ? `resident=${encodeURIComponent(resident)}` : ''
  const query = [isCall ? '' : 'call=1', chosen].filter(Boolean).join('&')
  return (
    <p>
      <a class="button quiet" href={`/wishes/new${query && `?${query}`}`}>
        <Icon name={isCall ? 'house' : 'phone-call'} />
        {isCall ? form.toDoor : form.toCall}
      </a>
    </p>
  )
}

const folded = ['specification', 'value', 'note'] as const

const More = ({ page, typed, errors, limitYuan }: Props) => {
  const { form, words } = page.text
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
        <RadioGroup
          label={form.source}
          name="source"
          value={typed.source ?? 'visit'}
          error={errors.source}
          options={sources.map((value) => ({ value, label: words.source[value] }))}
        />
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
      </div>
    </Fold>
  )
}

/** In the summary no field stands beside its sentence, so the sentence says whose it is. */
function withLabel(name: string, message: string, { form, people }: Text): string {
  const { residents } = people
  const own = { item: form.thing, words: form.words, repeat: form.repeat, quantity: form.quantity }
  const labels: Readonly<Record<string, unknown>> = {
    ...residents,
    ...residents.form,
    ...own,
    gridId: residents.form.grid,
  }
  const label = labels[name]
  return typeof label === 'string' ? `${label} · ${message}` : message
}
