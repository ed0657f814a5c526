import type { SignedMonth } from '#db/months/month-rows.ts'
import type { CheckWords } from '#domain/log/check-words-shown.ts'
import { type Difference, partsOf } from '#domain/month/month-facts.ts'
import { exact, shortDay } from '#text/days.ts'
import type { Text } from '#text/text.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { CheckWordsLine } from '#views/parts/paper/check-words.tsx'
import { Fold } from '../parts/details.tsx'
import { Panel } from '../parts/panel.tsx'
import { correctedRates } from './corrected-rates.ts'
import { Corrections } from './corrections-list.tsx'
import { factName, factValue } from './facts.ts'

export type Official = {
  readonly slug: string
  readonly zone: string
  readonly signed: SignedMonth
  /** Only those the reader may see. */
  readonly differences: readonly Difference[]
  readonly maySign: boolean
  readonly check: CheckWords | null
  /** What was just done on another page. */
  readonly done: 'signed' | 'corrected' | 'accepted' | null
}

/** Who signed a month and when, what was corrected since, and where the present figures differ. */
export const SignedPanel = ({ page, official }: { readonly page: Page; readonly official: Official }) => {
  const { text } = page
  const words = text.months.official
  const { signed, zone, slug, differences, maySign, check, done } = official
  const whole = differences.filter(({ key }) => partsOf(key).by === null)
  const parts = differences.filter((one) => !whole.includes(one))
  return (
    <>
      {done && (
        <Banner tone="green" role="status">
          <p>{doneWords[done](text)}</p>
        </Banner>
      )}
      <Panel title={words.title} id="signed" tone="green">
        <p>
          <b>
            {signed.isInside
              ? words.by(signed.signerName, exact(signed.signedAt, zone))
              : words.onDay(shortDay[page.lang](signed.signedAt, zone))}
          </b>{' '}
          {words.basis(signed.lastEvent, signed.rulesFrom)}
        </p>
        <p>{words.stays}</p>
        <CheckWordsLine text={text} words={check} />
        {signed.corrections.length > fewCorrections ? (
          <Fold summary={words.manyCorrections(signed.corrections.length)}>
            <Corrections page={page} caption={words.corrections} signed={signed} zone={zone} />
          </Fold>
        ) : (
          <Corrections page={page} caption={words.corrections} signed={signed} zone={zone} />
        )}
        {differences.length === 0 ? (
          <p>
            <Icon name="check" /> {words.same}
          </p>
        ) : (
          <>
            <p>{words.differencesLead}</p>
            {maySign && (
              <p class="actions">
                <LinkButton href={`/reports/${signed.month}/accept?c=${slug}`}>
                  {text.months.accept.open(differences.filter(({ today }) => today !== null).length)}
                </LinkButton>
              </p>
            )}
            {whole.length > 0 && <Differences page={page} official={official} rows={whole} />}
            {parts.length > 0 && (
              <Fold summary={text.months.facts.partly(parts.length)}>
                <Differences page={page} official={official} rows={parts} />
              </Fold>
            )}
          </>
        )}
        {maySign && (
          <LinkButton kind="quiet" href={`/reports/${signed.month}/correct?c=${slug}`}>
            <Icon name="pencil" />
            {words.add}
          </LinkButton>
        )}
      </Panel>
    </>
  )
}

/** So many are shown at once. */
const fewCorrections = 5

const doneWords = {
  signed: ({ months }: Text) => months.sign.signed,
  corrected: ({ months }: Text) => months.correct.done,
  accepted: ({ months }: Text) => months.accept.done,
}

type DifferencesProps = { readonly page: Page; readonly official: Official; readonly rows: readonly Difference[] }

const Differences = ({ page, official, rows }: DifferencesProps) => {
  const { text } = page
  const words = text.months.official
  const { signed, slug, maySign } = official
  const correct = (figure: string) => `/reports/${signed.month}/correct?${new URLSearchParams({ c: slug, figure })}`
  return (
    <Table
      caption={words.differences}
      head={[words.figure, words.held, words.today, ...(maySign ? [words.add] : [])]}
      numeric={[1, 2]}
      rows={rows.map(({ key, held, today }) => [
        factName(key, signed.names, text),
        factValue(key, held, text),
        factValue(key, today, text),
        ...(maySign ? [<a href={correct(key)}>{words.add}</a>] : []),
      ])}
    />
  )
}

/** The small print next to corrected figures, by their keys; a rate that they change is under `rate:` and its key. */
export const correctedNotes = ({ signed, zone }: Official, page: Page): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    signed.corrections.map(({ figure, newValue, at }) => [
      figure,
      page.text.months.official.correctedTo(factValue(figure, newValue, page.text), shortDay[page.lang](at, zone)),
    ]),
  ),
  ...correctedRates(signed, page.text),
})
