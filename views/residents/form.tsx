import type { Faults } from '#domain/checked.ts'
import { type ResidentForm, refusedBand, residentFieldNames } from '#domain/resident.ts'
import { ageBands, consentPurposes } from '#domain/words.ts'
import type { Page } from '../layout.tsx'
import { Button, LinkButton } from '../parts/button.tsx'
import { ErrorSummary, Notice } from '../parts/errors.tsx'
import { Field, Hidden, RadioGroup, Select } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { errorList, faultAt } from '../people/faults.ts'
import { Ticks } from '../people/ticks.tsx'
import { Asked } from './asked.tsx'

export type ConsentForm = { readonly agreed: readonly string[]; readonly method: string; readonly day: string }

export type ResidentFormProps = {
  readonly page: Page
  readonly typed: ResidentForm
  readonly faults: Faults
  readonly grids: readonly { readonly id: string; readonly name: string }[]
  /** Somebody already listed who seems to be the same. */
  readonly twinId: string | null
  /** Only for a new file: its key and the consents it stands on. */
  readonly fresh: { readonly key: string; readonly consent: ConsentForm; readonly today: string } | null
  readonly action: string
  readonly back: string
}

export const ResidentFormPage = (props: ResidentFormProps) => {
  const { page, typed, faults, fresh, twinId } = props
  const { text } = page
  const words = text.people.residents.form
  const errors = errorList(text, faults, [...residentFieldNames, 'agreed', 'method', 'day'])
  return (
    <div class="narrow">
      <h1>{fresh ? words.newTitle : words.editTitle}</h1>
      {'key' in faults && (
        <Notice tone="red" role="alert">
          <p>{text.people.keyReused}</p>
        </Notice>
      )}
      <ErrorSummary title={text.site.errorSummary} errors={errors} />
      {twinId && (
        <p>
          <a href={`/residents/${twinId}`}>{words.seeTwin}</a>
        </p>
      )}
      <form class="fields" method="post" action={props.action}>
        {fresh && <Hidden name="key" value={fresh.key} />}
        <Who {...props} />
        <Where {...props} />
        <Reach page={page} typed={typed} faults={faults} />
        {fresh && (
          <Panel title={words.consent}>
            <Ticks
              label={words.consentLead}
              name="agreed"
              options={consentPurposes.map((value) => ({
                value,
                label: text.people.consentWords[value],
                hint: text.words.consentPurpose[value],
              }))}
              values={fresh.consent.agreed}
              error={faultAt(text, faults, 'agreed')}
            />
            <Asked page={page} words={words} typed={fresh.consent} faults={faults} today={fresh.today} />
          </Panel>
        )}
        <p class="actions">
          <Button>{fresh ? words.add : words.save}</Button>
          <LinkButton kind="quiet" href={props.back}>
            {text.site.cancel}
          </LinkButton>
        </p>
      </form>
    </div>
  )
}

const Who = ({ page: { text }, typed, faults }: ResidentFormProps) => {
  const words = text.people.residents.form
  const bands = ageBands.map((value) => ({ value, label: text.words.ageBand[value] }))
  return (
    <Panel title={words.who}>
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
    </Panel>
  )
}

const Where = ({ page: { text }, typed, faults, grids }: ResidentFormProps) => {
  const words = text.people.residents.form
  const at = (name: string) => faultAt(text, faults, name)
  return (
    <Panel title={words.where}>
      <Select
        label={words.grid}
        name="gridId"
        required
        options={[{ value: '', label: words.choose }, ...grids.map(({ id, name }) => ({ value: id, label: name }))]}
        value={typed.gridId}
        error={at('gridId')}
      />
      <Field
        label={words.building}
        hint={words.buildingHint}
        name="building"
        value={typed.building}
        error={at('building')}
      />
      <Field label={words.unit} name="unit" value={typed.unit} />
      <Field label={words.door} name="door" value={typed.door} />
    </Panel>
  )
}

const Reach = ({ page: { text }, typed, faults }: Pick<ResidentFormProps, 'page' | 'typed' | 'faults'>) => {
  const words = text.people.residents.form
  const at = (name: string) => faultAt(text, faults, name)
  const tel = { type: 'tel', inputmode: 'tel', autocomplete: 'off' } as const
  return (
    <Panel title={words.reach}>
      {([1, 2, 3] as const).map((n) => (
        <Field
          label={words.phone(n)}
          hint={n === 1 ? words.phoneHint : undefined}
          name={`phone${n}`}
          {...tel}
          value={typed[`phone${n}`]}
          error={at(`phone${n}`)}
        />
      ))}
      <Field label={words.callFrom} name="callFrom" type="time" value={typed.callFrom} error={at('callFrom')} />
      <Field label={words.callUntil} name="callUntil" type="time" value={typed.callUntil} error={at('callUntil')} />
      <Field
        label={words.relativeName}
        hint={words.relativeNameHint}
        name="relativeName"
        autocomplete="off"
        value={typed.relativeName}
        error={at('relativeName')}
      />
      <Field
        label={words.relativePhone}
        name="relativePhone"
        {...tel}
        value={typed.relativePhone}
        error={at('relativePhone')}
      />
      <Field
        label={words.hearing}
        hint={words.hearingHint}
        name="hearing"
        value={typed.hearing}
        error={at('hearing')}
      />
    </Panel>
  )
}
