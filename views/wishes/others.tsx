import type { PublicCard } from '#db/boards.ts'
import type { Fit } from '#domain/matching.ts'
import type { Page } from '../layout.tsx'
import { reasonsOf } from './board.tsx'
import { Card, type Within } from './card.tsx'

export type Others = { readonly cards: readonly Fit<PublicCard>[]; readonly within: Within }

/** For whoever came second: others that fit, each with its button, under the sentence that says what happened. */
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
