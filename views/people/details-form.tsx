import { type DetailsForm, detailFieldNames } from '#domain/people/person-details.ts'
import type { Faults } from '#domain/reading/checked.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden } from '#views/parts/form/field.tsx'
import { type Meanwhile, WithMeanwhile } from '#views/parts/form/meanwhile-banner.tsx'
import { errorList, faultAt } from './faults.ts'
import { VolunteerFields } from './volunteer-fields.tsx'

type Props = {
  readonly page: Page
  readonly title: string
  readonly lead?: string
  readonly typed: DetailsForm
  readonly faults: Faults
  readonly version: number
  readonly meanwhile: Meanwhile | null
  /** Whether the name can be changed; volunteers cannot change their own. */
  readonly hasName: boolean
  readonly isVolunteer: boolean
  readonly action: string
  readonly back: string
}

/** The form with which a person's data is changed, by themselves or by those who look after them. */
export const DetailsFormPage = (props: Props) => {
  const { page, title, lead, typed, faults, version, meanwhile, hasName, isVolunteer, action, back } = props
  const { text } = page
  const words = text.people.newPerson
  return (
    <div class="narrow">
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      <WithMeanwhile page={page} meanwhile={meanwhile}>
        <ErrorSummary title={text.site.errorSummary} errors={errorList(text, faults, detailFieldNames, words)} />
        <form class="fields" method="post" novalidate action={action}>
          <Hidden name="version" value={version} />
          {hasName && (
            <Field
              label={words.name}
              required
              name="name"
              value={typed.name}
              error={faultAt(text, faults, 'name')}
              autocomplete="off"
            />
          )}
          {isVolunteer && <VolunteerFields text={text} typed={typed} faults={faults} />}
          <p class="actions">
            <Button>{text.people.person.save}</Button>
            <LinkButton kind="quiet" href={back}>
              {text.site.cancel}
            </LinkButton>
          </p>
        </form>
      </WithMeanwhile>
    </div>
  )
}
