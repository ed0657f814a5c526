import type { Child } from 'hono/jsx'
import { fieldId, Label } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'

/** Several choices of a few. The first box has the field's own id, so that a link to the field leads there. */
export const Ticks = ({
  label,
  name,
  hint,
  error,
  options,
  values,
  isOptional = false,
}: {
  readonly label: Child
  readonly name: string
  readonly hint?: Child
  readonly error?: Child
  readonly options: readonly { readonly value: string; readonly label: Child; readonly hint?: Child }[]
  readonly values: readonly string[]
  /** Whether none may be ticked and that says nothing, unlike a consent that is not given. */
  readonly isOptional?: boolean
}) => (
  <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={error ? `${fieldId(name)}-error` : undefined}>
    <legend>
      <Label label={label} isOptional={isOptional} />
    </legend>
    {hint && <p class="hint">{hint}</p>}
    {error && (
      <p class="error" id={`${fieldId(name)}-error`}>
        <Icon name="warning" />
        <span>{error}</span>
      </p>
    )}
    <div class="choices many">
      {options.map((option, index) => (
        <label>
          <input
            type="checkbox"
            id={index === 0 ? fieldId(name) : `${fieldId(name)}-${option.value}`}
            name={name}
            value={option.value}
            checked={values.includes(option.value)}
          />
          <span>
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
