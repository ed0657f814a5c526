import type { Knowledge } from '#db/wishes/knowledge-rows.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Answer } from './answer-panel.tsx'

export type Offers = {
  readonly entries: readonly Knowledge[]
  /** The reader searched for something, so an empty result has to say so. */
  readonly isAsked: boolean
  readonly today: string
}

/**
 * The community's existing answers, while a request is being typed. `seen` tells the server that these were shown, so
 * that it does not show them again. The button sends the same form to the page for direct answers.
 */
export const Known = ({ page, offers }: { page: Page; offers: Offers }) => {
  const { known } = page.text.intake
  const { entries, isAsked, today } = offers
  if (!entries.length) return isAsked ? <p class="hint">{known.none}</p> : null
  return (
    <>
      <Hidden name="seen" value={entries.map(({ id }) => id).join(' ')} />
      <p>
        <b>{known.title}</b>
      </p>
      {entries.map((entry, index) => (
        <Fold summary={entry.title} open={index === 0}>
          <Answer page={page} entry={entry} today={today} isInside />
          <Button
            kind="second"
            formaction={`/answers/new?from=${entry.id}${page.community ? `&c=${page.community.slug}` : ''}`}
            formnovalidate
          >
            {known.answered}
            <span class="hide"> {entry.title}</span>
          </Button>
        </Fold>
      ))}
    </>
  )
}
