import type { BoardFilter, PublicCard } from '#db/wishes/board-rows.ts'
import type { OpenJoint } from '#db/wishes/joint-claims.ts'
import { categories } from '#domain/catalogue/catalogue-codes.ts'
import type { Suited } from '#domain/matching/first-page.ts'
import { urgencies } from '#domain/vocabulary.ts'
import type { Wanted } from '#domain/wish/wanted.ts'
import { NumberSearch } from '#views/doors/number-page.tsx'
import { cardReasons } from '#views/matching/reason-words.ts'
import type { Page } from '#views/page.ts'
import { Chips } from '#views/parts/chips.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Pager } from '#views/parts/pager.tsx'
import { ReadAloud } from '#views/parts/read-aloud.tsx'
import type { ClaimsInHand } from '#views/wishes/claim/claims-in-hand.ts'
import { Joints } from '#views/wishes/claim/joints.tsx'
import { LimitBanner } from '#views/wishes/claim/limit-banner.tsx'
import { Card, type Within } from './card.tsx'

type Props = {
  readonly page: Page
  readonly base: string
  readonly cards: readonly PublicCard[]
  /** A wish was published here before, even if that was long ago. */
  readonly isBegun: boolean
  readonly counts: ReadonlyMap<string, number>
  readonly grids: readonly { readonly id: string; readonly name: string; readonly key: string }[]
  readonly filter: BoardFilter & { readonly grid?: string | undefined }
  readonly next: string | null
  readonly isFirst: boolean
  readonly fulfilled: { readonly count: number; readonly earlier: number; readonly fastestHours: number | null }
  readonly within: Within
  /** For a volunteer: the order shown, and what suits them best with the reasons. Null: only the plain order exists. */
  readonly order: 'fit' | 'plain' | null
  readonly picks: readonly Suited<PublicCard>[]
  /** By the wish's id; for readers who volunteer or work here. */
  readonly wanted: ReadonlyMap<string, Wanted>
  /** For a volunteer of this community. */
  readonly inHand: ClaimsInHand | null
  /** Claims of others that a volunteer may join. */
  readonly joints: readonly OpenJoint[]
}

export const Board = (props: Props) => {
  const { page, cards, counts, fulfilled, within, next, base, isFirst } = props
  const { text } = page
  const { isBegun } = props
  const open = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const isFiltered = Boolean(props.filter.grid || props.filter.category || props.filter.urgency)
  const isNoneLeft = isFiltered && cards.length + props.picks.length === 0
  return (
    <>
      <h1>{isNoneLeft ? text.board.emptyFilter : isBegun ? text.board.title(open) : text.firstSteps.notYet.board}</h1>
      <p class="lead">{text.board.lead(fulfilled.count, fulfilled.earlier, fulfilled.fastestHours)}</p>
      <ReadAloud page={page} />
      <Filters {...props} open={open} isSimple={page.view === 'elder' && !props.filter.grid && !props.filter.urgency} />
      <LimitBanner page={page} inHand={props.inHand} />
      <Picks {...props} />
      {cards.length ? (
        <ul class="wishes">
          {cards.map((card) => (
            <li>
              <Card page={page} card={card} within={within} wanted={props.wanted.get(card.id)} inHand={props.inHand} />
            </li>
          ))}
        </ul>
      ) : props.picks.length ? null : isNoneLeft ? (
        <p>
          <LinkButton kind="second" href={base}>
            {text.board.showAll}
          </LinkButton>
        </p>
      ) : (
        <Empty icon="heart" title={isBegun ? text.board.emptyTitle : text.firstSteps.notYet.boardHelp}>
          <p>{text.board.emptyHelp}</p>
          {page.actor.kind === 'anyone' && page.community && (
            <LinkButton kind="second" href={`/c/${page.community.slug}/register`}>
              {text.register.link}
            </LinkButton>
          )}
        </Empty>
      )}
      <NumberSearch page={page} />
      <Joints page={page} joints={props.joints} />
      <Pager
        labels={text.site}
        next={next && linkTo(base, { ...props.filter, order: orderOf(props), after: next })}
        first={isFirst ? null : linkTo(base, { ...props.filter, order: orderOf(props) })}
      />
    </>
  )
}

type FiltersProps = Props & { readonly open: number; readonly isSimple: boolean }

/**
 * The wishes that suit this volunteer, before the others: an invitation with its reasons, and a link to the plain
 * order.
 */
const Picks = (props: Props) => {
  const { page, base, filter, order, picks, within } = props
  const { board } = page.text
  if (order === null) return null
  const other = order === 'fit' ? 'plain' : undefined
  return (
    <>
      <p class="go">
        <a href={linkTo(base, { ...filter, order: other })}>{order === 'fit' ? board.toPlain : board.toFit}</a>{' '}
        <a href={`/c/${page.community?.slug ?? ''}/rules#order`}>{board.howOrdered}</a>
      </p>
      {picks.length > 0 && (
        <>
          <h2>{board.fits}</h2>
          <ul class="wishes">
            {picks.map(({ wish, reasons }) => (
              <li>
                <Card
                  page={page}
                  card={wish}
                  within={within}
                  reasons={cardReasons(reasons, page.text)}
                  wanted={props.wanted.get(wish.id)}
                  inHand={props.inHand}
                />
              </li>
            ))}
          </ul>
          {props.cards.length > 0 && <h2>{board.others}</h2>}
        </>
      )}
    </>
  )
}

const orderOf = ({ order }: Pick<Props, 'order'>) => (order === 'plain' ? order : undefined)

/**
 * One row of filters for each question; every filter has an address that can be shared. The elder view only offers the
 * category.
 */
const Filters = ({ page, base, counts, grids, filter, open, isSimple, order }: FiltersProps) => {
  const { board, words, catalogue } = page.text
  const { grid, category, urgency } = filter
  const chosen = { grid, category, urgency, order: orderOf({ order }) }
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
        <details open={Boolean(grid || urgency)}>
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
  const set = ['grid', 'category', 'urgency', 'order', 'after'].flatMap((name) => {
    const value = query[name]
    return value ? [[name, value]] : []
  })
  return set.length ? `${base}?${new URLSearchParams(set)}` : base
}
