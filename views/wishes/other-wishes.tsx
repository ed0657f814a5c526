import type { PublicCard } from '#db/wishes/board-rows.ts'
import type { Suited } from '#domain/matching/first-page.ts'
import type { Wanted } from '#domain/wish/wanted.ts'
import { Card, type Within } from '#views/board/card.tsx'
import { cardReasons } from '#views/matching/reason-words.ts'
import type { Page } from '#views/page.ts'

export type Others = {
  readonly cards: readonly Suited<PublicCard>[]
  readonly within: Within
  readonly wanted: ReadonlyMap<string, Wanted>
}

/**
 * For a volunteer who came too late: other suitable wishes, each with its button, below the sentence about what
 * happened.
 */
export const OtherWishes = ({ page, others }: { readonly page: Page; readonly others: Others }) => {
  if (!others.cards.length) return null
  return (
    <div class="offers">
      <p>
        <b>{page.text.moves.others(others.cards.length)}</b>
      </p>
      <ul class="wishes">
        {others.cards.map(({ wish, reasons }) => (
          <li>
            <Card
              page={page}
              card={wish}
              within={others.within}
              isOffered
              reasons={cardReasons(reasons, page.text)}
              wanted={others.wanted.get(wish.id)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
