import type { StillOpenList } from '#db/months/month-open.ts'
import { type FigureName, figureNames } from '#domain/month/figures.ts'
import { countsFrom, type Facts, type NotSigned, type Snapshot } from '#domain/month/month-facts.ts'
import type { OpenGroup } from '#domain/month/still-open.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Hidden } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { rateWords } from '#views/reports/report-shape.ts'
import { AlsoCovered } from './covered.tsx'
import { Advice, type SigningAdvice } from './signing-advice.tsx'
import { StillOpenLists } from './still-open-lists.tsx'

type Signing = {
  readonly month: string
  readonly slug: string
  readonly zone: string
  /** Null if the month cannot be signed, because then there is nothing to check. */
  readonly check: {
    readonly open: Readonly<Record<OpenGroup, StillOpenList>>
    readonly facts: Facts
    /** The names of the grids and units among them. */
    readonly names: Pick<Snapshot, 'grids' | 'units'>
    /** A hash of these figures, which the form sends back. */
    readonly mark: string
    readonly key: string
    readonly advice: SigningAdvice | null
  } | null
  readonly refused: NotSigned | null
  readonly fault: string | null
}

/** What the secretary reads before signing: first what is still open, then the figures, then one button. */
export const Sign = ({ page, signing }: { readonly page: Page; readonly signing: Signing }) => {
  const { months } = page.text
  const { month, slug, check, refused, fault } = signing
  const { sign } = months
  return (
    <>
      <h1>{sign.title(monthName(month, page.text))}</h1>
      {refused && (
        <Banner tone="red" role="alert">
          <p>{sign.refused[refused]}</p>
        </Banner>
      )}
      {check && (
        <>
          <p class="lead">{sign.lead}</p>
          {check.advice && <Advice page={page} advice={check.advice} />}
          <StillOpenLists page={page} month={month} slug={slug} zone={signing.zone} open={check.open} />
          <FiguresOf page={page} facts={check.facts} caption={sign.figures} />
          <AlsoCovered page={page} facts={check.facts} names={check.names} />
          <form method="post" novalidate action={`/reports/${month}/sign?c=${slug}`} class="panel">
            <Hidden name="key" value={check.key} />
            <Hidden name="mark" value={check.mark} />
            <Checkbox
              name="checked"
              label={sign.statement(Object.keys(check.facts).length)}
              error={fault ?? undefined}
              required
            />
            <Button wide>{sign.button}</Button>
          </form>
        </>
      )}
      <p>
        <LinkButton kind="quiet" href={`/reports/${month}?c=${slug}`}>
          <Icon name="arrow-left" />
          {sign.back}
        </LinkButton>
      </p>
    </>
  )
}

type FiguresProps = { readonly page: Page; readonly facts: Facts; readonly caption: string }

/** Every figure of the month with its rate, without links, to be checked, printed and signed. */
const FiguresOf = ({ page, facts, caption }: FiguresProps) => {
  const { reports } = page.text
  const counts = countsFrom(facts)
  return (
    <Table
      caption={caption}
      head={[reports.figure, reports.count, reports.result]}
      numeric={[1, 2]}
      rows={figureNames.map((figure: FigureName) => [
        reports.names[figure],
        counts[figure],
        rateWords(figure, counts, page.text),
      ])}
    />
  )
}
