import type { Child } from 'hono/jsx'
import type { PublicCard } from '#db/wishes/board-rows.ts'
import { categoryIcons, itemById } from '#domain/catalogue/catalogue.ts'
import { isStaffOf, isVolunteerOf } from '#domain/people/actor.ts'
import type { Urgency } from '#domain/vocabulary.ts'
import { carriedTo } from '#domain/wish/clock/clock-steps.ts'
import type { Wanted } from '#domain/wish/wanted.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { waited } from '#views/parts/when.tsx'
import type { ClaimsInHand } from '#views/wishes/claim/claims-in-hand.ts'
import { WantedLine } from '#views/wishes/wanted-line.tsx'
import { titleOf, whereOf } from '#views/wishes/wish-title.ts'

export type Within = Readonly<Record<Urgency, number>>

type Props = {
  readonly page: Page
  readonly card: PublicCard
  /** Working days from a claim to its delivery, by urgency. */
  readonly within: Within
  /** A sentence after an act, in place of the button if there is nothing left to press. */
  readonly message?: Child
  readonly isRefused?: boolean
  /**
   * The card is one of the alternatives for a volunteer who came too late; the same wish may also be elsewhere on the
   * page.
   */
  readonly isOffered?: boolean
  /** Why it suits this volunteer, in words. */
  readonly reasons?: readonly string[]
  /** For readers who are signed in here: what is asked for, so that a volunteer can judge it. */
  readonly wanted?: Wanted | undefined
  /** For a volunteer: at the limit the button asks the secretary instead of leading to a refusal. */
  readonly inHand?: ClaimsInHand | null
}

/** The public card of a wish; also the fragment that replaces it after a claim on the board. */
export const Card = ({
  page,
  card,
  within,
  message,
  isRefused,
  isOffered = false,
  reasons = [],
  wanted,
  inHand = null,
}: Props) => {
  const { text } = page
  const isOpen = card.state === 'open'
  return (
    <article
      class={`wish ${isOpen ? card.urgency : isRefused ? 'yellow' : 'green'}`}
      id={idOf(card.code, isOffered)}
      data-state={card.state}
    >
      <span class="thing">
        <Icon name={iconOf(card)} />
      </span>
      <h2>
        <a href={`/wishes/${card.code}`}>{titleOf(card, text)}</a>
      </h2>
      <p>{whereOf(card.gridName, card, text)}</p>
      <WantedLine page={page} wanted={wanted} />
      <p class="tags">
        {isOpen ? (
          <>
            <Tag tone={card.urgency}>{text.words.urgency[card.urgency]}</Tag>
            <Tag>{text.board.within(within[card.urgency])}</Tag>
            {page.view === 'normal' && (
              <>
                <Tag>{waited(card.publishedAt, page.now, text)}</Tag>
                <CarriedUp page={page} card={card} />
              </>
            )}
          </>
        ) : (
          <Tag {...(isRefused ? {} : { tone: 'green' as const })}>{text.words.state[card.state]}</Tag>
        )}
      </p>
      {reasons.length > 0 && <Reasons page={page} reasons={reasons} />}
      {message && (
        <Banner tone={isRefused ? 'yellow' : 'green'} role={isRefused ? 'alert' : 'status'}>
          <p>{message}</p>
        </Banner>
      )}
      {isOpen && <ClaimButton page={page} card={card} isOffered={isOffered} inHand={inHand} />}
    </article>
  )
}

const reasonsInSight = { normal: 3, elder: 1 } as const

/** The first reasons in sight, the others folded. */
const Reasons = ({ page, reasons }: { readonly page: Page; readonly reasons: readonly string[] }) => {
  const inSight = reasonsInSight[page.view]
  const others = reasons.slice(inSight)
  return (
    <div class="reasons">
      <ul class="tags">
        {reasons.slice(0, inSight).map((reason) => (
          <li>
            <Tag tone="green">{reason}</Tag>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Fold summary={page.text.board.otherReasons(others.length)}>
          <ul>
            {others.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  )
}

const idOf = (code: string, isOffered: boolean) => `${isOffered ? 'offer' : 'wish'}-${code}`

/**
 * Who has been notified because the wish waits so long, in the same words as on its own page. Asking volunteers again
 * is not shown.
 */
const CarriedUp = ({ page, card }: Pick<Props, 'page' | 'card'>) => {
  const step = carriedTo(card.stepsDone)
  return step && step !== 'push' ? <Tag tone="yellow">{page.text.waits.weight.carriedUp[step]}</Tag> : null
}

/**
 * For readers who are not signed in it leads to the log-in and back to the card; for staff it leads to the search for a
 * volunteer.
 */
const ClaimButton = ({ page, card, isOffered = false, inHand }: Omit<Props, 'within'>) => {
  const { text, actor, community } = page
  if (actor.kind !== 'person')
    return (
      <div>
        <LinkButton wide href={`/login?to=${encodeURIComponent(`/wishes/${card.code}`)}`}>
          {text.words.action.claim}
        </LinkButton>
      </div>
    )
  const isOwnSide = [card.postedBy, card.barredId].includes(actor.id)
  if (community && isVolunteerOf(actor, community.id) && !isOwnSide) {
    if (inHand?.full && inHand.requested.has(card.id)) return <Tag>{text.moves.limit.requested}</Tag>
    const action = inHand?.full ? 'request' : 'claim'
    return (
      <form
        method="post"
        action={`/wishes/${card.code}/${action}`}
        hx-post={`/wishes/${card.code}/${action}`}
        hx-target={`#${idOf(card.code, isOffered)}`}
        hx-swap="outerHTML"
      >
        <Hidden name="at" value={isOffered ? 'offer' : 'board'} />
        <Button wide kind={inHand?.full ? 'second' : 'primary'}>
          {text.words.action[action]}
        </Button>
      </form>
    )
  }
  if (!community || !isStaffOf(actor, { communityId: community.id, gridId: card.gridId })) return null
  return (
    <div>
      <LinkButton kind="second" wide href={`/wishes/${card.code}/candidates`}>
        {text.moves.candidates.open}
      </LinkButton>
    </div>
  )
}

export const iconOf = (card: { itemId: string | null; category: PublicCard['category'] }) =>
  (card.itemId ? itemById(card.itemId)?.icon : undefined) ?? categoryIcons[card.category]
