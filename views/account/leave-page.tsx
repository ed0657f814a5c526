import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'

/** What leaving will do, above its button; no reason is asked. */
export const LeavePage = ({
  page,
  action,
  claims,
  handover,
}: {
  readonly page: Page
  readonly action: string
  readonly claims: number
  readonly handover: {
    readonly typed?: string
    readonly error?: string
    /** Private words in the note that may be confirmed as needed, and the tick box as it was sent. */
    readonly needed?: readonly string[]
    readonly confirmed?: string
  }
}) => {
  const { leave } = page.text.endings
  return (
    <div class="narrow">
      <h1>{leave.title}</h1>
      <p class="lead">{leave.lead}</p>
      <ul class="say">
        <li>{leave.claims(claims)}</li>
        <li>{leave.rest}</li>
      </ul>
      <form method="post" action={action}>
        {claims > 0 && (
          <TextArea
            label={leave.handover}
            name="handover"
            rows={3}
            value={handover.typed ?? ''}
            error={handover.error}
            hint={leave.handoverHint}
          />
        )}
        {claims > 0 && <NeededTick page={page} words={handover.needed} typed={handover.confirmed} />}
        <div class="actions">
          <Button kind="danger">{leave.button}</Button>
          <LinkButton kind="quiet" href="/mine">
            {page.text.mine.title}
          </LinkButton>
        </div>
      </form>
    </div>
  )
}
