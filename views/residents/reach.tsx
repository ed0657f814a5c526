import type { Child } from 'hono/jsx'
import type { ResidentForm } from '#domain/people/resident.ts'
import type { Faults } from '#domain/reading/checked.ts'
import type { Page } from '#views/page.ts'
import { Field } from '#views/parts/form/field.tsx'
import { Fold } from '../parts/details.tsx'
import { Panel } from '../parts/panel.tsx'
import { faultAt } from '../people/faults.ts'

export const Fields = ({ children }: { children?: Child }) => <div class="fields">{children}</div>

type Props = { readonly page: Page; readonly typed: ResidentForm; readonly faults: Faults }

/** How to reach a resident; rarely needed fields are one tap away. */
export const Reach = ({ page: { text }, typed, faults }: Props) => {
  const words = text.people.residents.form
  const at = (name: string) => faultAt(text, faults, name)
  const phone = (name: 'phone1' | 'phone2' | 'phone3' | 'relativePhone', label: string, hint?: string) => (
    <Field
      half={name !== 'phone1'}
      label={label}
      hint={hint}
      name={name}
      type="tel"
      inputmode="tel"
      autocomplete="off"
      value={typed[name]}
      error={at(name)}
    />
  )
  const more = ['phone2', 'phone3', 'relativeName', 'relativePhone', 'hearing'] as const
  return (
    <Panel title={words.reach}>
      <Fields>
        {phone('phone1', words.phone(1), words.phoneHint)}
        <Field half label={words.callFrom} name="callFrom" type="time" value={typed.callFrom} error={at('callFrom')} />
        <Field
          half
          label={words.callUntil}
          name="callUntil"
          type="time"
          value={typed.callUntil}
          error={at('callUntil')}
        />
      </Fields>
      <Fold summary={words.more} open={more.some((name) => typed[name] || name in faults)}>
        <Fields>
          {phone('phone2', words.phone(2))}
          {phone('phone3', words.phone(3))}
          <Field
            half
            label={words.relativeName}
            hint={words.relativeNameHint}
            name="relativeName"
            autocomplete="off"
            value={typed.relativeName}
            error={at('relativeName')}
          />
          {phone('relativePhone', words.relativePhone)}
          <Field
            label={words.hearing}
            hint={words.hearingHint}
            name="hearing"
            value={typed.hearing}
            error={at('hearing')}
          />
        </Fields>
      </Fold>
    </Panel>
  )
}
