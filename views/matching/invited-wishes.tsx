import type { PublicCard } from '#db/wishes/board-rows.ts'
import type { Reason } from '#domain/matching/reasons.ts'
import type { Wanted } from '#domain/wish/wanted.ts'
import { Card, type Within } from '#views/board/card.tsx'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import type { ClaimsInHand } from '#views/wishes/claim/claims-in-hand.ts'
import { LimitBanner } from '#views/wishes/claim/limit-banner.tsx'
import { type GridNames, reasonWords, sentenceOf } from './reason-words.ts'

export type Invited = {
  readonly cards: readonly { readonly card: PublicCard; readonly reasons: readonly Reason[] }[]
  readonly within: Within
  readonly inHand: ClaimsInHand | null
  readonly wanted: ReadonlyMap<string, Wanted>
  readonly timesAsked: number
  readonly grids: GridNames
}

/** Wishes that the reader was invited to, each with the reason in one sentence and all of them behind it. */
export const InvitedWishes = ({ page, invited }: { readonly page: Page; readonly invited: Invited }) => {
  const { waits, invitations } = page.text
  return (
    <section class="stack" aria-labelledby="fits">
      <h2 id="fits">{waits.fits.title}</h2>
      <p>
        {waits.fits.lead} {invitations.ignore}
      </p>
      <LimitBanner page={page} inHand={invited.inHand} />
      <ul class="wishes">
        {invited.cards.map(({ card, reasons }) => (
          <li>
            <p>{sentenceOf(reasons, invited.timesAsked, page.text, invited.grids)}</p>
            <Card
              page={page}
              card={card}
              within={invited.within}
              wanted={invited.wanted.get(card.id)}
              inHand={invited.inHand}
            />
            <Fold summary={invitations.all}>
              <ul>
                {reasons.map((reason) => (
                  <li>{reasonWords(reason, page.text, invited.grids)}</li>
                ))}
              </ul>
              <p>
                <a href={`/c/${page.community?.slug ?? ''}/rules#invitations`}>{invitations.rules.title}</a>
              </p>
            </Fold>
          </li>
        ))}
      </ul>
    </section>
  )
}
