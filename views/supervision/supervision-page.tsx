import type { Supervised } from '#db/months/supervised.ts'
import type { CardSet, MonthCards, RunningCount, StepLength } from '#db/supervision/card-rows.ts'
import type { InquiryCounts } from '#db/supervision/inquiry-rows.ts'
import type { Period } from '#domain/month/figures.ts'
import { type Span, type SpanName, spanNames } from '#domain/month/waits.ts'
import { type CardAge, type CardStep, cardAgeNames, cardSteps } from '#domain/supervision/card-steps.ts'
import { wholeHours } from '#domain/time/durations.ts'
import { previousMonth } from '#domain/time/workdays.ts'
import { exact } from '#text/days.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { AskedByCommunity, type ShownPattern } from './asked-by-community.tsx'

const zone = 'Asia/Shanghai'

type SupervisionProps = {
  readonly page: Page
  readonly communities: readonly Supervised[]
  /** The community whose steps are shown; null for all of them. */
  readonly chosen: Supervised | null
  readonly running: readonly RunningCount[]
  readonly period: Period
  readonly months: ReadonlyMap<string, MonthCards>
  readonly medians: readonly StepLength[]
  readonly spans: Readonly<Record<SpanName, Span>>
  readonly letters: ReadonlyMap<string, number>
  /** Cases opened in the month. */
  readonly looks: ReadonlyMap<string, number>
  readonly inquiries: ReadonlyMap<string, InquiryCounts>
  readonly patterns: readonly ShownPattern[]
}

/** Cards by community, step and age, and those of a month. Communities are in their own order. */
export const SupervisionPage = (props: SupervisionProps) => {
  const { page, communities, running } = props
  const words = page.text.supervision
  const ofStreet = sum(running.filter(({ side }) => side === 'street'))
  return (
    <div class="wide stack">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p class="hint">{words.asOf(exact(page.now, zone))}</p>
      {communities.length === 0 && <p>{words.noPlaces}</p>}
      {communities.length > 0 && (
        <>
          <Running {...props} />
          {ofStreet > 0 && (
            <p>
              <a href="/supervision/cards?side=street">{words.street(ofStreet)}</a>
            </p>
          )}
          <AskedByCommunity {...props} month={props.period.month} />
          <MonthOfCards {...props} />
          <Medians {...props} />
        </>
      )}
    </div>
  )
}

const sum = (counts: readonly RunningCount[]): number => counts.reduce((all, { count }) => all + count, 0)

const Running = ({ page, communities, chosen, running }: SupervisionProps) => {
  const words = page.text.supervision
  const own = running.filter(({ side }) => side === 'community')
  const cell = (found: readonly RunningCount[], asked: Asked) => linked(sum(found), asked)
  const ages = (found: readonly RunningCount[], asked: Asked) =>
    cardAgeNames.map((age) =>
      cell(
        found.filter((one) => one.age === age),
        { ...asked, age },
      ),
    )
  const head = (first: string) => [first, ...cardAgeNames.map((age) => words.age[age]), words.total]
  const ofSteps = own.filter(({ communityId }) => !chosen || communityId === chosen.id)
  const withCards = cardSteps.filter((step) => ofSteps.some((one) => one.step === step))
  return (
    <>
      <Table
        caption={words.running}
        head={head(words.community)}
        numeric={[1, 2, 3, 4, 5]}
        rows={communities.map(({ id, slug, name }) => {
          const found = own.filter(({ communityId }) => communityId === id)
          return [
            <a href={`/supervision?c=${slug}#steps`} aria-label={words.narrow(name)}>
              {name}
            </a>,
            ...ages(found, { c: slug }),
            cell(found, { c: slug }),
          ]
        })}
      />
      <p class="hint">{words.ownOrder}</p>
      <div id="steps" class="stack">
        <Table
          caption={words.bySteps(chosen?.name ?? words.allPlaces)}
          head={head(words.stepHead)}
          numeric={[1, 2, 3, 4, 5]}
          rows={withCards.map((step) => {
            const found = ofSteps.filter((one) => one.step === step)
            const asked = { step, ...(chosen ? { c: chosen.slug } : {}) }
            return [words.step[step], ...ages(found, asked), cell(found, asked)]
          })}
        />
        <p class="hint">{words.otherSteps}</p>
        {chosen && (
          <p>
            <a href="/supervision#steps">{words.bySteps(words.allPlaces)}</a>
          </p>
        )}
      </div>
    </>
  )
}

type Asked = {
  readonly c?: string
  readonly step?: CardStep
  readonly age?: CardAge
  readonly month?: string
  readonly set?: CardSet
}

/** A number that opens its rows; 0 opens nothing. */
const linked = (count: number, asked: Asked) =>
  count ? <a href={`/supervision/cards?${new URLSearchParams(asked)}`}>{count}</a> : <span>0</span>

const MonthOfCards = ({ page, communities, period, months, looks }: SupervisionProps) => {
  const { month: words, community, case: cases } = page.text.supervision
  const { month } = period
  return (
    <>
      <Table
        caption={words.title(monthName(month, page.text))}
        head={[community, words.all, words.inTime, words.red, cases.count]}
        numeric={[1, 2, 3, 4]}
        rows={communities.map(({ id, slug, name }) => {
          const { all, inTime, red } = months.get(id) ?? { all: 0, inTime: 0, red: 0 }
          const asked = { c: slug, month }
          return [
            name,
            linked(all, { ...asked, set: 'all' }),
            linked(inTime, { ...asked, set: 'in-time' }),
            linked(red, { ...asked, set: 'red' }),
            looks.get(id) ?? 0,
          ]
        })}
      />
      <p class="hint">{words.how}</p>
      <p class="go">
        <LinkButton kind="quiet" href={`/supervision?month=${previousMonth(month)}`}>
          {words.previous}
        </LinkButton>
        <LinkButton kind="quiet" href={`/supervision/${month}/sheet`}>
          {words.sheet}
        </LinkButton>
        <LinkButton kind="quiet" href="/supervision/case">
          {cases.open}
        </LinkButton>
      </p>
    </>
  )
}

const Medians = ({ page, chosen, medians, spans }: SupervisionProps) => {
  const { text } = page
  const words = text.supervision
  const { review } = text
  const said = (seconds: number | null) => (seconds === null ? review.noSpan : review.hours(wholeHours(seconds)))
  return (
    <Table
      caption={words.month.medians(chosen?.name ?? words.allPlaces)}
      head={[words.month.of, words.month.median, words.month.many]}
      numeric={[1, 2]}
      rows={[
        ...spanNames.map((name) => [review.spanNames[name], said(spans[name].median), spans[name].many]),
        ...cardSteps.flatMap((step) => {
          const found = medians.find((one) => one.step === step)
          return found ? [[words.month.card(words.step[step]), said(found.seconds), found.many]] : []
        }),
      ]}
    />
  )
}
