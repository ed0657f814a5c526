import type { Child } from 'hono/jsx'
import type { ListedPerson } from '#db/people/people-list.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { CommunityChips } from '#views/parts/community-chips.tsx'
import { Fold } from '#views/parts/details.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Field, Hidden, Select } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Pager } from '#views/parts/pager.tsx'
import { rolesInWords } from './role-words.ts'
import { StateTag, strengthsText } from './volunteer-words.tsx'

type PeopleFilter = {
  readonly role: RoleName | null
  readonly state: 'active' | 'inactive' | 'left' | null
  /** A grid of the community or, for an administrator, any area; empty for all of them. */
  readonly areaId: string
}

type PeopleList = {
  readonly rows: readonly ListedPerson[]
  readonly next: string | null
  readonly isFirst: boolean
  readonly search: string
  readonly filter: PeopleFilter
  readonly roles: readonly RoleName[]
  readonly areas: readonly { readonly id: string; readonly name: string }[]
  /** Whether the reader may open a person, and sees telephone numbers. */
  readonly mayOpen: boolean
  readonly isSecretary: boolean
  readonly communities: readonly { readonly slug: string; readonly name: string }[]
}

type Props = { readonly page: Page; readonly list: PeopleList; readonly children?: Child }

/** Everyone with a role where the reader works. `children` are shown above the list: what waits for an answer. */
export const PeoplePage = ({ page, list, children }: Props) => {
  const { text, community } = page
  const words = text.people.list
  const place = list.communities.length && community ? `?c=${community.slug}` : ''
  return (
    <>
      <h1>{words.title}</h1>
      <CommunityChips page={page} path="/people" communities={list.communities} />
      {list.isSecretary && (
        <p class="actions">
          <LinkButton href={`/people/new${place}`}>
            <Icon name="plus" />
            {text.people.volunteers.add}
          </LinkButton>
          <LinkButton kind="second" href={`/people/codes${place}`}>
            {text.people.volunteers.codes}
          </LinkButton>
          <LinkButton kind="quiet" href={`/people/proposals/new${place}`}>
            {text.people.staff.propose.link}
          </LinkButton>
        </p>
      )}
      {list.communities.length === 0 && (
        <p class="actions">
          <LinkButton href="/people/staff/new">
            <Icon name="plus" />
            {text.people.staff.link}
          </LinkButton>
        </p>
      )}
      {children}
      <form class="search" method="post" action={`/people/search${place}`}>
        <Field label={words.search} name="q" type="search" placeholder={words.searchHint} value={list.search} />
        <Button kind="second">
          <Icon name="search" />
          {words.searchButton}
        </Button>
      </form>
      {list.search ? (
        <p>
          {words.found(list.rows.length)} <a href={`/people${place}`}>{words.clear}</a>
        </p>
      ) : (
        <Filter page={page} list={list} />
      )}
      <Rows page={page} list={list} />
      {list.search ? (
        list.next && <p>{words.narrow}</p>
      ) : (
        <Pager
          labels={text.site}
          next={list.next && `/people${queryOf(page, list, list.next)}`}
          first={list.isFirst ? null : `/people${queryOf(page, list)}`}
        />
      )}
    </>
  )
}

function queryOf({ community }: Page, { filter, communities }: PeopleList, after?: string): string {
  const query = new URLSearchParams()
  if (communities.length && community) query.set('c', community.slug)
  if (filter.role) query.set('role', filter.role)
  if (filter.state) query.set('state', filter.state)
  if (filter.areaId) query.set('area', filter.areaId)
  if (after) query.set('after', after)
  return `?${query}`
}

/** Folded on a phone, where the list itself matters more; its summary says what is chosen. */
const Filter = ({ page, list }: Props) => {
  const { text, community } = page
  const words = text.people.list
  const { role, state, areaId } = list.filter
  const area = list.areas.find(({ id }) => id === areaId)?.name
  const chosen = [role && text.words.role[role], state && words.state[state], area].filter(Boolean)
  return (
    <Fold summary={words.filter(chosen.length ? chosen.join(' · ') : words.everyone)}>
      <form class="fields" method="get" action="/people">
        {list.communities.length > 0 && community && <Hidden name="c" value={community.slug} />}
        <Select
          half
          label={words.role}
          name="role"
          options={[
            { value: '', label: words.all },
            ...list.roles.map((value) => ({ value, label: text.words.role[value] })),
          ]}
          value={role ?? ''}
        />
        <Select
          half
          label={words.stateLabel}
          name="state"
          options={[
            { value: '', label: words.here },
            ...(['active', 'inactive', 'left'] as const).map((value) => ({ value, label: words.state[value] })),
          ]}
          value={state ?? ''}
        />
        <Select
          half
          label={words.area}
          name="area"
          options={[{ value: '', label: words.all }, ...list.areas.map(({ id, name }) => ({ value: id, label: name }))]}
          value={areaId}
        />
        <p class="actions">
          <Button kind="second">{words.filterButton}</Button>
        </p>
      </form>
    </Fold>
  )
}

const Rows = ({ page, list }: Props) => {
  const { text } = page
  const words = text.people.list
  if (!list.rows.length)
    return (
      <Empty icon={list.search ? 'search' : 'users'} title={list.search ? words.emptySearch : words.empty}>
        <p>{list.search ? words.emptySearchHelp : words.emptyHelp}</p>
      </Empty>
    )
  return (
    <ul class="work">
      {list.rows.map(({ id, name, phone, state, roles, unit, strengths }) => (
        <li>
          <div>
            {list.mayOpen ? <a href={`/people/${id}`}>{name}</a> : <b>{name}</b>}
            <small>
              <span>{rolesInWords(text, roles)}</span>
              {unit && <span>{unit}</span>}
              {strengths.length > 0 && <span>{strengthsText(text, strengths)}</span>}
            </small>
          </div>
          <StateTag text={text} state={state} />
          {list.mayOpen && (
            <LinkButton kind="quiet" href={`tel:${phone}`} aria-label={`${name} ${phone}`}>
              <Icon name="phone-call" />
            </LinkButton>
          )}
        </li>
      ))}
    </ul>
  )
}
