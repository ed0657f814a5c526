import type { Child } from 'hono/jsx'
import { fieldId } from '../parts/field.tsx'
import { Icon } from '../parts/icons.tsx'

/** Several of a few. The first box has the field's own id, so that a link to the field lands there. */
export const Ticks = ({
  label,
  name,
  hint,
  error,
  options,
  values,
  compact,
}: {
  readonly label: Child
  readonly name: string
  readonly hint?: Child
  readonly error?: Child
  readonly options: readonly { readonly value: string; readonly label: Child; readonly hint?: Child }[]
  readonly values: readonly string[]
  /** As chips side by side; else one under the other, with room for a sentence. */
  readonly compact?: boolean
}) => (
  <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={error ? `${fieldId(name)}-error` : undefined}>
    <legend>{label}</legend>
    {hint && <p class="hint">{hint}</p>}
    {error && (
      <p class="error" id={`${fieldId(name)}-error`}>
        <Icon name="warning" />
        <span>{error}</span>
      </p>
    )}
    <div class={compact ? 'choices many' : undefined}>
      {options.map((option, index) => (
        <label class={compact ? undefined : 'tick'}>
          <input
            type="checkbox"
            id={index === 0 ? fieldId(name) : `${fieldId(name)}-${option.value}`}
            name={name}
            value={option.value}
            checked={values.includes(option.value)}
          />
          <span>
            {option.label}
            {option.hint && (
              <>
                <br />
                <small>{option.hint}</small>
              </>
            )}
          </span>
        </label>
      ))}
    </div>
  </fieldset>
)
