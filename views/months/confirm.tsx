import type { SignedMonth } from '#db/months/month-rows.ts'
import type { CorrectionReason } from '#domain/vocabulary.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import type { Correcting } from './correct.tsx'
import { factName, factValue } from './facts.ts'

type Props = {
  readonly page: Page
  readonly signed: SignedMonth
  readonly slug: string
  readonly key: string
  readonly typed: Correcting['typed']
  readonly publicReason: CorrectionReason
  readonly oldValue: number | null
  readonly newValue: number
}

/** What a correction will say, shown once more, because it cannot be taken back. */
export const ConfirmCorrection = ({ page, signed, slug, typed, publicReason, oldValue, newValue, ...form }: Props) => {
  const { correct, official } = page.text.months
  const { sure } = correct
  return (
    <div class="narrow">
      <h1>{sure.title}</h1>
      <p class="lead">{sure.lead(monthName(signed.month, page.text))}</p>
      <Table
        caption={official.corrections}
        head={[official.figure, official.old, official.corrected, official.why, official.reason]}
        numeric={[1, 2]}
        rows={[
          [
            factName(typed.figure, signed.names, page.text),
            factValue(typed.figure, oldValue, page.text),
            factValue(typed.figure, newValue, page.text),
            page.text.words.correctionReason[publicReason],
            typed.reason,
          ],
        ]}
      />
      <Banner tone="yellow">
        <p>{sure.stays}</p>
      </Banner>
      <form method="post" action={`/reports/${signed.month}/correct?c=${slug}`}>
        <Hidden name="key" value={form.key} />
        <Hidden name="figure" value={typed.figure} />
        <Hidden name="held" value={oldValue === null ? '' : oldValue} />
        <Hidden name="value" value={typed.value} />
        <Hidden name="why" value={typed.why} />
        <Hidden name="reason" value={typed.reason} />
        <Hidden name="needed" value={typed.needed} />
        <p class="actions">
          <Button name="step" value="sure">
            {sure.button}
          </Button>
          <Button kind="quiet" name="step" value="back">
            {sure.back}
          </Button>
        </p>
      </form>
    </div>
  )
}
