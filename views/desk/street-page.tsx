import type { StreetWish } from '#db/desk/street-rows.ts'
import type { ExceptionName } from '#domain/overdue.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Panel } from '#views/parts/panel.tsx'

/** What is behind a number of the supervisor's desk: wishes by their numbers, or how many there are in each grid. */
export type StreetRows =
  | { readonly kind: 'wishes'; readonly rows: readonly StreetWish[] }
  | { readonly kind: 'grids'; readonly rows: readonly { readonly gridName: string; readonly count: number | null }[] }

type Props = {
  readonly page: Page
  readonly name: ExceptionName
  readonly community: string
  readonly zone: string
  readonly found: StreetRows
}

export const StreetPage = ({ page, name, community, zone, found }: Props) => {
  const { exceptions } = page.text
  const { street } = exceptions
  return (
    <>
      <h1>{`${exceptions.of[name].title} · ${community}`}</h1>
      <p>
        <a href="/desk#street">{street.backToDesk}</a>
      </p>
      <p>{street.opened}</p>
      {found.rows.length === 0 && <p class="lead">{street.noneNow}</p>}
      {found.rows.length > 0 && found.kind === 'wishes' && (
        <Table
          caption={<span class="hide">{exceptions.of[name].title}</span>}
          head={[...street.head]}
          rows={found.rows.map((row) => rowOf(page, row, zone))}
        />
      )}
      {found.rows.length > 0 && found.kind === 'grids' && (
        <Table
          caption={<span class="hide">{exceptions.of[name].title}</span>}
          head={found.rows.some(({ count }) => count !== null) ? [...street.byGrid] : [street.idleGrid]}
          rows={found.rows.map(({ gridName, count }) => (count === null ? [gridName] : [gridName, count]))}
          numeric={[1]}
        />
      )}
    </>
  )
}

function rowOf({ text }: Page, { code, state, stepsDone, publishedAt, dueAt, since }: StreetWish, zone: string) {
  const last = stepsDone.at(-1)
  const day = (at: Date | null) => (at ? text.time.day(at, zone) : '')
  return [
    // Before its publication only the community may open it.
    publishedAt ? <a href={`/wishes/${code}`}>{code}</a> : code,
    text.words.state[state],
    last ? text.words.step[last] : '',
    day(publishedAt),
    day(dueAt),
    day(since),
  ]
}

type Asked = StreetWish & { readonly communityName: string }

/** Wishes that the clock has reported to the street: each can be answered in words. */
export const AskedOfStreet = ({ page, rows }: { readonly page: Page; readonly rows: readonly Asked[] }) => {
  const { text } = page
  const { street, posted } = text.exceptions
  if (!rows.length) return null
  return (
    <Panel title={`${street.asked} · ${text.desk.count(rows.length)}`} id="asked-street" tone="yellow">
      <p>{street.askedLead}</p>
      <ul class="work">
        {rows.map(({ code, communityName, publishedAt }) => (
          <li>
            <div>
              <a href={`/wishes/${code}`}>{text.card.code(code)}</a>
              <small>
                <span>{communityName}</span>
                {publishedAt && <span>{posted(text.time.day(publishedAt))}</span>}
              </small>
            </div>
            <LinkButton kind="second" href={`/wishes/${code}?advise#advise`}>
              {street.answer}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
