import { isSecretaryOf } from '#domain/people/actor.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button } from '#views/parts/form/button.tsx'

/** What can be done with all ticked wishes at once. Each button sends the same form to a different address. */
export const TickedBar = ({ page }: { readonly page: Page }) => {
  const { ticked } = page.text.table
  const { community, actor } = page
  const here = `?c=${community?.slug ?? ''}`
  return (
    <div class="stick">
      <Button kind="quiet" name="all" value="yes" formaction={`/wishes/search${here}`}>
        {ticked.all}
      </Button>
      {community && isSecretaryOf(actor, community.id) && <Button formaction="/desk/to-check">{ticked.publish}</Button>}
      <Fold summary={ticked.more}>
        <div class="actions">
          <Button kind="second" formaction={`/wishes/consents${here}`}>
            {ticked.consents}
          </Button>
          <Button kind="second" formaction={`/visits${here}`}>
            {ticked.visits}
          </Button>
          <Button kind="second" formaction={`/slips${here}`}>
            {ticked.slips}
          </Button>
          <Button kind="second" formaction={`/wishes/export${here}`}>
            {ticked.export}
          </Button>
        </div>
      </Fold>
    </div>
  )
}
