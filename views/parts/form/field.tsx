import { type Child, createContext, type JSX, useContext } from 'hono/jsx'
import { Icon } from '#views/parts/icon.tsx'
import { isRecordedElse, RecordedNow } from '#views/parts/recorded.tsx'

/** What every question has. `prefix` keeps ids unique if a page contains several forms. */
type Question = {
  readonly label: Child
  readonly name: string
  readonly prefix?: string
  readonly hint?: Child
  readonly error?: Child
  readonly half?: boolean
  /** Needed in some cases only, as the page says; so it is neither required nor called optional. */
  readonly isNeededSometimes?: boolean
}

type Option = {
  readonly value: string
  readonly label: Child
  readonly hint?: Child
  readonly icon?: Parameters<typeof Icon>[0]['name']
}

type Rest<Tag extends 'input' | 'textarea' | 'select', Own> = Omit<
  JSX.IntrinsicElements[Tag],
  keyof Own | keyof Question | 'id' | 'class' | 'children'
>

/** The id of a field: its name after the form's prefix. ErrorSummary links to the same id. */
export const fieldId = (name: string, prefix?: string): string => (prefix ? `${prefix}-${name}` : name)

/** Connects hint and error to their control, so that screen readers read both. */
const tied = ({ name, prefix, hint, error }: Question) => {
  const id = fieldId(name, prefix)
  const lines = [hint ? `${id}-hint` : '', isRecordedElse(name) ? `${id}-now` : '', error ? `${id}-error` : '']
  const ids = lines.filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? ('true' as const) : undefined }
}

/** The word that marks an optional field, in the language of the page. Without it, as in a test of one part, there is no mark. */
export const OptionalMark = createContext<string | null>(null)

/** A field's label; a field that a form does without says so. */
export const Label = ({ label, isOptional }: { readonly label: Child; readonly isOptional: boolean }) => {
  const mark = useContext(OptionalMark)
  return (
    <>
      {label}
      {isOptional && mark && <small class="optional"> {mark}</small>}
    </>
  )
}

const frame = ({ error, half }: Question) => `field${error ? ' wrong' : ''}${half ? ' half' : ''}`

type Recorded = Pick<Parameters<typeof RecordedNow>[0], 'options' | 'box'>

const HintAndError = ({ name, prefix, hint, error, ...recorded }: Question & Recorded) => (
  <>
    {hint && (
      <p class="hint" id={`${fieldId(name, prefix)}-hint`}>
        {hint}
      </p>
    )}
    <RecordedNow name={name} id={fieldId(name, prefix)} {...recorded} />
    {error && (
      <p class="error" id={`${fieldId(name, prefix)}-error`}>
        <Icon name="warning" />
        <span>{error}</span>
      </p>
    )}
  </>
)

const Labelled = (props: Question & Recorded & { readonly isOptional: boolean; readonly children: Child }) => (
  <div class={frame(props)}>
    <label for={fieldId(props.name, props.prefix)}>
      <Label label={props.label} isOptional={props.isOptional} />
    </label>
    <HintAndError {...props} />
    {props.children}
  </div>
)

/** Whether nothing has to be typed here: not required, not only shown, and not a search, which may always be empty. */
const mayBeEmpty = (props: {
  readonly isNeededSometimes?: boolean
  readonly required?: unknown
  readonly readonly?: unknown
  readonly disabled?: unknown
  readonly type?: string
}): boolean =>
  !props.required && !props.isNeededSometimes && !props.readonly && !props.disabled && props.type !== 'search'

type TextOwn = { readonly type?: string; readonly value?: string | number }

/** A one-line question. Other attributes (inputmode, autocomplete, min, max …) are passed on to the input. */
export const Field = (props: Question & TextOwn & Rest<'input', TextOwn>) => {
  const { label, name, prefix, hint, error, half, isNeededSometimes, type = 'text', value, ...rest } = props
  return (
    <Labelled {...props} isOptional={mayBeEmpty(props)}>
      <input type={type} id={fieldId(name, prefix)} name={name} value={value} {...tied(props)} {...rest} />
    </Labelled>
  )
}

type AreaOwn = { readonly value?: string; readonly rows?: number }

export const TextArea = (props: Question & AreaOwn & Rest<'textarea', AreaOwn>) => {
  const { label, name, prefix, hint, error, half, isNeededSometimes, value, rows = 3, ...rest } = props
  return (
    <Labelled {...props} isOptional={mayBeEmpty(props)}>
      <textarea id={fieldId(name, prefix)} name={name} rows={rows} {...tied(props)} {...rest}>
        {value}
      </textarea>
    </Labelled>
  )
}

type ChoiceOwn = {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value?: string
}

/** One of its options is always chosen, so it is never called optional: the first one says what an empty answer means. */
export const Select = (props: Question & ChoiceOwn & Rest<'select', ChoiceOwn>) => {
  const { label, name, prefix, hint, error, half, isNeededSometimes, options, value, ...rest } = props
  return (
    <Labelled {...props} isOptional={false}>
      <select id={fieldId(name, prefix)} name={name} {...tied(props)} {...rest}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

type GroupOwn = {
  readonly options: readonly Option[]
  readonly value?: string
  readonly required?: boolean
  /** Puts the focus on the first answer, where none was given. */
  readonly autofocus?: boolean | undefined
  readonly as?: 'choices' | 'picker'
}

/**
 * One choice of a few: chips large enough for a thumb or, as a `picker`, cards with icon and name for the catalogue.
 * The first option has the field's own id, so that a link to the field leads there.
 */
export const RadioGroup = (props: Question & GroupOwn) => {
  const { label, name, prefix, options, value, required, autofocus, as = 'choices' } = props
  const isAnswered = options.some((option) => option.value === value)
  return (
    <fieldset class={frame(props)} {...tied(props)}>
      <legend>
        <Label label={label} isOptional={!isAnswered && mayBeEmpty(props)} />
      </legend>
      <HintAndError {...props} />
      <div class={as}>
        {options.map((option, index) => (
          <label>
            <input
              type="radio"
              id={index === 0 ? fieldId(name, prefix) : `${fieldId(name, prefix)}-${option.value}`}
              name={name}
              value={option.value}
              checked={option.value === value}
              required={required}
              autofocus={autofocus && index === 0}
            />
            <span>
              {option.icon && <Icon name={option.icon} />}
              <span>
                {option.label}
                {option.hint && <small>{option.hint}</small>}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type TickOwn = { readonly value?: string; readonly checked?: boolean }

export const Checkbox = (props: Question & TickOwn & Rest<'input', TickOwn>) => {
  const { label, name, prefix, hint, error, half, isNeededSometimes, value = 'yes', checked, ...rest } = props
  return (
    <div class={frame(props)}>
      <label class="tick">
        <input
          type="checkbox"
          id={fieldId(name, prefix)}
          name={name}
          value={value}
          checked={checked}
          {...tied(props)}
          {...rest}
        />
        <span>{label}</span>
      </label>
      <HintAndError name={name} prefix={prefix} hint={hint} error={error} label={label} box={value} />
    </div>
  )
}

export const Hidden = ({ name, value }: { readonly name: string; readonly value: string | number }) => (
  <input type="hidden" name={name} value={value} />
)
