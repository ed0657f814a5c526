import { catalogue, type Item, itemById } from '#domain/catalogue.ts'
import { categories, measures } from '#domain/catalogue-codes.ts'
import { sources, urgencies } from '#domain/words.ts'
import type { Page } from '../layout.tsx'
import { Button } from '../parts/button.tsx'
import { Fold } from '../parts/details.tsx'
import { ErrorSummary } from '../parts/errors.tsx'
import { Field, Hidden, RadioGroup, Select, TextArea } from '../parts/field.tsx'
import { Icon } from '../parts/icons.tsx'
import type { Within } from './card.tsx'

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

/** The common things as pictures; the others of each category behind a fold; and a line for what the catalogue lacks. */
const Things = ({ page, typed, errors }: Props) => {
  const { form, catalogue: words } = page.text
  const common = commonIds.flatMap((id) => itemById(id) ?? [])
  const isOther = typed.item === 'other'
  return (
    <fieldset class={errors.item ? 'field wrong' : 'field'} aria-describedby="item-hint">
      <legend>{form.thing}</legend>
      <p class="hint" id="item-hint">
        {errors.item ?? form.thingHint}
      </p>
      <div class="picker">
        {common.map((item, index) => (
          <Thing item={item} page={page} chosen={typed.item} id={index === 0 ? 'item' : undefined} />
        ))}
      </div>
      {categories.map((category) => {
        const rest = catalogue.filter((item) => item.category === category && !commonIds.includes(item.id))
        return (
          <Fold summary={form.moreOf(words.categories[category])} open={rest.some((item) => item.id === typed.item)}>
            <div class="picker">
              {rest.map((item) => (
                <Thing item={item} page={page} chosen={typed.item} />
              ))}
            </div>
          </Fold>
        )
      })}
      <Fold summary={form.other} open={isOther || Boolean(errors.words)}>
        <label class="tick">
          <input type="radio" name="item" value="other" checked={isOther} required />
          <span>{form.other}</span>
        </label>
        <Field
          label={form.words}
          name="words"
          hint={form.wordsHint}
          value={typed.words ?? ''}
          error={errors.words}
          maxlength={80}
        />
        <RadioGroup
          label={form.category}
          name="category"
          value={typed.category ?? 'goods'}
          options={categories.map((value) => ({ value, label: words.categories[value] }))}
        />
        <Select
          label={form.measure}
          name="measure"
          value={typed.measure ?? 'piece'}
          options={measures.map((value) => ({ value, label: words.measures[value] }))}
        />
      </Fold>
    </fieldset>
  )
}

const Thing = ({
  item,
  page,
  chosen,
  id,
}: {
  item: Item
  page: Page
  chosen: string | undefined
  id?: string | undefined
}) => (
  <label>
    <input type="radio" id={id} name="item" value={item.id} checked={item.id === chosen} required />
    <span>
      <Icon name={item.icon} />
      <span>{page.text.catalogue.items[item.id].name}</span>
    </span>
  </label>
)

/** What communities' lists ask for most often. */
const commonIds: readonly string[] = [
  'plaster',
  'milk',
  'kettle',
  'rice',
  'cooking-oil',
  'reading-glasses',
  'cane',
  'change-lamp',
  'haircut',
  'fetch-medicine',
  'chat',
  'teach-phone',
]
