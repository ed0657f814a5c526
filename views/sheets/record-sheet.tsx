import type { Service, ServiceRecord } from '#db/people/service-record.ts'
import type { CheckWords } from '#domain/log/check-words-shown.ts'
import { localMonth } from '#domain/time/workdays.ts'
import { satisfactions } from '#domain/vocabulary.ts'
import { exact } from '#text/days.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Facts } from '#views/parts/panel.tsx'
import { Paper, Stamps } from '#views/parts/paper/paper.tsx'
import { nameOf } from '#views/wishes/wish-title.ts'

type Props = {
  readonly page: Page
  readonly record: ServiceRecord
  readonly zone: string
  readonly back: { readonly href: string; readonly label: string }
  /** The ledger's last event that it includes, and when it was made. */
  readonly lastEvent: number
  readonly madeAt: string
  readonly number: string
  readonly check: CheckWords | null
  /** Who printed it for the volunteer, if the volunteer did not. */
  readonly printedBy: string | null
}

/** How many of the newest services are listed; the sums include all. */
const most = 200

/** Identity, service, hours, evaluation: the parts of a volunteer's service record required by law. */
export const RecordSheet = ({ page, record, zone, back, lastEvent, madeAt, number, check, printedBy }: Props) => {
  const { text } = page
  const words = text.sheets.record
  const { services } = record
  const confirmed = services.filter(({ answer }) => answer === 'received')
  const joined = services.filter(({ isJoined }) => isJoined).length
  const stated = confirmed.flatMap(({ minutes }) => minutes ?? [])
  const hours = (stated.reduce((sum, minutes) => sum + minutes, 0) / 60).toFixed(1)
  const monthOf = (one: Service | undefined) => (one ? monthName(localMonth(one.deliveredAt, zone), text) : '')
  const day = (at: Date | string) => (typeof at === 'string' ? at : exact(at, zone).slice(0, 10))
  const levels = satisfactions
    .map((level) => ({ level, times: services.filter(({ satisfaction }) => satisfaction === level).length }))
    .filter(({ times }) => times > 0)
  return (
    <Paper
      text={text}
      head={record.memberships.map((one) => one.communityName).join(' · ')}
      title={words.head}
      back={back}
      basis={words.basis(monthOf(services.at(-1)), monthOf(services[0]), lastEvent, madeAt)}
      check={check}
    >
      <p class="hint">{words.law}</p>
      <h2>{words.identity}</h2>
      <Facts
        rows={[
          { term: words.number, value: number },
          { term: words.name, value: record.name },
          ...record.memberships.flatMap((one) => [
            { term: words.madeBy, value: one.communityName },
            { term: words.unit, value: one.unitName ?? words.no },
            { term: words.branch, value: one.branch || words.no },
            { term: words.since, value: day(one.since) },
          ]),
        ]}
      />
      <h2>{words.service}</h2>
      {services.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <>
          <p>{words.total(services.length, confirmed.length, stated.length ? words.hours(hours) : words.noTime)}</p>
          {joined > 0 && <p>{words.joinedOf(joined)}</p>}
          {services.length > most && <p class="hint">{words.newest(most)}</p>}
          <Table
            caption={words.each}
            head={[words.date, words.category, words.community, words.grid, words.minutes, words.result]}
            numeric={[4]}
            rows={services
              .slice(0, most)
              .map((one) => [
                day(one.deliveredAt),
                kindOf(one, page),
                one.communityName,
                one.gridName,
                one.minutes ?? words.unstated,
                resultOf(one, page),
              ])}
          />
        </>
      )}
      {levels.length === 0 ? (
        <>
          <h2>{words.evaluation}</h2>
          <p>{words.notAsked}</p>
        </>
      ) : (
        <Table
          caption={words.evaluation}
          head={[words.level, words.times]}
          numeric={[1]}
          rows={levels.map(({ level, times }) => [text.words.satisfaction[level], times])}
        />
      )}
      <h2>{words.training}</h2>
      <p>{words.nothingElse}</p>
      {printedBy && <p>{printedBy}</p>}
      <Stamps places={[words.madeBy]} stamp={text.sheets.stamp} />
    </Paper>
  )
}

/** What was done: its kind, the item by name, and whether others took part. */
export const kindOf = (one: Service, { text }: Page): string =>
  [
    text.catalogue.categories[one.category],
    nameOf(one, text),
    ...(one.isJoined ? [text.sheets.record.joined] : []),
  ].join(' · ')

function resultOf({ answer }: Service, { text }: Page): string {
  const words = text.sheets.record
  if (answer === null) return words.waiting
  return answer === 'received' ? words.received : words.notReceived
}
