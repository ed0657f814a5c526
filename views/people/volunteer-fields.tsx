import { strengthCodes } from '#domain/people/volunteer.ts'
import type { Faults } from '#domain/reading/checked.ts'
import type { Text } from '#text/text.ts'
import { Field } from '#views/parts/form/field.tsx'
import { faultAt } from './faults.ts'
import { FreeTimesField } from './free-times-field.tsx'
import { Ticks } from './ticks.tsx'

type Typed = {
  readonly unit: string
  readonly branch: string
  readonly building: string
  readonly strengths: readonly string[]
  readonly freeTimes: readonly string[]
}

/** What a volunteer states: on the form that adds one, and where it is changed. */
export const VolunteerFields = ({
  text,
  typed,
  faults,
}: {
  readonly text: Text
  readonly typed: Typed
  readonly faults: Faults
}) => {
  const words = text.people.newPerson
  const at = (name: string) => faultAt(text, faults, name)
  return (
    <>
      <Field label={words.unit} hint={words.unitHint} name="unit" value={typed.unit} error={at('unit')} />
      <Field half label={words.branch} name="branch" value={typed.branch} error={at('branch')} />
      <Field half label={words.building} name="building" value={typed.building} error={at('building')} />
      <Ticks
        label={words.strengths}
        isOptional
        name="strengths"
        options={strengthCodes.map((value) => ({ value, label: text.people.strengths[value] }))}
        values={typed.strengths}
      />
      <FreeTimesField text={text} label={words.freeTimes} values={typed.freeTimes} />
    </>
  )
}
