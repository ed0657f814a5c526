import type { AreaLine } from '#db/community/area-rows.ts'
import { type StaffForm, staffFieldNames } from '#domain/people/new-staff.ts'
import type { Faults } from '#domain/reading/checked.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, Select } from '#views/parts/form/field.tsx'
import { errorList, faultAt } from './faults.ts'
import { areaInWords } from './role-words.ts'

type Props = {
  readonly page: Page
  readonly typed: StaffForm
  readonly faults: Faults
  /** Each before its parts. */
  readonly areas: readonly AreaLine[]
  /** One role: it is not asked. */
  readonly roles: readonly RoleName[]
  readonly formKey: string
  readonly action: string
  readonly words: { readonly title: string; readonly lead?: string; readonly area: string; readonly button: string }
}

/** Name, number, role and area of a person whom an administrator adds or a secretary proposes. */
export const StaffFormPage = ({ page, typed, faults, areas, roles, formKey, action, words }: Props) => {
  const { text } = page
  const { newPerson, roles: role } = text.people
  const at = (name: string) => faultAt(text, faults, name)
  const [only] = roles.length === 1 ? roles : []
  const labels = { name: newPerson.name, phone: newPerson.phone, role: role.role, areaId: words.area }
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      {words.lead && <p class="lead">{words.lead}</p>}
      {'key' in faults && (
        <ErrorSummary title={text.people.keyReused} errors={[{ name: 'name', message: newPerson.name }]} />
      )}
      <ErrorSummary title={text.site.errorSummary} errors={errorList(text, faults, staffFieldNames, labels)} />
      <form class="fields" method="post" novalidate action={action}>
        <Hidden name="key" value={formKey} />
        <Field label={newPerson.name} name="name" value={typed.name} error={at('name')} autocomplete="off" required />
        <Field
          label={newPerson.phone}
          hint={newPerson.phoneHint}
          name="phone"
          type="tel"
          inputmode="tel"
          autocomplete="off"
          value={typed.phone}
          error={at('phone')}
          required
        />
        {only ? (
          <Hidden name="role" value={only} />
        ) : (
          <Select
            label={role.role}
            name="role"
            options={[
              { value: '', label: role.choose },
              ...roles.map((value) => ({ value, label: text.words.role[value] })),
            ]}
            value={typed.role}
            error={at('role')}
          />
        )}
        <Select
          label={words.area}
          hint={only ? undefined : role.areaHint}
          name="areaId"
          options={[
            { value: '', label: role.choose },
            ...areas.map((area) => ({ value: area.id, label: areaInWords(areas, area) })),
          ]}
          value={typed.areaId}
          error={at('areaId')}
        />
        <p class="actions">
          <Button>{words.button}</Button>
          <LinkButton kind="quiet" href="/people">
            {text.site.cancel}
          </LinkButton>
        </p>
      </form>
    </div>
  )
}
