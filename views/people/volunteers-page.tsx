import type { Child } from 'hono/jsx'
import type { Text } from '#text/text.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/button.tsx'
import { Chips } from '#views/parts/chips.tsx'
import { CommunityChips } from '#views/parts/community-chips.tsx'
import { Table } from '#views/parts/data-table.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Pager } from '#views/parts/pager.tsx'
import { Tag } from '#views/parts/tag.tsx'

type VolunteerState = 'active' | 'inactive' | 'left'
export type VolunteerLine = {
  readonly id: string
  readonly name: string
  readonly unit: string | null
  readonly branch: string
  readonly strengths: readonly string[]
  readonly freeTimes: readonly string[]
  readonly state: VolunteerState
}
type GridWorkerLine = { readonly id: string; readonly name: string; readonly grid: string; readonly isActive: boolean }

type PeopleList = {
  readonly gridWorkers: readonly GridWorkerLine[]
  readonly volunteers: readonly VolunteerLine[]
  readonly state: VolunteerState | null
  readonly next: string | null
  readonly isFirst: boolean
  readonly isSecretary: boolean
  readonly communities: readonly { readonly slug: string; readonly name: string }[]
}

type Props = { readonly page: Page; readonly list: PeopleList; readonly children?: Child }

/** `children` are shown above the lists: registrations waiting for an answer. */
export const VolunteersPage = ({ page, list, children }: Props) => {
  const { text, community } = page
  const words = text.people.volunteers
  const place = `/volunteers?c=${community?.slug ?? ''}`
  const here = list.state ? `${place}&state=${list.state}` : place
  const nameOf = ({ id, name }: { readonly id: string; readonly name: string }) =>
    list.isSecretary ? <a href={`/volunteers/${id}?c=${community?.slug ?? ''}`}>{name}</a> : name
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <CommunityChips page={page} path="/volunteers" communities={list.communities} />
      {list.isSecretary && (
        <p class="actions">
          <LinkButton href={`/volunteers/new?c=${community?.slug ?? ''}`}>
            <Icon name="plus" />
            {words.add}
          </LinkButton>
          <LinkButton kind="second" href={`/volunteers/codes?c=${community?.slug ?? ''}`}>
            {words.codes}
          </LinkButton>
        </p>
      )}
      {children}
      {list.gridWorkers.length > 0 && (
        <Table
          caption={words.gridWorkers}
          head={[words.head.name, words.head.grid, words.head.state]}
          rows={list.gridWorkers.map((one) => [
            nameOf(one),
            one.grid,
            one.isActive ? <Tag tone="green">{words.state.active}</Tag> : <Tag>{words.noPassword}</Tag>,
          ])}
        />
      )}
      <Chips
        label={words.filter}
        items={[
          { href: place, label: words.all, current: list.state === null },
          ...(['active', 'inactive', 'left'] as const).map((state) => ({
            href: `${place}&state=${state}`,
            label: words.state[state],
            current: list.state === state,
          })),
        ]}
      />
      {list.volunteers.length === 0 ? (
        <Empty icon="users" title={words.empty}>
          <p>{words.emptyHelp}</p>
        </Empty>
      ) : (
        <Table
          caption={words.volunteers}
          head={[
            words.head.name,
            words.head.unit,
            words.head.branch,
            words.head.strengths,
            words.head.freeTimes,
            words.head.state,
          ]}
          rows={list.volunteers.map((one) => [
            nameOf(one),
            one.unit || words.none,
            one.branch || words.none,
            strengthsText(text, one.strengths),
            freeTimesText(text, one.freeTimes),
            <StateTag text={text} state={one.state} />,
          ])}
        />
      )}
      <Pager labels={text.site} next={list.next && `${here}&after=${list.next}`} first={list.isFirst ? null : here} />
    </>
  )
}

export const StateTag = ({ text, state }: { text: Text; state: VolunteerState }) => (
  <Tag tone={state === 'active' ? 'green' : state === 'inactive' ? 'yellow' : 'plain'}>
    {text.people.volunteers.state[state]}
  </Tag>
)

/** Codes as words in one line; unknown codes are left out. */
const inWords = (words: Readonly<Record<string, string>>, codes: readonly string[], none: string): string =>
  codes.flatMap((code) => words[code] ?? []).join(' · ') || none

export const strengthsText = ({ people }: Text, codes: readonly string[]): string =>
  inWords(people.strengths, codes, people.volunteers.none)
export const freeTimesText = ({ people }: Text, codes: readonly string[]): string =>
  inWords(people.freeTimes, codes, people.volunteers.none)
