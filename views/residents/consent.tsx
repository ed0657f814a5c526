import { consentPurposes } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/data-table.tsx'
import { Banner, ErrorSummary } from '#views/parts/error-summary.tsx'
import { Button } from '../parts/button.tsx'
import { Fold } from '../parts/details.tsx'
import { Hidden, RadioGroup } from '../parts/field.tsx'
import { Facts, Panel } from '../parts/panel.tsx'
import { Tag } from '../parts/tag.tsx'
import { errorList, faultAt } from '../people/faults.ts'
import { Asked } from './asked-panel.tsx'
import type { Answering, ResidentFile } from './resident-file.ts'

type Props = {
  readonly page: Page
  readonly residentId: string
  readonly consents: ResidentFile['consents']
  readonly answering: Answering
  readonly isOver?: boolean
}

/**
 * The consents given, the form to record another answer, and all earlier answers. The latest answer for a purpose
 * counts.
 */
export const ConsentPanel = ({ page, residentId, consents, answering, isOver = false }: Props) => {
  const { text } = page
  const words = text.people.residents.consent
  const latest = (purpose: string) => consents.find((row) => row.purpose === purpose)
  return (
    <Panel title={words.title} id="consent">
      <Facts
        rows={consentPurposes.map((purpose) => ({
          term: text.words.consentPurpose[purpose],
          value: <Standing page={page} given={latest(purpose)?.given} />,
        }))}
      />
      {!isOver && (
        <Fold summary={words.record} open={Object.keys(answering.faults).length > 0}>
          <AnswerForm page={page} residentId={residentId} consents={consents} answering={answering} />
        </Fold>
      )}
      {consents.length > 0 && (
        <Fold summary={words.history}>
          <History page={page} consents={consents} />
        </Fold>
      )}
    </Panel>
  )
}

const Standing = ({ page, given }: { page: Page; given: boolean | undefined }) => {
  const words = page.text.people.residents.consent
  if (given === undefined) return <Tag>{words.notAsked}</Tag>
  return given ? <Tag tone="green">{words.yes}</Tag> : <Tag tone="red">{words.no}</Tag>
}

const AnswerForm = ({ page, residentId, answering }: Props) => {
  const { text, actor } = page
  const words = text.people.residents.consent
  const { key, typed, faults, today } = answering
  return (
    <form class="fields" method="post" novalidate action={`/residents/${residentId}/consents`}>
      <Hidden name="key" value={key} />
      {'key' in faults && (
        <Banner tone="red" role="alert">
          <p>{text.people.keyReused}</p>
        </Banner>
      )}
      <ErrorSummary
        title={text.site.errorSummary}
        errors={errorList(text, faults, ['purpose', 'given', 'method', 'day'])}
      />
      <RadioGroup
        label={words.readOut}
        name="purpose"
        options={consentPurposes.map((value) => ({
          value,
          label: text.words.consentPurpose[value],
          hint: text.people.consentWords[value],
        }))}
        value={typed.purpose}
        error={faultAt(text, faults, 'purpose')}
      />
      <RadioGroup
        label={words.answer}
        name="given"
        options={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        value={typed.given}
        error={faultAt(text, faults, 'given')}
      />
      <Asked page={page} words={words} typed={typed} faults={faults} today={today} />
      <p class="hint">{text.endings.consentHint}</p>
      {actor.kind === 'person' && <p class="hint">{words.witness(actor.name)}</p>}
      <p class="actions">
        <Button kind="second">{words.button}</Button>
      </p>
    </form>
  )
}

const History = ({ page: { text }, consents }: Pick<Props, 'page' | 'consents'>) => {
  const words = text.people.residents.consent
  const { purpose, answer, how, day, witness } = words.historyHead
  return (
    <Table
      caption={words.history}
      head={[purpose, answer, how, day, witness]}
      rows={consents.map((row) => [
        text.words.consentPurpose[row.purpose],
        row.given ? words.yes : words.no,
        text.words.consentMethod[row.method],
        row.day,
        row.witness,
      ])}
    />
  )
}
