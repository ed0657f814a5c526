import type { ResidentForm } from '#domain/people/resident.ts'
import { firstPurposes, refusedBand } from '#domain/people/resident.ts'
import { ageBands, askedMethods } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Field, RadioGroup, Select } from '#views/parts/field.tsx'
import { Ticks } from '#views/people/ticks.tsx'

export type NewResident = {
  readonly typed: ResidentForm
  readonly consent: { readonly agreed: readonly string[]; readonly method: string; readonly day: string }
  readonly grids: readonly { readonly id: string; readonly name: string }[]
  /** The latest day on which consent can have been asked. */
  readonly today: string
}
type Props = { readonly page: Page; readonly fresh: NewResident; readonly errors: Readonly<Record<string, string>> }

/**
 * The fields of a new file within a posting, shown when "new" is tapped. The rest of the file can be filled in later.
 */
export const NewResidentFields = ({ page: { text }, fresh, errors }: Props) => {
  const words = text.people.residents.form
  const { typed, consent, grids, today } = fresh
  const bands = ageBands.map((value) => ({ value, label: text.words.ageBand[value] }))
  const isBlank = grids.length === 0
  return (
    <div class="fields new-resident">
      <Field label={words.name} name="name" autocomplete="off" value={typed.name} error={errors.name} />
      {!isBlank && (
        <Select
          label={words.grid}
          name="gridId"
          options={[{ value: '', label: words.choose }, ...grids.map(({ id, name }) => ({ value: id, label: name }))]}
          value={typed.gridId}
          error={errors.gridId}
        />
      )}
      <Field
        label={words.place}
        hint={words.placeHint}
        name="place"
        autocomplete="off"
        value={typed.place}
        error={errors.place}
      />
      <div class="thirds">
        {(['building', 'unit', 'door'] as const).map((name) => (
          <Field
            label={words[name]}
            name={name}
            autocomplete="off"
            inputmode={name === 'building' ? 'text' : 'numeric'}
            value={typed[name]}
            error={errors[name]}
          />
        ))}
      </div>
      <Field
        label={words.phone(1)}
        name="phone1"
        type="tel"
        inputmode="tel"
        autocomplete="off"
        value={typed.phone1}
        error={errors.phone1}
      />
      {!isBlank && (
        <>
          <RadioGroup
            label={words.ageBand}
            name="ageBand"
            options={[...bands, { value: refusedBand, label: words.under14 }]}
            value={typed.ageBand}
            error={errors.ageBand}
          />
          <Ticks
            label={words.consentLead}
            name="agreed"
            options={firstPurposes.map((value) => ({
              value,
              label: text.words.consentPurpose[value],
              hint: text.people.consentWords[value],
            }))}
            values={consent.agreed}
            error={errors.agreed}
          />
          <RadioGroup
            label={words.method}
            name="method"
            options={askedMethods.map((value) => ({ value, label: text.words.consentMethod[value] }))}
            value={consent.method || 'in-person'}
            error={errors.method}
          />
          <Field label={words.day} name="day" type="date" max={today} value={consent.day || today} error={errors.day} />
        </>
      )}
    </div>
  )
}
