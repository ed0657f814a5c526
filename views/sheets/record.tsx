import type { Service, ServiceRecord } from '#db/service-record.ts'
import { satisfactions } from '#domain/words.ts'
import { exact } from '#text/days.ts'
import type { Page } from '../layout.tsx'
import { Facts } from '../parts/panel.tsx'
import { Paper, Stamps } from '../parts/paper.tsx'
import { Table } from '../parts/table.tsx'

type Props = {
  readonly page: Page
  readonly record: ServiceRecord
  readonly zone: string
  readonly back: { readonly href: string; readonly label: string }
  readonly madeAt: string
  /** Who printed it for the volunteer, where it was not the volunteer. */
  readonly printedBy: string | null
  /** At most so many services are listed. */
  readonly most: number
}

/** Identity, service, hours, evaluation: the parts that a volunteer's service record has by law. */
export const RecordSheet = ({ page, record, zone, back, madeAt, printedBy, most }: Props) => {
  const { text } = page
  const words = text.sheets.record
  const { services } = record
  const confirmed = services.filter(({ answer }) => answer === 'received')
  const joined = services.filter(({ isJoined }) => isJoined).length
  const minutes = confirmed.reduce((sum, one) => sum + (one.minutes ?? 0), 0)
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
      basis={madeAt}
    >
      <p class="hint">{words.law}</p>
      <h2>{words.identity}</h2>
      <Facts
        rows={[
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
          <p>{words.total(services.length, confirmed.length, (minutes / 60).toFixed(1))}</p>
          {joined > 0 && <p>{words.joinedOf(joined)}</p>}
          {services.length === most && <p class="hint">{words.newest(most)}</p>}
          <Table
            caption={words.each}
            head={[words.date, words.category, words.community, words.grid, words.minutes, words.result]}
            numeric={[4]}
            rows={services.map((one) => [
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

/** What kind of service it was, and whether it was made together with others. */
export const kindOf = ({ category, isJoined }: Service, { text }: Page): string =>
  [text.catalogue.categories[category], ...(isJoined ? [text.sheets.record.joined] : [])].join(' · ')

function resultOf({ answer }: Service, { text }: Page): string {
  const words = text.sheets.record
  if (answer === null) return words.waiting
  return answer === 'received' ? words.received : words.notReceived
}
