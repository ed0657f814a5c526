import type { ActFields } from '#domain/wish/act-fields.ts'
import { Checkbox, Field } from '#views/parts/form/field.tsx'

type Props = {
  readonly fields: ActFields
  readonly labels: Readonly<Record<string, string>>
  readonly prefix: string
  readonly typed: Readonly<Record<string, string>>
  /** The sentence at the field that was refused. */
  readonly wrong: (name: string) => { readonly error?: string | undefined }
}

/** The fields that an act declares for its form, in the order of the declaration. */
export const OwnFields = ({ fields, labels, prefix, typed, wrong }: Props) => (
  <>
    {Object.entries(fields).map(([name, { kind, isOptional }]) => {
      const asked = { label: labels[name] ?? name, name, prefix, ...wrong(name) }
      if (kind === 'tick') return <Checkbox {...asked} checked={typed[name] === 'yes'} />
      const looks = kind === 'day' ? ({ type: 'date' } as const) : ({ type: 'text', inputmode: 'numeric' } as const)
      return <Field {...asked} {...looks} value={typed[name] ?? ''} required={!isOptional} />
    })}
  </>
)
