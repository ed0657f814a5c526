import type { Supervised } from '#db/months/supervised.ts'
import type { CardRow, CardsAsked } from '#db/supervision/card-rows.ts'
import type { BookingState } from '#domain/counter/booking-life.ts'
import type { LetterState } from '#domain/letters/letter-life.ts'
import type { InquiryState } from '#domain/supervision/inquiry-life.ts'
import type { State } from '#domain/vocabulary.ts'
import type { Text } from '#text/text.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { When } from '#views/parts/when.tsx'

type Props = {
  readonly page: Page
  readonly asked: CardsAsked
  readonly chosen: Supervised | null
  readonly communities: readonly Supervised[]
  readonly rows: readonly CardRow[]
}

/** What is behind a number: nothing about a person, and no typed words. */
export const CardRowsPage = ({ page, asked, chosen, communities, rows }: Props) => {
  const { text } = page
  const { supervision: words } = text
  const nameOf = (id: string) => communities.find((one) => one.id === id)?.name ?? ''
  return (
    <>
      <h1>{`${whatOf(asked, text)} · ${chosen?.name ?? words.allPlaces}`}</h1>
      <p>
        <a href={chosen ? `/supervision?c=${chosen.slug}` : '/supervision'}>{words.rows.back}</a>
      </p>
      {rows.length === 0 && <p class="lead">{words.rows.none}</p>}
      {rows.length > 0 && (
        <Table
          caption={<span class="hide">{words.rows.title}</span>}
          head={[
            words.rows.number,
            words.stepHead,
            words.community,
            words.rows.state,
            words.rows.card,
            words.rows.started,
            words.rows.due,
            words.rows.ended,
            words.inquiry.ask,
          ]}
          rows={rows.map((row) => [
            row.code,
            words.step[row.step],
            nameOf(row.communityId),
            stateWords(row, text),
            row.colour && <Tag tone={row.colour}>{words.colour[row.colour]}</Tag>,
            <When at={row.startedAt} lang={page.lang} />,
            <When at={row.dueAt} lang={page.lang} />,
            <>
              <When at={row.endedAt} lang={page.lang} /> {row.end === 'moved' && words.rows.moved}
            </>,
            mayAsk(row) && (
              <LinkButton kind="quiet" href={`/supervision/ask?${new URLSearchParams({ card: row.id })}`}>
                {words.inquiry.ask}
              </LinkButton>
            ),
          ])}
        />
      )}
      {rows.length >= 200 && <p>{words.rows.more(rows.length)}</p>}
    </>
  )
}

/** About a running card of the community; an inquiry is asked again on its own page. */
const mayAsk = ({ kind, side, endedAt }: CardRow): boolean =>
  kind !== 'inquiry' && side === 'community' && endedAt === null

function whatOf({ step, running, month }: CardsAsked, { supervision: words }: Text): string {
  const what = month ? words.rows.set[month.set] : running && running !== 'any' ? words.age[running] : words.rows.any
  return step ? `${words.step[step]} · ${what}` : what
}

/** The state that the card found, in the words of what it is about. */
function stateWords({ kind, state }: CardRow, text: Text): string {
  switch (kind) {
    case 'wish':
      return text.words.state[state as State]
    case 'letter':
      return text.letters.state[state as LetterState]
    case 'booking':
      return text.counter.state[state as BookingState]
    case 'inquiry':
      return text.supervision.inquiry.state[state as InquiryState]
  }
}
