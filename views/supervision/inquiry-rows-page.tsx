import type { Child } from 'hono/jsx'
import type { Supervised } from '#db/months/supervised.ts'
import type { InquirySet, SupervisedLetter } from '#db/supervision/inquiry-rows.ts'
import type { Inquiry } from '#domain/supervision/inquiry.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { When } from '#views/parts/when.tsx'

type Scope = { readonly all: readonly Supervised[]; readonly chosen: Supervised | null }
type Rows<Row> = { readonly page: Page; readonly scope: Scope; readonly rows: readonly Row[] }

/** The inquiries behind a number. */
export const InquiryRowsPage = ({ page, scope, set, rows }: Rows<Inquiry> & { readonly set: InquirySet }) => {
  const words = page.text.supervision
  const { inquiry } = words
  return (
    <Listed page={page} scope={scope} title={inquiry.set[set]} isEmpty={!rows.length}>
      <Table
        caption={<span class="hide">{inquiry.list}</span>}
        head={[words.rows.number, words.stepHead, words.community, words.rows.state, inquiry.asked, inquiry.until]}
        rows={rows.map(({ id, code, step, communityId, state, askedAt, dueAt }) => [
          <a href={`/inquiries/${id}`}>{code}</a>,
          words.step[step],
          nameIn(scope, communityId),
          inquiry.state[state],
          <When at={askedAt} lang={page.lang} />,
          <When at={dueAt} lang={page.lang} />,
        ])}
      />
    </Listed>
  )
}

/** Letters that wait for an answer of the community. */
export const LetterRowsPage = ({ page, scope, rows }: Rows<SupervisedLetter>) => {
  const { supervision: words, letters } = page.text
  const { inquiry } = words
  return (
    <Listed page={page} scope={scope} title={inquiry.letters} isEmpty={!rows.length}>
      <Table
        caption={<span class="hide">{inquiry.letters}</span>}
        head={[words.rows.number, words.community, words.rows.state, inquiry.sent, words.rows.due, inquiry.ask]}
        rows={rows.map(({ code, communityId, state, sentAt, promiseAt }) => [
          code,
          nameIn(scope, communityId),
          letters.state[state],
          <When at={sentAt} lang={page.lang} />,
          <When at={promiseAt} lang={page.lang} />,
          <LinkButton kind="quiet" href={`/supervision/ask?letter=${code}`}>
            {inquiry.ask}
          </LinkButton>,
        ])}
      />
    </Listed>
  )
}

const nameIn = ({ all }: Scope, id: string): string => all.find((one) => one.id === id)?.name ?? ''

type ListedProps = {
  readonly page: Page
  readonly scope: Scope
  readonly title: string
  readonly isEmpty: boolean
  readonly children?: Child
}

const Listed = ({ page, scope, title, isEmpty, children }: ListedProps) => {
  const words = page.text.supervision
  return (
    <>
      <h1>{`${title} · ${scope.chosen?.name ?? words.allPlaces}`}</h1>
      <p>
        <a href={scope.chosen ? `/supervision?c=${scope.chosen.slug}` : '/supervision'}>{words.rows.back}</a>
      </p>
      {isEmpty ? <p class="lead">{words.rows.none}</p> : children}
    </>
  )
}
