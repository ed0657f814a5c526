import { missingGrids } from '#domain/lists/missing-grids.ts'
import { type Draft, doubtsOfAll, type RowState, rowStates, rowsAtOnce } from '#domain/lists/preview.ts'
import type { Doubt } from '#domain/lists/problems.ts'
import type { Page } from '#views/page.ts'
import { type Chip, Chips } from '#views/parts/chips.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Hidden, Select } from '#views/parts/form/field.tsx'
import { Pager } from '#views/parts/pager.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Row, type ShownRow } from './preview-row.tsx'
import { howRead } from './row-said.ts'

type PreviewProps = {
  readonly page: Page
  readonly id: string
  readonly fileName: string
  readonly expiresAt: Date
  readonly draft: Pick<Draft, 'kind' | 'period' | 'about'>
  readonly rows: readonly ShownRow[]
  /** The names of the reader's own grids. */
  readonly grids: readonly string[]
  /** Rows of one state, rows that need the reader, or all of them; in the order of the file. */
  readonly filter: Filter
  readonly from: number
  readonly keyOfForm: string
  readonly seen: string
  /** Why pressing the button had no effect. */
  readonly sentence?: string | undefined
}

export const filters = ['attention', 'doubt', 'ok', 'skipped', 'already', 'all'] as const
export type Filter = (typeof filters)[number]
const atOnce = 60

const statesOf: Record<Filter, readonly RowState[]> = {
  attention: ['error', 'undecided'],
  doubt: ['doubt'],
  ok: ['ok'],
  skipped: ['skipped'],
  already: ['already'],
  all: rowStates,
}

/** Starts with the rows that need the reader or, if there are none, with the whole list. */
export const firstFilter = (rows: readonly { readonly state: RowState }[]): Filter =>
  rows.some(({ state }) => statesOf.attention.includes(state)) ? 'attention' : 'all'

/** Everything that changes when a row's button is pressed: counts, rows and the import button. */
export const Preview = (props: PreviewProps) => {
  const { page, id, draft, rows, filter, from } = props
  const { imports, time } = page.text
  const { preview } = imports
  const base = `/import/${id}`
  const query = queryOf(filter, from)
  const wanted = rows.filter(({ state }) => statesOf[filter].includes(state))
  const shown = wanted.slice(from, from + atOnce)
  const saidOfAll = doubtsOfAll(rows)
  const [year = '', month = ''] = draft.period?.split('-') ?? []
  return (
    <div id="import" class="stack">
      <h1>{preview.title}</h1>
      <p class="lead">
        {preview.lead(preview.kind[draft.kind], props.fileName, rows.length)}{' '}
        {draft.period && preview.period(year, Number(month))} {preview.private(time.moment(props.expiresAt))}
      </p>
      {props.sentence && (
        <Banner tone="red" role="alert">
          <p>{props.sentence}</p>
        </Banner>
      )}
      <MissingGrids {...props} />
      <HowRead {...props} saidOfAll={saidOfAll} />
      <Chips label={preview.filter} items={chipsOf(props, base)} />
      {shown.length ? (
        <ol class="stack">
          {shown.map((row) => (
            <Row page={page} shown={row} base={base} query={query} saidOfAll={saidOfAll} />
          ))}
        </ol>
      ) : (
        <Empty icon="list" title={preview.empty}>
          <p>
            <a href={`${base}${queryOf('all', 0)}`}>{preview.emptyHelp}</a>
          </p>
        </Empty>
      )}
      <Pager
        labels={page.text.site}
        next={from + atOnce < wanted.length ? `${base}${queryOf(filter, from + atOnce)}` : null}
        first={from > 0 ? `${base}${queryOf(filter, 0)}` : null}
      />
      <Take {...props} />
    </div>
  )
}

export const queryOf = (filter: Filter, from: number): string => {
  const query = new URLSearchParams({ show: filter })
  if (from > 0) query.set('from', String(from))
  return `?${query}`
}

function chipsOf({ page, rows, filter }: PreviewProps, base: string): readonly Chip[] {
  const { preview } = page.text.imports
  return filters.flatMap((name): Chip[] => {
    const count = rows.filter((row) => statesOf[name].includes(row.state)).length
    const label = name === 'all' ? preview.all : name === 'attention' ? preview.attention : preview.state[name]
    return count || name === filter
      ? [{ href: `${base}${queryOf(name, 0)}`, label, count, current: name === filter }]
      : []
  })
}

/** The import button stays at the foot of the screen and says what it would do. */
const Take = ({ page, id, draft, rows, keyOfForm, seen }: PreviewProps) => {
  const { preview } = page.text.imports
  const count = rows.filter(({ isTaken }) => isTaken).length
  const out = rows.length - count
  return (
    <form class="stick" method="post" action={`/import/${id}/commit`}>
      <Hidden name="key" value={keyOfForm} />
      <Hidden name="seen" value={seen} />
      <p class="hint">
        {count === 0 ? preview.nothing : count > rowsAtOnce ? preview.inParts : preview.allOrNone}{' '}
        {count > 0 && out > 0 && preview.out(out)}
      </p>
      {count > 0 && <Button>{draft.kind === 'needs' ? preview.takeNeeds(count) : preview.takeRoll(count)}</Button>}
    </form>
  )
}

/** A grid that rows do not name is asked for once, above the rows, and not in each of them. */
const MissingGrids = ({ page, id, rows, grids }: PreviewProps) => {
  const { preview } = page.text.imports
  const missing = missingGrids(rows)
  if (!missing.length) return null
  return (
    <Panel title={preview.gridsTitle} id="grids" tone="yellow">
      {missing.map(({ written, rows: waiting }, at) => (
        <form class="fields" method="post" action={`/import/${id}/grid`}>
          <Hidden name="written" value={written} />
          <Select
            label={written ? preview.gridOf(written, waiting.length) : preview.gridMissing(waiting.length)}
            name="grid"
            prefix={`grid-${at}`}
            options={[{ value: '', label: preview.chooseGrid }, ...grids.map((value) => ({ value, label: value }))]}
            value={grids.length === 1 ? (grids[0] ?? '') : ''}
          />
          <Button kind="second">{preview.gridButton(waiting.length)}</Button>
        </form>
      ))}
    </Panel>
  )
}

/** Always open above the rows: how each column was read, and what was left out and why. */
const HowRead = ({ page, id, draft, rows, saidOfAll }: PreviewProps & { readonly saidOfAll: readonly Doubt[] }) => {
  const { preview } = page.text.imports
  const { columns, left } = howRead(draft.about, draft.kind, saidOfAll, page.text)
  const hidden = rows.filter(({ row, choice }) => isHidden(row) && choice === 'skip').length
  return (
    <Panel title={preview.howRead} id="how-read">
      <p class="hint">{preview.sheets(draft.about.sheets.join(' / '))}</p>
      <h3>{preview.columns}</h3>
      <ul>
        {columns.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p class="go">
        <a href={`/import/${id}/columns`}>{preview.isWrong}</a>
      </p>
      {left.length > 0 && (
        <>
          <h3>{preview.notRead}</h3>
          <ul>
            {left.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {hidden > 0 && (
        <form method="post" action={`/import/${id}/hidden`}>
          <Button kind="second">{preview.takeHidden(hidden)}</Button>
        </form>
      )}
    </Panel>
  )
}

const isHidden = ({ doubts }: ShownRow['row']): boolean => doubts.some(({ code }) => code === 'hidden-row')
