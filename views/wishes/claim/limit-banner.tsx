import type { Page } from '#views/page.ts'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { type ClaimsInHand, inHandWords } from './claims-in-hand.ts'

/** Above buttons that ask the secretary: which limit is reached, and when there is room again. */
export const LimitBanner = ({ page, inHand }: { readonly page: Page; readonly inHand: ClaimsInHand | null }) =>
  inHand?.full ? (
    <Banner tone="yellow">
      <p>
        {inHandWords(inHand, page.text)} {page.text.refusals.sentence(inHand.full)}
      </p>
    </Banner>
  ) : null
