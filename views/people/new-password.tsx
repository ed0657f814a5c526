import type { Child } from 'hono/jsx'
import { Field } from '#views/parts/form/field.tsx'

type Props = {
  readonly labels: { readonly password: string; readonly hint: string; readonly again: string }
  readonly errors: Readonly<Record<'password' | 'again', Child>>
}

/** A new password, typed twice. */
export const NewPassword = ({ labels, errors }: Props) => (
  <>
    <Field
      label={labels.password}
      hint={labels.hint}
      name="password"
      type="password"
      autocomplete="new-password"
      required
      error={errors.password}
    />
    <Field
      label={labels.again}
      name="again"
      type="password"
      autocomplete="new-password"
      required
      error={errors.again}
    />
  </>
)
