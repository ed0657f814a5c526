import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/button.tsx'
import { Panel } from '#views/parts/panel.tsx'

/** What was noticed in a call becomes a wish or a referral of the same resident; the address carries the wish's code only. */
export const Noticed = ({ page, code }: { readonly page: Page; readonly code: string }) => {
  const { callbacks } = page.text
  return (
    <Panel title={callbacks.noticed} id="noticed">
      <p>{callbacks.noticedHint}</p>
      <p class="actions">
        <LinkButton kind="second" href={`/wishes/new?of=${code}&call=1`}>
          {callbacks.newWish}
        </LinkButton>
        <LinkButton kind="second" href={`/wishes/new?of=${code}&call=1&refer=1`}>
          {callbacks.newReferral}
        </LinkButton>
      </p>
    </Panel>
  )
}
