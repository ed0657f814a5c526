import { firstPurposes } from '#domain/people/resident.ts'
import type { Faults } from '#domain/reading/checked.ts'
import type { ConsentPurpose } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Empty } from '#views/parts/empty.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner, ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { errorList, faultAt } from '#views/people/faults.ts'
import { Ticks } from '#views/people/ticks.tsx'
import { Asked } from './asked-panel.tsx'
import { doorOf } from './resident-labels.ts'

type WaitingLine = {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly building: string
  readonly unit: string
  readonly door: string
  readonly phones: readonly string[]
  readonly missing: readonly ConsentPurpose[]
}
export type ManyForm = {
  readonly ids: readonly string[]
  readonly purposes: readonly string[]
  readonly method: string
  readonly day: string
}

/** One page to record the consents of many residents of an imported list. */
export const WaitingPage = ({
  page,
  rows,
  hasMore,
  typed,
  faults,
  recorded,
  formKey,
  today,
}: {
  page: Page
  rows: readonly WaitingLine[]
  hasMore: boolean
  typed: ManyForm
  faults: Faults
  recorded: number | null
  formKey: string
  today: string
}) => {
  const { text, community } = page
  const { many: words, title } = text.people.residents
  const place = `c=${community?.slug ?? ''}`
  return (
    <div class="narrow">
      <p>
        <a href={`/residents?${place}`}>{title}</a>
      </p>
      <h1>{words.title}</h1>
      {recorded !== null && (
        <Banner tone="green" role="status">
          <p>{words.recorded(recorded)}</p>
        </Banner>
      )}
      {'key' in faults && (
        <Banner tone="red" role="alert">
          <p>{text.people.keyReused}</p>
        </Banner>
      )}
      <ErrorSummary
        title={text.site.errorSummary}
        errors={errorList(text, faults, ['ids', 'purposes', 'method', 'day'])}
      />
      {rows.length === 0 ? (
        <Empty icon="check" title={words.empty}>
          <p>{words.emptyHelp}</p>
        </Empty>
      ) : (
        <>
          <p class="lead">{words.lead}</p>
          <form class="fields" method="post" novalidate action={`/residents/consents?${place}`}>
            <Hidden name="key" value={formKey} />
            <Ticks
              label={words.who}
              name="ids"
              error={faultAt(text, faults, 'ids')}
              options={rows.map((row) => ({
                value: row.id,
                label: `${row.name} · ${doorOf(text, row)} ${row.phones.join(' ')}`,
                hint: words.missing(row.missing.map((purpose) => text.words.consentPurpose[purpose]).join(' · ')),
              }))}
              values={typed.ids}
            />
            {hasMore && <p class="hint">{words.more}</p>}
            <Ticks
              label={words.purposes}
              hint={words.purposesHint}
              name="purposes"
              error={faultAt(text, faults, 'purposes')}
              options={firstPurposes.map((value) => ({
                value,
                label: text.words.consentPurpose[value],
                hint: text.people.consentWords[value],
              }))}
              values={typed.purposes}
            />
            <Asked page={page} words={words} typed={typed} faults={faults} today={today} />
            <p class="actions">
              <Button>{words.button}</Button>
              <LinkButton kind="quiet" href={`/residents?${place}`}>
                {text.site.cancel}
              </LinkButton>
            </p>
          </form>
        </>
      )}
    </div>
  )
}
