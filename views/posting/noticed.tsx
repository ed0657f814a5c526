import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Panel } from '#views/parts/panel.tsx'

/** Starts a wish or a referral of the same resident after a call; the address only contains the wish's code. */
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
