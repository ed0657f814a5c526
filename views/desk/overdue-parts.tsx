import type { Child } from 'hono/jsx'
import type { ExceptionName } from '#domain/overdue.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Fold } from '#views/parts/details.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Panel } from '#views/parts/panel.tsx'

/** Something that is stuck, and its next step: a link, or a form if `isPost`. */
type Stuck = { readonly title: Child; readonly note: string; readonly href: string; readonly isPost?: boolean }
export type ExceptionList = { readonly name: ExceptionName; readonly count: number; readonly rows: readonly Stuck[] }

/** Residents and grids that have been forgotten. */
export const Exceptions = ({ page, lists }: { readonly page: Page; readonly lists: readonly ExceptionList[] }) => {
  const { exceptions } = page.text
  const found = lists.filter(({ count }) => count > 0)
  if (!found.length) return null
  return (
    <div id="exceptions">
      <Fold
        summary={`${exceptions.title} · ${found.map(({ name, count }) => `${exceptions.of[name].title} ${count}`).join(' · ')}`}
      >
        {found.map((list) => (
          <Stack page={page} list={list} />
        ))}
      </Fold>
    </div>
  )
}

const Stack = ({ page, list: { name, count, rows } }: { readonly page: Page; readonly list: ExceptionList }) => {
  const { text } = page
  const words = text.exceptions.of[name]
  return (
    <section id={name} aria-labelledby={`${name}-title`}>
      <h3 id={`${name}-title`}>{`${words.title} · ${text.desk.count(count)}`}</h3>
      <ul class="work">
        {rows.map(({ title, note, href, isPost }) => (
          <li>
            <div>
              {title}
              <small>{note}</small>
            </div>
            {isPost ? (
              <form method="post" action={href}>
                <Button kind="second">{words.action}</Button>
              </form>
            ) : (
              <LinkButton kind="second" href={href}>
                {words.action}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
      {count > rows.length && <p>{text.exceptions.more(count - rows.length)}</p>}
    </section>
  )
}

export type StreetRow = {
  readonly name: string
  readonly slug: string
  readonly counts: Readonly<Record<ExceptionName, number>>
}

/** The same as numbers for supervisors, without names, in the communities' own order. */
export const StreetDesk = ({
  page,
  names,
  rows,
}: {
  readonly page: Page
  readonly names: readonly ExceptionName[]
  readonly rows: readonly StreetRow[]
}) => {
  const { exceptions } = page.text
  const { street } = exceptions
  return (
    <Panel title={street.title} id="street">
      <p>{street.lead}</p>
      {rows.length ? (
        <Table
          caption={<span class="hide">{street.title}</span>}
          head={[street.community, ...names.map((name) => exceptions.of[name].title)]}
          rows={rows.map(({ name, slug, counts }) => [
            <a href={`/c/${slug}`}>{name}</a>,
            ...names.map((one) =>
              counts[one] > 0 ? <a href={`/street/${one}?c=${slug}`}>{counts[one]}</a> : counts[one],
            ),
          ])}
          numeric={names.map((_, column) => column + 1)}
        />
      ) : (
        <p>{street.none}</p>
      )}
    </Panel>
  )
}
