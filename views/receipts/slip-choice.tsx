import type { ForSlip } from '#db/receipts/receipt-rows.ts'
import type { Page } from '#views/page.ts'
import { Empty } from '#views/parts/empty.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'

type Props = {
  readonly page: Page
  readonly rows: readonly ForSlip[]
  readonly fault: string | null
  readonly isBegun: boolean
}

/** Wishes without a slip, to be ticked and printed together. */
export const SlipChoice = ({ page, rows, fault, isBegun }: Props) => {
  const { text } = page
  const words = text.receipts.slips
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <p>{words.bars}</p>
      {fault && (
        <Banner tone="yellow" role="alert">
          <p>{fault}</p>
        </Banner>
      )}
      {rows.length ? (
        <form method="post" action={`/slips?c=${page.community?.slug ?? ''}`}>
          <Panel title={words.choose} id="choose">
            {rows.map((row) => (
              <div class="field">
                <label class="tick">
                  <input type="checkbox" name="wish" value={row.code} />
                  <span>
                    {titleOf({ ...row, publicText: row.publicText || row.words }, text)}
                    <small>
                      {words.code(row.code)} · {row.gridName} · {words.for(row.residentName)}
                    </small>
                  </span>
                </label>
              </div>
            ))}
          </Panel>
          <p class="hint">{words.void}</p>
          <Button wide>{words.button}</Button>
        </form>
      ) : (
        <Empty icon="check" title={isBegun ? words.none : text.firstSteps.notYet.posted} />
      )}
    </div>
  )
}
