import type { NamingEdition } from '#db/doors/naming-editions.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { type ConsentPurpose, consentPurposes } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Fold } from '#views/parts/details.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Banner, ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { errorList, faultAt } from '#views/people/faults.ts'
import { Asked } from './asked-panel.tsx'
import { Given } from './consent.tsx'
import type { Answering, ResidentFile } from './resident-file.ts'

type Props = {
  readonly page: Page
  readonly file: Pick<ResidentFile, 'id' | 'name' | 'endedAt' | 'consents'>
  /** Messages in the group and sheets on the notice board that name a wish of this resident. */
  readonly naming: readonly NamingEdition[]
  readonly zone: string
  readonly told: string | null
  readonly answering: Answering
}

/** Each purpose as a switch, with what turning it off does, and its earlier answers. The latest answer counts. */
export const ConsentsPage = (props: Props) => {
  const { page, file, told, answering } = props
  const { text } = page
  const words = text.people.residents.consent
  return (
    <div class="narrow">
      <p>
        <a href={`/residents/${file.id}`}>{file.name || text.endings.erasedFile}</a>
      </p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {told && (
        <Banner tone="green" role="status">
          <p>{told}</p>
        </Banner>
      )}
      <Refused page={page} faults={answering.faults} />
      <NamedIn {...props} />
      {consentPurposes.map((purpose) => (
        <Purpose {...props} purpose={purpose} />
      ))}
    </div>
  )
}

/** What is wrong with the form as a whole; what is wrong with a field is said at its switch. */
const Refused = ({ page: { text }, faults }: { readonly page: Page; readonly faults: Faults }) => {
  const sentence =
    'key' in faults ? text.people.keyReused : (faultAt(text, faults, 'purpose') ?? faultAt(text, faults, 'given'))
  if (!sentence) return null
  return (
    <Banner tone="red" role="alert">
      <p>{sentence}</p>
    </Banner>
  )
}

/** What is on paper or in a chat, where a withdrawal takes effect only when a person removes it. */
const NamedIn = ({ page: { text }, naming, zone }: Props) => {
  const words = text.people.residents.consent.outside
  if (!naming.length) return null
  return (
    <Panel title={words.title} id="outside">
      <p>{words.lead}</p>
      <ul class="links">
        {naming.map(({ door, number, madeAt }) => (
          <li>
            <a href={door === 'group' ? `/doors/messages/${number}` : `/doors/sheets/${number}`}>
              {words.of[door](number, text.time.day(madeAt, zone))}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const Purpose = (props: Props & { readonly purpose: ConsentPurpose }) => {
  const { page, file, purpose } = props
  const { text } = page
  const words = text.people.residents.consent
  const own = file.consents.filter((row) => row.purpose === purpose)
  const [latest] = own
  return (
    <Panel title={text.words.consentPurpose[purpose]} id={purpose}>
      <p>
        <Given page={page} given={latest?.given} />{' '}
        {latest && words.since(latest.day, text.words.consentMethod[latest.method])}
      </p>
      {!file.endedAt && <Switch {...props} isOn={latest?.given} />}
      {own.length > 0 && (
        <Fold summary={words.history}>
          <Table
            caption={`${words.history} · ${text.words.consentPurpose[purpose]}`}
            head={[words.historyHead.answer, words.historyHead.how, words.historyHead.day, words.historyHead.witness]}
            rows={own.map((row) => [
              row.given ? words.yes : words.no,
              text.words.consentMethod[row.method],
              row.day,
              row.witness,
            ])}
          />
        </Fold>
      )}
    </Panel>
  )
}

/** If the question has not been asked yet, either answer can be recorded; otherwise only the other one. */
const Switch = ({
  page,
  file,
  purpose,
  isOn,
  answering,
}: Props & { purpose: ConsentPurpose; isOn?: boolean | undefined }) => {
  const { text, actor } = page
  const words = text.people.residents.consent
  const { key, typed, faults, today } = answering
  const isThis = typed.purpose === purpose
  const own = isThis ? { typed, faults } : { typed: { method: '', day: today }, faults: {} }
  return (
    <Fold summary={isOn ? words.turnOff : isOn === false ? words.turnOn : words.record} open={isThis}>
      <form class="fields" method="post" novalidate action={`/residents/${file.id}/consents`}>
        <Hidden name="key" value={key} />
        <Hidden name="purpose" value={purpose} />
        <ErrorSummary
          title={text.site.errorSummary}
          prefix={purpose}
          errors={errorList(text, own.faults, ['method', 'day'])}
        />
        {isOn ? <p>{words.effect[purpose]}</p> : <ReadOut page={page} purpose={purpose} />}
        <Asked page={page} words={words} typed={own.typed} faults={own.faults} today={today} prefix={purpose} />
        {actor.kind === 'person' && <p class="hint">{words.witness(actor.name)}</p>}
        <p class="actions">
          {isOn !== true && (
            <Button kind="second" name="given" value="yes">
              {words.recordYes}
            </Button>
          )}
          {isOn !== false && (
            <Button kind="second" name="given" value="no">
              {words.recordNo}
            </Button>
          )}
        </p>
      </form>
    </Fold>
  )
}

const ReadOut = ({ page: { text }, purpose }: { readonly page: Page; readonly purpose: ConsentPurpose }) => (
  <blockquote class="panel">
    <p class="hint">{text.people.residents.consent.readOut}</p>
    {text.people.consentWords[purpose]}
  </blockquote>
)
