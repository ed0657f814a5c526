import type { TableRow } from '#db/table/table-rows.ts'
import { categories } from '#domain/catalogue/catalogue-codes.ts'
import { showsNames, type TableColumn, tableColumns } from '#domain/table/table-column.ts'
import type { TableFilter } from '#domain/table/table-filter.ts'
import { type State, sources, states, urgencies } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Chips } from '#views/parts/chips.tsx'
import { CommunityChips } from '#views/parts/community-chips.tsx'
import { Fold } from '#views/parts/details.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Field, Hidden, Select } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Pager } from '#views/parts/pager.tsx'
import { TickedBar } from './ticked-bar.tsx'
import { WishTable } from './wish-table.tsx'

type Props = {
  readonly page: Page
  readonly place: {
    readonly grids: readonly { readonly id: string; readonly name: string }[]
    readonly all: readonly { readonly slug: string; readonly name: string }[]
  }
  readonly filter: TableFilter
  /** The filter as the fields of an address. */
  readonly written: Readonly<Record<string, string>>
  readonly columns: readonly TableColumn[]
  readonly search: string
  readonly rows: readonly TableRow[]
  readonly next: string | null
  /** The cursor of this page; null on the first one. */
  readonly after: string | null
  readonly isAllTicked: boolean
  readonly isNoneTicked: boolean
}

/** The states that staff look for most; the form has all of them. */
const quickStates: readonly State[] = ['submitted', 'open', 'claimed', 'delivered']

export const TablePage = (props: Props) => {
  const { page, place, filter, columns, search, rows, isNoneTicked } = props
  const { text, community } = page
  const words = text.table
  return (
    <>
      <h1>{words.title}</h1>
      {isNoneTicked && (
        <Banner tone="yellow" role="alert">
          <p>{words.ticked.none}</p>
        </Banner>
      )}
      <CommunityChips page={page} path="/wishes" communities={place.all} />
      <form method="post" action={`/wishes/search?c=${community?.slug ?? ''}`}>
        <div class="search">
          <Field
            label={words.search}
            name="q"
            type="search"
            value={search}
            hint={words.searchHint}
            maxlength={60}
            autocomplete="off"
          />
          <Button kind="second">
            <Icon name="search" />
            {words.searchButton}
          </Button>
        </div>
        <Narrowing {...props} />
      </form>
      <Chips label={words.states} items={chipsOf(props)} />
      {search && (
        <p class="actions">
          <span>
            {words.found(search)}
            {isNarrowed(filter) && ` · ${words.foundFilter}`}
          </span>
          <LinkButton kind="quiet" href={addressOf(props)}>
            {words.clear}
          </LinkButton>
        </p>
      )}
      {rows.length ? <Ticking {...props} /> : <Nothing {...props} />}
      {rows.length > 0 && showsNames(columns) && <p class="hint">{words.logged}</p>}
      <Further {...props} />
    </>
  )
}

/** Every filter and the columns, folded away; sent together with the search. */
const Narrowing = ({ page, place, filter, columns }: Props) => {
  const { text } = page
  const words = text.table
  const any = { value: '', label: words.filter.any }
  const options = <Name extends string>(names: readonly Name[], labels: Readonly<Record<Name, string>>) => [
    any,
    ...names.map((value) => ({ value, label: labels[value] })),
  ]
  return (
    <Fold summary={words.narrow}>
      <div class="fields">
        <Hidden name="choosing" value="yes" />
        <Select
          half
          label={words.filter.state}
          name="state"
          value={filter.state ?? ''}
          options={options(states, text.words.state)}
        />
        {place.grids.length > 1 && (
          <Select
            half
            label={words.filter.grid}
            name="grid"
            value={filter.gridId ?? ''}
            options={[any, ...place.grids.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        <Select
          half
          label={words.filter.category}
          name="category"
          value={filter.category ?? ''}
          options={options(categories, text.catalogue.categories)}
        />
        <Select
          half
          label={words.filter.urgency}
          name="urgency"
          value={filter.urgency ?? ''}
          options={options(urgencies, text.words.urgency)}
        />
        <Select
          half
          label={words.filter.source}
          name="source"
          value={filter.source ?? ''}
          options={options(sources, text.words.source)}
        />
        <Checkbox half label={words.filter.overdue} name="overdue" checked={filter.isOverdue} />
        <fieldset class="field">
          <legend>{words.columns}</legend>
          <p class="hint">{words.columnsHint}</p>
          <div class="choices">
            {tableColumns.map((column) => (
              <label class="tick">
                <input type="checkbox" name="cols" value={column} checked={columns.includes(column)} />
                <span>{words.column[column]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <Button kind="second">{words.apply}</Button>
      </div>
    </Fold>
  )
}

const chipsOf = (props: Props) => {
  const { page, filter } = props
  const { text } = page
  const { state: _, overdue: __, ...others } = props.written
  const chip = (label: string, fields: Readonly<Record<string, string>>, current: boolean) => ({
    href: addressOf({ ...props, written: { ...others, ...fields } }),
    label,
    current,
  })
  return [
    chip(text.table.all, {}, filter.state === null && !filter.isOverdue),
    ...quickStates.map((state) =>
      chip(text.words.state[state], { state }, filter.state === state && !filter.isOverdue),
    ),
    chip(text.table.overdue, { overdue: 'yes' }, filter.isOverdue),
  ]
}

/** The rows with their boxes. The form carries the search and the filters, so that the same page can be shown again. */
const Ticking = ({ page, columns, rows, written, search, after, isAllTicked }: Props) => (
  <form method="post" class="stack" action={`/wishes/search?c=${page.community?.slug ?? ''}`}>
    {Object.entries({ ...written, q: search, here: after ?? '' }).map(([name, value]) => (
      <Hidden name={name} value={value} />
    ))}
    <WishTable page={page} columns={columns} rows={rows} isTicked={isAllTicked} />
    <TickedBar page={page} />
  </form>
)

/** A search goes on in a form, because its words must not be in an address. */
const Further = (props: Props) => {
  const { page, search, next, after, written } = props
  const { text, community } = page
  const here = addressOf(props)
  if (!search) return <Pager labels={text.site} next={next && `${here}&after=${next}`} first={after ? here : null} />
  return (
    next && (
      <form method="post" action={`/wishes/search?c=${community?.slug ?? ''}`}>
        {Object.entries({ ...written, q: search, after: next }).map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <Button kind="second">
          {text.site.next}
          <Icon name="arrow-right" />
        </Button>
      </form>
    )
  )
}

const Nothing = (props: Props) => {
  const { page, search, filter, after } = props
  const { empty, reset } = page.text.table
  if (search)
    return (
      <Empty icon="search" title={empty.search}>
        <p>{empty.searchHelp}</p>
      </Empty>
    )
  if (isNarrowed(filter) || after)
    return (
      <Empty icon="search" title={empty.filtered}>
        <p>{empty.filteredHelp}</p>
        <LinkButton kind="second" href={addressOf({ ...props, written: {} })}>
          {reset}
        </LinkButton>
      </Empty>
    )
  return (
    <Empty icon="heart" title={empty.never}>
      <p>{empty.neverHelp}</p>
      <p class="actions">
        <LinkButton href="/wishes/new">{page.text.desk.post}</LinkButton>
        <LinkButton kind="second" href="/import">
          {page.text.site.nav.imports}
        </LinkButton>
      </p>
    </Empty>
  )
}

const isNarrowed = (filter: TableFilter): boolean => Object.values(filter).some(Boolean)

const addressOf = ({ page: { community }, written }: Pick<Props, 'page' | 'written'>): string =>
  `/wishes?${new URLSearchParams({ c: community?.slug ?? '', ...written })}`
