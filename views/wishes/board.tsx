import type { BoardFilter, PublicCard } from '#db/boards.ts'
import { categories } from '#domain/catalogue-codes.ts'
import { urgencies } from '#domain/words.ts'
import type { Page } from '../layout.tsx'
import { LinkButton } from '../parts/button.tsx'
import { Chips } from '../parts/chips.tsx'
import { Empty } from '../parts/empty.tsx'
import { Pager } from '../parts/pager.tsx'
import { Card, type Within } from './card.tsx'

type Props = {
  readonly page: Page
  readonly base: string
  readonly cards: readonly PublicCard[]
  readonly counts: ReadonlyMap<string, number>
  readonly grids: readonly { readonly id: string; readonly name: string; readonly key: string }[]
  readonly filter: BoardFilter & { readonly grid?: string | undefined }
  readonly next: string | null
  readonly isFirst: boolean
  readonly fulfilled: { readonly count: number; readonly fastestHours: number | null }
  readonly within: Within
}

export const Board = (props: Props) => {
  const { page, cards, counts, fulfilled, within, next, base, isFirst } = props
  const { text } = page
  const open = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const isFiltered = Boolean(props.filter.grid || props.filter.category || props.filter.urgency)
  return (
    <>
      <h1>{text.board.title(open)}</h1>
      <p class="lead">{text.board.lead(fulfilled.count, fulfilled.fastestHours)}</p>
      <Filters {...props} open={open} isSimple={page.view === 'elder' && !props.filter.grid && !props.filter.urgency} />
      {cards.length ? (
        <ul class="wishes">
          {cards.map((card) => (
            <li>
              <Card page={page} card={card} within={within} />
            </li>
          ))}
        </ul>
      ) : (
        <Empty icon="heart" title={text.board.emptyTitle}>
          <p>{isFiltered ? text.board.emptyFilter : text.board.emptyHelp}</p>
          {page.actor.kind === 'anyone' && page.community && (
            <LinkButton kind="second" href={`/c/${page.community.slug}/register`}>
              {text.register.link}
            </LinkButton>
          )}
        </Empty>
      )}
      <Pager
        {...(next ? { next: linkTo(base, { ...props.filter, after: next }) } : {})}
        nextLabel={text.site.next}
        {...(isFirst ? {} : { first: linkTo(base, props.filter) })}
        firstLabel={text.site.first}
      />
    </>
  )
}

type FiltersProps = Props & { readonly open: number; readonly isSimple: boolean }

/** One row of chips a question: the address of each filter can be shared. The elder view asks for the category alone. */
const Filters = ({ page, base, counts, grids, filter, open, isSimple }: FiltersProps) => {
  const { board, words, catalogue } = page.text
  const { grid, category, urgency } = filter
  const chosen = { grid, category, urgency }
  return (
    <>
      <Chips
        label={board.category}
        items={[
          { href: linkTo(base, { ...chosen, category: undefined }), label: board.all, count: open, current: !category },
          ...categories.map((key) => ({
            href: linkTo(base, { ...chosen, category: key }),
            label: catalogue.categories[key],
            count: counts.get(key) ?? 0,
            current: category === key,
          })),
        ]}
      />
      {!isSimple && (
        <details class="filters" open={Boolean(grid || urgency)}>
          <summary>{board.filters}</summary>
          <Chips
            label={board.urgency}
            items={[
              { href: linkTo(base, { ...chosen, urgency: undefined }), label: board.all, current: !urgency },
              ...urgencies.map((key) => ({
                href: linkTo(base, { ...chosen, urgency: key }),
                label: words.urgency[key],
                current: urgency === key,
              })),
            ]}
          />
          <Chips
            label={board.grid}
            items={[
              { href: linkTo(base, { ...chosen, grid: undefined }), label: board.all, current: !grid },
              ...grids.map(({ key, name }) => ({
                href: linkTo(base, { ...chosen, grid: key }),
                label: name,
                current: grid === key,
              })),
            ]}
          />
        </details>
      )}
    </>
  )
}

type Query = { readonly [name: string]: string | undefined }

function linkTo(base: string, query: Query): string {
  const set = ['grid', 'category', 'urgency', 'after'].flatMap((name) => {
    const value = query[name]
    return value ? [[name, value]] : []
  })
  return set.length ? `${base}?${new URLSearchParams(set)}` : base
}
