import type { PublicCard } from '#db/wishes/board-rows.ts'
import type { Fit } from '#domain/board/matching.ts'
import { reasonsOf } from '#views/board/board-page.tsx'
import { Card, type Within } from '#views/board/card.tsx'
import type { Page } from '#views/page.ts'

export type Others = { readonly cards: readonly Fit<PublicCard>[]; readonly within: Within }

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
            <Card page={page} card={wish} within={others.within} isOffered reasons={reasonsOf(page, reasons)} />
          </li>
        ))}
      </ul>
    </div>
  )
}
