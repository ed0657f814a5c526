import type { SignedMonth } from '#db/months/month-rows.ts'
import { type Difference, partsOf } from '#domain/month/month-facts.ts'
import type { CorrectionReason as Reason } from '#domain/vocabulary.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Fold } from '#views/parts/details.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner, ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { CorrectionReason } from './correction-reason.tsx'
import { factName, factValue } from './facts.ts'

export type Accepting = {
  readonly signed: SignedMonth
  readonly slug: string
  readonly changes: readonly Difference[]
  /** A hash of these changes, which the form sends back. */
  readonly mark: string
  readonly key: string
  readonly typed: { readonly why: string; readonly reason: string; readonly needed: string }
  readonly errors: Readonly<Record<string, string>>
  /** Why the press before this one changed nothing. */
  readonly refused: string | null
  readonly needed?: readonly string[] | undefined
}

/** Public reason of a month that was signed before it had settled. */
export const usualReason: Reason = 'settled-later'

/** All figures of a signed month that count differently today, to be corrected by one press. */
export const AcceptMonth = ({ page, accepting }: { readonly page: Page; readonly accepting: Accepting }) => {
  const { accept, correct, sign } = page.text.months
  const { signed, slug, changes, typed, errors, refused } = accepting
  const whole = changes.filter(({ key }) => partsOf(key).by === null)
  const parts = changes.filter((one) => !whole.includes(one))
  return (
    <div class="narrow">
      <h1>{accept.title(monthName(signed.month, page.text))}</h1>
      {refused && (
        <Banner tone="yellow" role="alert">
          <p>{refused}</p>
        </Banner>
      )}
      <ErrorSummary
        title={page.text.site.errorSummary}
        errors={Object.entries(errors).map(([name, message]) => ({ name, message }))}
      />
      {changes.length > 0 && (
        <>
          <p class="lead">{accept.lead(changes.length)}</p>
          {whole.length > 0 && <ChangeTable page={page} signed={signed} rows={whole} />}
          {parts.length > 0 && (
            <Fold summary={accept.parts(parts.length)}>
              <ChangeTable page={page} signed={signed} rows={parts} />
            </Fold>
          )}
          <form method="post" novalidate action={`/reports/${signed.month}/accept?c=${slug}`}>
            <Hidden name="key" value={accepting.key} />
            <Hidden name="mark" value={accepting.mark} />
            <CorrectionReason page={page} typed={typed} errors={errors} needed={accepting.needed} />
            <Banner tone="yellow">
              <p>{correct.sure.stays}</p>
            </Banner>
            <Button wide>{accept.button(changes.length)}</Button>
          </form>
        </>
      )}
      <p>
        <LinkButton kind="quiet" href={`/reports/${signed.month}?c=${slug}`}>
          <Icon name="arrow-left" />
          {sign.back}
        </LinkButton>
      </p>
    </div>
  )
}

type TableProps = { readonly page: Page; readonly signed: SignedMonth; readonly rows: readonly Difference[] }

const ChangeTable = ({ page, signed, rows }: TableProps) => {
  const { official: words } = page.text.months
  return (
    <Table
      caption={words.differences}
      head={[words.figure, words.held, words.today]}
      numeric={[1, 2]}
      rows={rows.map(({ key, held, today }) => [
        factName(key, signed.names, page.text),
        factValue(key, held, page.text),
        factValue(key, today, page.text),
      ])}
    />
  )
}
