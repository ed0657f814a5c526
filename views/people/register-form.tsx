import type { Community } from '#db/community/area-rows.ts'
import { type RegistrationForm, registrationFieldNames } from '#domain/people/registration.ts'
import { strengthCodes } from '#domain/people/volunteer.ts'
import type { Faults } from '#domain/reading/checked.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Field } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { errorList, faultAt } from './faults.ts'
import { FreeTimesField } from './free-times-field.tsx'
import { Ticks } from './ticks.tsx'

type Props = {
  readonly page: Page
  readonly community: Community
  readonly typed: RegistrationForm
  readonly faults: Faults
}

/** Registering on one's own phone: what the secretary needs for a decision, and how it is used, in plain words. */
export const RegisterPage = ({ page, community, typed, faults }: Props) => {
  const { text } = page
  const words = text.register
  const people = text.people.newPerson
  const at = (name: string) => words.faults[faults[name] ?? ''] ?? faultAt(text, faults, name)
  const errors = errorList(text, faults, registrationFieldNames)
  // In the summary a sentence has no field next to it, so it needs the label.
  const labels: Readonly<Record<string, unknown>> = { ...people, ...words }
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(community.name)}</p>
      <ErrorSummary
        title={text.site.errorSummary}
        errors={errors.map(({ name }) => ({ name, message: [labels[name], at(name)].filter(Boolean).join(' · ') }))}
      />
      <form class="fields" method="post" novalidate action={`/c/${community.slug}/register`}>
        <Panel title={words.about}>
          <div class="fields">
            <Field half label={people.name} name="name" autocomplete="name" {...filled('name')} required />
            <Field
              half
              label={people.phone}
              hint={words.phoneHint}
              name="phone"
              type="tel"
              inputmode="tel"
              autocomplete="tel"
              {...filled('phone')}
              required
            />
            <Field
              label={people.unit}
              hint={people.unitHint}
              name="unit"
              autocomplete="organization"
              {...filled('unit')}
            />
            <Field half label={people.branch} name="branch" autocomplete="off" {...filled('branch')} />
            <Field
              half
              label={words.building}
              hint={words.buildingHint}
              name="building"
              autocomplete="off"
              {...filled('building')}
            />
          </div>
        </Panel>
        <Panel title={words.help}>
          <div class="fields">
            <Ticks
              label={people.strengths}
              isOptional
              name="strengths"
              options={strengthCodes.map((value) => ({ value, label: text.people.strengths[value] }))}
              values={typed.strengths}
            />
            <FreeTimesField text={text} label={people.freeTimes} hint={words.freeHint} values={typed.freeTimes} />
          </div>
        </Panel>
        <Panel title={words.consentTitle}>
          <ul>
            {words.consentRows.map((row) => (
              <li>{row}</li>
            ))}
          </ul>
          <p>{words.never}</p>
          <Checkbox
            label={words.consent}
            name="consent"
            checked={typed.consent === 'yes'}
            error={at('consent')}
            required
          />
        </Panel>
        <Button wide>{words.button}</Button>
      </form>
    </div>
  )
  function filled(name: 'name' | 'phone' | 'unit' | 'branch' | 'building') {
    return { value: typed[name], error: at(name) }
  }
}

export const ThanksPage = ({ page, community }: Pick<Props, 'page' | 'community'>) => {
  const words = page.text.register
  return (
    <div class="narrow">
      <h1>{words.thanksTitle}</h1>
      <p class="lead">{words.thanks}</p>
      {community.phone && (
        <p>
          <a href={`tel:${community.phone}`}>{words.thanksCall(community.phone)}</a>
        </p>
      )}
      <p>
        <a href={`/c/${community.slug}`}>{words.thanksBack}</a>
      </p>
    </div>
  )
}

/** If there are several communities: asks which one to register in. */
export const RegisterWhere = ({ page, communities }: { page: Page; communities: readonly Community[] }) => (
  <div class="narrow">
    <h1>{page.text.register.title}</h1>
    <p class="lead">{page.text.register.choose}</p>
    <ul class="links">
      {communities.map(({ slug, name }) => (
        <li>
          <a href={`/c/${slug}/register`}>{name}</a>
        </li>
      ))}
    </ul>
  </div>
)
