import { firstPurposes, type ResidentForm, refusedBand, residentFieldNames } from '#domain/people/resident.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { ageBands } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner, ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, RadioGroup, Select } from '#views/parts/form/field.tsx'
import { type Meanwhile, WithMeanwhile } from '#views/parts/form/meanwhile-banner.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { errorList, faultAt } from '#views/people/faults.ts'
import { Ticks } from '#views/people/ticks.tsx'
import { Asked } from './asked-panel.tsx'
import { Fields, Reach } from './reach.tsx'

type ConsentForm = { readonly agreed: readonly string[]; readonly method: string; readonly day: string }

export type ResidentFormProps = {
  readonly page: Page
  readonly typed: ResidentForm
  readonly faults: Faults
  readonly grids: readonly { readonly id: string; readonly name: string }[]
  /** Whether the grids list their buildings, so that the grid follows from the address. */
  readonly isByAddress: boolean
  /** A resident with a file who seems to be the same person. */
  readonly twinId: string | null
  /** Only for a new file: its key and its consents. */
  readonly fresh: { readonly key: string; readonly consent: ConsentForm; readonly today: string } | null
  /** Only for an existing file: the version being edited, and who has changed it since. */
  readonly editing: { readonly version: number; readonly meanwhile: Meanwhile | null } | null
  readonly action: string
  readonly back: string
}

export const ResidentFormPage = (props: ResidentFormProps) => {
  const { page, typed, faults, fresh, editing, twinId } = props
  const { text } = page
  const words = text.people.residents.form
  const errors = errorList(text, faults, [...residentFieldNames, 'agreed', 'method', 'day'], labelsOf(text))
  return (
    <div class="narrow">
      <h1>{fresh ? words.newTitle : words.editTitle}</h1>
      {'key' in faults && (
        <Banner tone="red" role="alert">
          <p>{text.people.keyReused}</p>
        </Banner>
      )}
      <ErrorSummary title={text.site.errorSummary} errors={errors} />
      {twinId && (
        <p>
          <a href={`/residents/${twinId}`}>{words.seeTwin}</a>
        </p>
      )}
      <WithMeanwhile page={page} meanwhile={editing?.meanwhile ?? null}>
        <form class="fields" method="post" novalidate action={props.action}>
          {fresh && <Hidden name="key" value={fresh.key} />}
          {editing && <Hidden name="version" value={editing.version} />}
          <Who {...props} />
          <Where {...props} />
          <Reach page={page} typed={typed} faults={faults} />
          {fresh && (
            <Panel title={words.consent}>
              <Fields>
                <Ticks
                  label={words.consentLead}
                  name="agreed"
                  options={firstPurposes.map((value) => ({
                    value,
                    label: text.words.consentPurpose[value],
                    hint: text.people.consentWords[value],
                  }))}
                  values={fresh.consent.agreed}
                  error={faultAt(text, faults, 'agreed')}
                />
                <Asked page={page} words={words} typed={fresh.consent} faults={faults} today={fresh.today} />
              </Fields>
            </Panel>
          )}
          <p class="actions">
            <Button>{fresh ? words.add : words.save}</Button>
            <LinkButton kind="quiet" href={props.back}>
              {text.site.cancel}
            </LinkButton>
          </p>
        </form>
      </WithMeanwhile>
    </div>
  )
}

/** The label of each field, for the summary of faults. */
const labelsOf = ({ people: { residents } }: Page['text']) => {
  const { form, head } = residents
  const phones = { phone1: form.phone(1), phone2: form.phone(2), phone3: form.phone(3) }
  return { ...form, ...phones, gridId: form.grid, agreed: head.consents }
}

const Who = ({ page: { text }, typed, faults }: ResidentFormProps) => {
  const words = text.people.residents.form
  const bands = ageBands.map((value) => ({ value, label: text.words.ageBand[value] }))
  return (
    <Panel title={words.who}>
      <Fields>
        <Field
          label={words.name}
          name="name"
          autocomplete="off"
          required
          value={typed.name}
          error={faultAt(text, faults, 'name')}
        />
        <RadioGroup
          label={words.sex}
          name="sex"
          options={(['female', 'male'] as const).map((value) => ({ value, label: words.sexOf[value] }))}
          value={typed.sex}
        />
        <Select
          label={words.ageBand}
          name="ageBand"
          required
          options={[{ value: '', label: words.choose }, ...bands, { value: refusedBand, label: words.under14 }]}
          value={typed.ageBand}
          error={faultAt(text, faults, 'ageBand')}
        />
      </Fields>{' '}
    </Panel>
  )
}

const Where = ({ page: { text }, typed, faults, grids, isByAddress }: ResidentFormProps) => {
  const words = text.people.residents.form
  const at = (name: string) => faultAt(text, faults, name)
  return (
    <Panel title={words.where}>
      <Fields>
        <Select
          label={words.grid}
          name="gridId"
          required={!isByAddress}
          options={[
            { value: '', label: isByAddress ? words.byAddress : words.choose },
            ...grids.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={typed.gridId}
          error={at('gridId')}
        />
        <Field label={words.place} hint={words.placeHint} name="place" value={typed.place} error={at('place')} />
        <Field
          half
          label={words.building}
          hint={words.buildingHint}
          name="building"
          isNeededSometimes
          value={typed.building}
          error={at('building')}
        />
        <Field half label={words.unit} name="unit" value={typed.unit} />
        <Field half label={words.door} name="door" value={typed.door} />
      </Fields>{' '}
    </Panel>
  )
}
