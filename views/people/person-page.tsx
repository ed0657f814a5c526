import type { AreaLine } from '#db/community/area-rows.ts'
import type { Membership, PersonFile } from '#db/people/person-file.ts'
import type { RoleRow } from '#db/people/role-rows.ts'
import { isSecretaryOf } from '#domain/people/actor.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, Select } from '#views/parts/form/field.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { PhoneLink } from '#views/parts/phone-link.tsx'
import { dayName } from '#views/rules/rule-days.ts'
import { areaInWords } from './role-words.ts'
import { freeTimesText, StateTag, strengthsText } from './volunteer-words.tsx'

export type Message = { readonly tone: 'green' | 'red'; readonly sentence: string }
export type GrantTyped = { readonly role: string; readonly areaId: string }

type Props = {
  readonly page: Page
  readonly file: PersonFile
  /** Ids of the roles that the reader may end. */
  readonly mayEnd: readonly string[]
  readonly grant: {
    readonly roles: readonly RoleName[]
    /** Each before its parts. */
    readonly areas: readonly AreaLine[]
    readonly typed: GrantTyped
    readonly error?: string | undefined
    readonly errorAt?: 'role' | 'areaId' | undefined
  }
  readonly told: Message | null
  /** The new number as it was typed, if it was refused. */
  readonly phone: { readonly typed: string; readonly error: string | undefined }
}

/** One person, for the secretary or administrator: what is known and what can be done. */
export const PersonPage = ({ page, file, mayEnd, grant, told, phone }: Props) => {
  const { text } = page
  const { person: words } = text.people
  const open = file.roles.filter(({ isOver }) => !isOver)
  return (
    <>
      <p>
        <a href="/people">{text.people.codes.back}</a>
      </p>
      <h1>{file.name}</h1>
      {told && (
        <Banner tone={told.tone} role={told.tone === 'red' ? 'alert' : 'status'}>
          <p>{told.sentence}</p>
        </Banner>
      )}
      <div class="columns">
        <div>
          <Panel title={text.people.roles.title}>
            <p>
              <PhoneLink phone={file.phone} />
            </p>
            {file.memberships.length === 0 && (
              <p>
                <a href={`/people/${file.id}/edit`}>{words.editLink}</a>
              </p>
            )}
            <ul class="work">
              {file.roles.map((row) => (
                <OneRole page={page} row={row} personId={file.id} mayEnd={mayEnd.includes(row.id)} />
              ))}
            </ul>
          </Panel>
          {grant.roles.length > 0 && <Grant page={page} personId={file.id} grant={grant} />}
        </div>
        <div>
          {open.length > 0 && (
            <Panel title={words.codeTitle}>
              <p>{words.codeHelp}</p>
              <form method="post" action={`/people/${file.id}/code`}>
                <Button kind={file.hasPassword ? 'second' : 'primary'}>{words.codeButton}</Button>
              </form>
            </Panel>
          )}
          <Fold summary={text.people.phone.title} open={phone.error !== undefined}>
            <form class="fields" method="post" novalidate action={`/people/${file.id}/phone`}>
              <Field
                label={text.people.phone.field}
                required
                name="phone"
                type="tel"
                inputmode="tel"
                autocomplete="off"
                value={phone.typed}
                error={phone.error}
              />
              <p class="actions">
                <Button kind="second">{text.people.phone.button}</Button>
              </p>
            </form>
          </Fold>
          {file.memberships.map((one) => (
            <AsVolunteer page={page} membership={one} />
          ))}
        </div>
      </div>
    </>
  )
}

type RoleProps = {
  readonly page: Page
  readonly row: RoleRow
  readonly personId: string
  readonly mayEnd: boolean
}

const OneRole = ({ page, row, personId, mayEnd }: RoleProps) => {
  const { text } = page
  const words = text.people.roles
  const { id, role, area, fromDay, untilDay, isOver } = row
  const days = untilDay
    ? words.fromUntil(dayName(fromDay, text), dayName(untilDay, text))
    : words.from(dayName(fromDay, text))
  return (
    <li>
      <div>
        <b>
          {text.words.role[role]} · {area.name}
        </b>
        <small>
          <span>{days}</span>
          {isOver && <span>{words.over}</span>}
        </small>
      </div>
      {mayEnd && (
        <LinkButton kind="quiet" href={`/people/${personId}/roles/${id}/end`}>
          {words.end}
        </LinkButton>
      )}
    </li>
  )
}

const Grant = ({ page, personId, grant }: Pick<Props, 'page' | 'grant'> & { readonly personId: string }) => {
  const { text } = page
  const words = text.people.roles
  const { roles, areas, typed, error, errorAt } = grant
  return (
    <Fold summary={words.grant} open={error !== undefined}>
      <form class="fields" method="post" novalidate action={`/people/${personId}/roles`}>
        <Select
          label={words.role}
          name="role"
          options={[
            { value: '', label: words.choose },
            ...roles.map((value) => ({ value, label: text.words.role[value] })),
          ]}
          value={typed.role}
          error={errorAt === 'role' ? error : undefined}
        />
        <Select
          label={words.area}
          hint={words.areaHint}
          name="areaId"
          options={[
            { value: '', label: words.choose },
            ...areas.map((area) => ({ value: area.id, label: areaInWords(areas, area) })),
          ]}
          value={typed.areaId}
          error={errorAt === 'areaId' ? error : undefined}
        />
        <p class="actions">
          <Button kind="second">{words.grantButton}</Button>
        </p>
      </form>
    </Fold>
  )
}

const AsVolunteer = ({ page, membership }: { readonly page: Page; readonly membership: Membership }) => {
  const { text } = page
  const { person: words, volunteers } = text.people
  const { id, communityId, communityName, slug, state } = membership
  const isTheirs = isSecretaryOf(page.actor, communityId)
  return (
    <Panel title={`${text.words.role.volunteer} · ${communityName}`}>
      <Facts
        rows={[
          { term: volunteers.head.state, value: <StateTag text={text} state={state} /> },
          { term: volunteers.head.unit, value: membership.unit || volunteers.none },
          { term: volunteers.head.branch, value: membership.branch || volunteers.none },
          { term: words.building, value: membership.building || volunteers.none },
          { term: volunteers.head.strengths, value: strengthsText(text, membership.strengths) },
          { term: volunteers.head.freeTimes, value: freeTimesText(text, membership.freeTimes) },
        ]}
      />
      <p class="actions">
        <LinkButton kind="second" href={`/people/${id}/edit?in=${communityId}`}>
          {words.editLink}
        </LinkButton>
      </p>
      {isTheirs && state === 'inactive' && (
        <form method="post" action={`/people/${id}/activate`}>
          <Hidden name="communityId" value={communityId} />
          <p>{words.activateHelp}</p>
          <Button kind="second">{words.activateButton}</Button>
        </form>
      )}
      {isTheirs && (
        <form method="post" action={`/people/${id}/record?c=${slug ?? ''}`}>
          <p>{text.sheets.record.printForHelp}</p>
          <Button kind="second">{text.sheets.record.printFor}</Button>
        </form>
      )}
    </Panel>
  )
}
