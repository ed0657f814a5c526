import type { Page } from '#views/page.ts'
import { Banner } from '#views/parts/form/error-summary.tsx'

type Props = { readonly page: Page; readonly title: string; readonly sentence: string }

/** What has happened, if the wish's page no longer exists. */
export const ReceiptSaid = ({ page, title, sentence }: Props) => (
  <div class="narrow">
    <h1>{title}</h1>
    <Banner tone="green" role="status">
      <p>{sentence}</p>
    </Banner>
    {page.community?.phone && (
      <p>
        {page.text.receipts.slips.phone} <span class="phone">{page.community.phone}</span>
      </p>
    )}
  </div>
)
