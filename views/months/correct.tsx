import type { SignedMonth } from '#db/months/month-rows.ts'
import { correctedValue, partsOf } from '#domain/month/month-facts.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner, ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, Select } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { CorrectionReason } from './correction-reason.tsx'
import { factName, factValue } from './facts.ts'

export type Correcting = {
  readonly signed: SignedMonth
  readonly slug: string
  readonly key: string
  readonly typed: Readonly<Record<'figure' | 'value' | 'why' | 'reason' | 'needed', string>>
  readonly errors: Readonly<Record<string, string>>
  /** Private words in the reason that the form may confirm as about no one. */
  readonly needed?: readonly string[] | undefined
}

/** The form of a correction: which figure, its right value, and why. If no figure is named, it is asked for first. */
export const Correct = ({ page, correcting }: { readonly page: Page; readonly correcting: Correcting }) => {
  const { correct, sign } = page.text.months
  const { signed, slug, key, typed, errors } = correcting
  const { facts } = signed.snapshot
  const isChosen = typed.figure !== '' && !errors.figure
  const held = isChosen ? correctedValue(facts, signed.corrections, typed.figure) : null
  const address = `/reports/${signed.month}/correct`
  return (
    <div class="narrow">
      <h1>{correct.title(monthName(signed.month, page.text))}</h1>
      <p class="lead">{correct.lead}</p>
      <ErrorSummary
        title={page.text.site.errorSummary}
        errors={Object.entries(errors).map(([name, message]) => ({ name, message }))}
      />
      {isChosen ? (
        <form method="post" novalidate action={`${address}?c=${slug}`}>
          <Hidden name="key" value={key} />
          <Hidden name="figure" value={typed.figure} />
          <Hidden name="held" value={held === null ? '' : held} />
          <Banner tone="blue">
            <p>
              {correct.held(factName(typed.figure, signed.names, page.text), factValue(typed.figure, held, page.text))}
            </p>
          </Banner>
          <Field
            label={correct.value}
            name="value"
            inputmode="numeric"
            value={typed.value}
            error={errors.value}
            required
          />
          <CorrectionReason page={page} typed={typed} errors={errors} needed={correcting.needed} />
          <Button wide>{correct.look}</Button>
        </form>
      ) : (
        <form method="get" action={address}>
          <Hidden name="c" value={slug} />
          <Select
            label={correct.figure}
            name="figure"
            error={errors.figure}
            options={Object.keys(facts)
              .filter(isAskedFor)
              .map((fact) => ({ value: fact, label: factName(fact, signed.names, page.text) }))}
          />
          <Button wide>{correct.choose}</Button>
        </form>
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

/** The whole and the grids can be chosen here; other parts are corrected from the list of differences. */
const isAskedFor = (key: string): boolean => ['grid', null].includes(partsOf(key).by)
