import { addedRoles, type PersonForm, personFieldNames } from '#domain/people/volunteer.ts'
import type { Faults } from '#domain/reading/checked.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, RadioGroup, Select } from '#views/parts/form/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { errorList, faultAt } from './faults.ts'
import { VolunteerFields } from './volunteer-fields.tsx'

type Option = { readonly id: string; readonly name: string }

export const NewPersonPage = ({
  page,
  typed,
  faults,
  grids,
  formKey,
}: {
  page: Page
  typed: PersonForm
  faults: Faults
  grids: readonly Option[]
  formKey: string
}) => {
  const { text, community } = page
  const words = text.people.newPerson
  const at = (name: string) => faultAt(text, faults, name)
  const place = `/people?c=${community?.slug ?? ''}`
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      {'key' in faults && (
        <ErrorSummary title={text.people.keyReused} errors={[{ name: 'name', message: words.name }]} />
      )}
      <ErrorSummary title={text.site.errorSummary} errors={errorList(text, faults, personFieldNames, words)} />
      <form class="fields" method="post" novalidate action={place}>
        <Hidden name="key" value={formKey} />
        <RadioGroup
          label={words.role}
          name="role"
          options={addedRoles.map((value) => ({ value, label: words.roleOf[value] }))}
          value={typed.role}
          error={at('role')}
          required
        />
        <Field label={words.name} name="name" value={typed.name} error={at('name')} autocomplete="off" required />
        <Field
          label={words.phone}
          hint={words.phoneHint}
          name="phone"
          type="tel"
          inputmode="tel"
          autocomplete="off"
          value={typed.phone}
          error={at('phone')}
          required
        />
        <Panel title={words.gridPart}>
          <Select
            label={words.grid}
            name="gridId"
            options={[{ value: '', label: words.noGrid }, ...grids.map(({ id, name }) => ({ value: id, label: name }))]}
            value={typed.gridId}
            error={at('gridId')}
          />
        </Panel>
        <Panel title={words.volunteerPart}>
          <div class="fields">
            <VolunteerFields text={text} typed={typed} faults={faults} />
          </div>
        </Panel>
        <p class="actions">
          <Button>{words.button}</Button>
          <LinkButton kind="quiet" href={place}>
            {text.site.cancel}
          </LinkButton>
        </p>
      </form>
    </div>
  )
}
