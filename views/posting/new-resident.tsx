import type { ResidentForm } from '#domain/people/resident.ts'
import { firstPurposes, refusedBand } from '#domain/people/resident.ts'
import { ageBands, askedMethods } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Field, RadioGroup, Select } from '#views/parts/form/field.tsx'
import { Ticks } from '#views/people/ticks.tsx'

export type NewResident = {
  readonly typed: ResidentForm
  readonly consent: { readonly agreed: readonly string[]; readonly method: string; readonly day: string }
  readonly grids: readonly { readonly id: string; readonly name: string }[]
  /** What was said without a signal about whether the resident is on the list; empty otherwise. */
  readonly listed: string
  /** The latest day on which consent can have been asked. */
  readonly today: string
}
type Props = { readonly page: Page; readonly fresh: NewResident; readonly errors: Readonly<Record<string, string>> }

/**
 * The fields of a new file within a posting, shown when "new" is tapped. The rest of the file can be filled in later.
 */
export const NewResidentFields = ({ page, fresh, errors }: Props) => {
  const { text } = page
  const words = text.people.residents.form
  // Said to be on the list and not found there: what is missing can be filled in.
  const isMissing = fresh.listed === 'yes' && Boolean(errors.gridId || errors.ageBand || errors.agreed)
  const { typed, consent, grids, today } = fresh
  const bands = ageBands.map((value) => ({ value, label: text.words.ageBand[value] }))
  return (
    <div class="fields new-resident">
      <Listed page={page} value={isMissing ? '' : fresh.listed} />
      <Field
        label={words.name}
        isNeededSometimes
        name="name"
        autocomplete="off"
        value={typed.name}
        error={errors.name}
      />
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
            isNeededSometimes={name === 'building'}
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
      <div class="fields not-listed">
        {/* The page that the phone stores is the same for everyone: doorstep.js adds the grids of its reader. */}
        <Select
          label={words.grid}
          name="gridId"
          options={[{ value: '', label: words.choose }, ...grids.map(({ id, name }) => ({ value: id, label: name }))]}
          value={typed.gridId}
          error={errors.gridId}
        />
        <RadioGroup
          label={words.ageBand}
          isNeededSometimes
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
          isNeededSometimes
          name="method"
          options={askedMethods.map((value) => ({ value, label: text.words.consentMethod[value] }))}
          value={consent.method || 'in-person'}
          error={errors.method}
        />
        {/* Without a signal it is the day on which the form is filled in. */}
        {today && (
          <Field
            label={words.day}
            isNeededSometimes
            name="day"
            type="date"
            max={today}
            value={consent.day || today}
            error={errors.day}
          />
        )}
      </div>
    </div>
  )
}

/**
 * Only without a signal, when the list cannot be searched: a resident who is on the list already is not asked for
 * grid, age and consent again. doorstep.js shows it.
 */
const Listed = ({ page: { text }, value }: Pick<Props, 'page'> & { readonly value: string }) => {
  const words = text.form.unseen
  return (
    <div id="unseen" hidden={value === ''}>
      <RadioGroup
        label={words.label}
        isNeededSometimes
        name="listed"
        value={value}
        options={[
          { value: 'no', label: words.no, hint: words.noHint },
          { value: 'yes', label: words.yes, hint: words.yesHint },
        ]}
      />
    </div>
  )
}
