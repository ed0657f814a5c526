import type { SignedMonth } from '#db/months.ts'
import type { SetName } from '#domain/figures.ts'
import { type Difference, partsOf } from '#domain/month-facts.ts'
import { exact, shortDay } from '#text/days.ts'
import type { Text } from '#text/text.ts'
import type { Page } from '../layout.tsx'
import { LinkButton } from '../parts/button.tsx'
import { Notice } from '../parts/errors.tsx'
import { Icon } from '../parts/icons.tsx'
import { Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'

export type Official = {
  readonly slug: string
  readonly zone: string
  readonly signed: SignedMonth
  /** Within what the reader may see. */
  readonly differences: readonly Difference[]
  readonly maySign: boolean
  /** What has just been done on another page. */
  readonly done: 'signed' | 'corrected' | null
}

/** Who signed a month and when, what was corrected since, and where today's reckoning says something else. */
export const SignedPanel = ({ page, official }: { readonly page: Page; readonly official: Official }) => {
  const { text } = page
  const words = text.months.official
  const { signed, zone, slug, differences, maySign, done } = official
  const correct = (figure?: string) =>
    `/reports/${signed.month}/correct?${new URLSearchParams({ c: slug, ...(figure ? { figure } : {}) })}`
  return (
    <>
      {done && (
        <Notice tone="green" role="status">
          <p>{done === 'signed' ? text.months.sign.signed : text.months.correct.done}</p>
        </Notice>
      )}
      <Panel title={words.title} id="signed" tone="green">
        <p>
          <b>{words.by(signed.signerName, exact(signed.signedAt, zone))}</b>{' '}
          {words.basis(signed.lastEvent, signed.rulesFrom)}
        </p>
        <p>{words.stays}</p>
        {signed.corrections.length > 0 && (
          <Table
            caption={words.corrections}
            head={[words.figure, words.old, words.corrected, words.when, words.reason, words.who]}
            numeric={[1, 2]}
            rows={signed.corrections.map((one) => [
              factName(one.figure, signed, text),
              one.oldValue ?? words.nothing,
              one.newValue,
              <When at={one.at} lang={page.lang} zone={zone} />,
              one.reason,
              one.byName,
            ])}
          />
        )}
        {differences.length === 0 ? (
          <p>
            <Icon name="check" /> {words.same}
          </p>
        ) : (
          <>
            <p>{words.differencesLead}</p>
            <Table
              caption={words.differences}
              head={[words.figure, words.held, words.today, ...(maySign ? [words.add] : [])]}
              numeric={[1, 2]}
              rows={differences.map(({ key, held, today }) => [
                factName(key, signed, text),
                held ?? words.nothing,
                today ?? words.nothing,
                ...(maySign ? [<a href={correct(key)}>{words.add}</a>] : []),
              ])}
            />
          </>
        )}
        {maySign && (
          <LinkButton kind="quiet" href={correct()}>
            <Icon name="pencil" />
            {words.add}
          </LinkButton>
        )}
      </Panel>
    </>
  )
}

/** A fact's name as people say it: the figure, and the grid where it is of one. */
export function factName(key: string, { snapshot }: Pick<SignedMonth, 'snapshot'>, { reports, months }: Text): string {
  const { figure, gridId } = partsOf(key)
  const name = reports.names[figure as SetName] ?? figure
  if (gridId === null) return name
  return months.official.inGrid(name, snapshot.grids.find(({ id }) => id === gridId)?.name ?? reports.otherGrid)
}

/** What stands in small beside a figure that was corrected, by its key. */
export const correctedNotes = ({ signed, zone }: Official, page: Page): Readonly<Record<string, string>> =>
  Object.fromEntries(
    signed.corrections.map(({ figure, newValue, at }) => [
      figure,
      page.text.months.official.correctedTo(newValue, shortDay[page.lang](at, zone)),
    ]),
  )
