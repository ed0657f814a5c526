import type { Thanks } from '#db/receipts/receipt-rows.ts'
import type { Satisfaction } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Panel } from '#views/parts/panel.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'

type Props = { readonly page: Page; readonly rows: readonly Thanks[] }

/** What residents said to thank this volunteer, without a name, with how they rated it. */
export const ThanksPanel = ({ page: { text }, rows }: Props) => {
  const words = text.receipts.thanks
  if (!rows.length) return null
  return (
    <Panel title={words.mine} id="thanks" tone="green">
      <ul class="work">
        {rows.map((row) => (
          <li>
            <div>
              <blockquote>{row.text}</blockquote>
              <small>
                <span>{titleOf(row, text)}</span>
                {row.satisfaction && (
                  <span>{words.rated(text.words.satisfaction[row.satisfaction as Satisfaction])}</span>
                )}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
