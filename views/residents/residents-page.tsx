import type { AgeBand, ConsentPurpose } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Chips } from '#views/parts/chips.tsx'
import { CommunityChips } from '#views/parts/community-chips.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Field } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Pager } from '#views/parts/pager.tsx'
import { dayName } from '#views/rules/rule-days.ts'
import { consentsText, doorOf } from './resident-labels.ts'

type ResidentLine = {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly building: string
  readonly unit: string
  readonly door: string
  readonly ageBand: AgeBand | null
  readonly given: readonly ConsentPurpose[]
  readonly lastAsked: string | null
}
type ResidentList = {
  readonly rows: readonly ResidentLine[]
  readonly next: string | null
  readonly isFirst: boolean
  readonly search: string
  readonly grids: readonly { readonly id: string; readonly name: string }[]
  readonly gridId: string
  readonly communities: readonly { readonly slug: string; readonly name: string }[]
}

export const ResidentsPage = ({ page, list }: { page: Page; list: ResidentList }) => {
  const { text, community } = page
  const words = text.people.residents
  const place = `/residents?c=${community?.slug ?? ''}`
  const here = `${place}&grid=${list.gridId}`
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <CommunityChips page={page} path="/residents" communities={list.communities} />
      <p class="actions">
        <LinkButton href={`/residents/new?c=${community?.slug ?? ''}&grid=${list.gridId}`}>
          <Icon name="plus" />
          {words.add}
        </LinkButton>
        <LinkButton kind="second" href={`/residents/consents?c=${community?.slug ?? ''}`}>
          {words.askMany}
        </LinkButton>
        <LinkButton kind="quiet" href={`/residents/ended?c=${community?.slug ?? ''}`}>
          {text.endings.list}
        </LinkButton>
      </p>
      <form class="fields" method="post" action={`/residents/search?c=${community?.slug ?? ''}`}>
        <Field half label={words.search} name="q" type="search" placeholder={words.searchHint} value={list.search} />
        <p class="actions half">
          <Button kind="second">
            <Icon name="search" />
            {words.searchButton}
          </Button>
          {list.search && (
            <LinkButton kind="quiet" href={place}>
              {words.clear}
            </LinkButton>
          )}
        </p>
      </form>
      {!list.search && list.grids.length > 1 && (
        <Chips
          label={words.grids}
          items={list.grids.map(({ id, name }) => ({
            href: `${place}&grid=${id}`,
            label: name,
            current: id === list.gridId,
          }))}
        />
      )}
      <Rows page={page} list={list} />
      {list.search ? (
        list.next && <p>{words.narrow}</p>
      ) : (
        <Pager labels={text.site} next={list.next && `${here}&after=${list.next}`} first={list.isFirst ? null : here} />
      )}
    </>
  )
}

const Rows = ({ page, list }: { page: Page; list: ResidentList }) => {
  const { text } = page
  const words = text.people.residents
  if (!list.rows.length)
    return (
      <Empty icon={list.search ? 'search' : 'users'} title={list.search ? words.emptySearch : words.empty}>
        <p>{list.search ? words.emptySearchHelp : words.emptyHelp}</p>
      </Empty>
    )
  const { name, door, age, consents, asked } = words.head
  return (
    <Table
      caption={list.search ? words.found(list.search) : words.title}
      head={[name, door, age, consents, asked]}
      rows={list.rows.map((row) => [
        <a href={`/residents/${row.id}`}>{row.name}</a>,
        doorOf(text, row),
        row.ageBand ? text.words.ageBand[row.ageBand] : words.show.unknown,
        consentsText(text, row.given),
        row.lastAsked ? dayName(row.lastAsked, page.text) : words.notAsked,
      ])}
    />
  )
}
