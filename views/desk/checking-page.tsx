import type { QueueRow } from '#db/desk/queue-rows.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import type { Page } from '#views/page.ts'
import { type Chip, Chips } from '#views/parts/chips.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Field, Hidden } from '#views/parts/form/field.tsx'
import { Pager } from '#views/parts/pager.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'

export type Checking = {
  readonly row: QueueRow
  /** The wish's last event: a wish that is changed meanwhile is not published unread. */
  readonly seq: number
  readonly residentId: string
  readonly publicText: string
  /** Why it cannot be published as it is; null if it can. */
  readonly refusal: Refusal | null
  readonly isTicked: boolean
}

/** A wish that was chosen and not published, with the reason. */
export type NotPublished = { readonly code: string; readonly title: string; readonly sentence: string }

type CheckingProps = {
  readonly page: Page
  readonly count: number
  readonly rows: readonly Checking[]
  readonly grids: readonly Chip[]
  /** The query of this view: the grid and where the page begins. */
  readonly query: string
  readonly next: string | null
  readonly first: string | null
  readonly published: number | null
  readonly failed: readonly NotPublished[]
  readonly isNoneChosen: boolean
  /** A wish was posted here before. */
  readonly isBegun: boolean
}

/** Where the secretary checks wishes and publishes the ready ones together; what needs a decision or a consent is apart. */
export const CheckingPage = (props: CheckingProps) => {
  const { page, count, rows, grids, next, first } = props
  const { text } = page
  const words = text.checking
  const ready = rows.filter(({ refusal }) => isReady(refusal))
  const consent = rows.filter(({ refusal }) => refusal?.why === 'no-consent')
  const decide = rows.filter(({ refusal }) => !isReady(refusal) && refusal?.why !== 'no-consent')
  return (
    <>
      <h1>{`${words.title} · ${text.desk.count(count)}`}</h1>
      <p>
        <a href="/desk">{text.desk.back}</a>
      </p>
      <Outcome {...props} />
      {grids.length > 1 && <Chips label={text.desk.byGrid} items={grids} />}
      {count === 0 && (
        <Empty icon="check" title={props.isBegun ? words.emptyTitle : text.firstSteps.notYet.posted}>
          <p>{words.emptyHelp}</p>
        </Empty>
      )}
      {ready.length > 0 && <Ready {...props} rows={ready} />}
      {decide.length > 0 && (
        <Panel title={`${words.decide} · ${text.desk.count(decide.length)}`} id="decide" tone="yellow">
          <Waiting page={page} rows={decide} button={words.toDecide} hrefOf={wishOf} />
        </Panel>
      )}
      {consent.length > 0 && (
        <Panel title={`${words.consent} · ${text.desk.count(consent.length)}`} id="consent" tone="yellow">
          <p>
            {words.consentLead} <a href="/residents/consents">{words.manyConsents}</a>
          </p>
          <Waiting
            page={page}
            rows={consent}
            button={words.recordConsent}
            hrefOf={({ residentId }) => `/residents/${residentId}#consent`}
          />
        </Panel>
      )}
      <Pager next={next} first={first} labels={text.site} />
    </>
  )
}

/** A title can be corrected right in the list. */
const isReady = (refusal: Refusal | null): boolean =>
  refusal === null || refusal.why === 'private-words' || refusal.why === 'no-public-text'

const wishOf = ({ row }: Checking): string => `/wishes/${row.code}#publish`

const Outcome = ({ page, published, failed, isNoneChosen }: CheckingProps) => {
  const words = page.text.checking
  if (isNoneChosen)
    return (
      <Banner tone="red" role="alert">
        <p>{words.noneChosen}</p>
      </Banner>
    )
  if (failed.length)
    return (
      <Banner tone="yellow" role="alert" title={words.someLeft(published ?? 0, failed.length)}>
        <ul>
          {failed.map(({ code, title, sentence }) => (
            <li>
              <a href={`/wishes/${code}`}>{title}</a> {page.text.card.code(code)}
              {page.text.colon}
              {sentence}
            </li>
          ))}
        </ul>
      </Banner>
    )
  return published ? (
    <Banner tone="green" role="status">
      <p>{words.published(published)}</p>
    </Banner>
  ) : null
}

const Ready = ({ page, rows, query }: CheckingProps) => {
  const { text } = page
  const words = text.checking
  return (
    <form class="stack" method="post" novalidate action={`/desk/to-check${query}`}>
      <Panel title={`${words.ready} · ${text.desk.count(rows.length)}`} id="ready">
        <p>{words.lead}</p>
        <ul class="work">
          {rows.map((one) => (
            <ReadyRow page={page} checking={one} />
          ))}
        </ul>
      </Panel>
      <p class="stick">
        <Button>{words.button}</Button>
      </p>
    </form>
  )
}

const ReadyRow = ({ page, checking: one }: { readonly page: Page; readonly checking: Checking }) => {
  const { text } = page
  const { row, refusal } = one
  const title = titleOf({ ...row, publicText: one.publicText }, text)
  return (
    <li>
      <div>
        <Hidden name={`seq-${row.code}`} value={one.seq} />
        <Checkbox prefix={row.code} name="wish" value={row.code} label={title} checked={one.isTicked} />
        {!row.itemId && (
          <Field
            label={text.checking.publicTitle}
            isNeededSometimes
            name={`title-${row.code}`}
            value={one.publicText}
            maxlength={60}
            error={refusal ? text.refusals.sentence(refusal) : undefined}
          />
        )}
        <About page={page} row={row} />
      </div>
      <LinkButton kind="quiet" href={wishOf(one)}>
        {text.checking.open}
      </LinkButton>
    </li>
  )
}

type WaitingProps = {
  readonly page: Page
  readonly rows: readonly Checking[]
  readonly button: string
  readonly hrefOf: (one: Checking) => string
}

const Waiting = ({ page, rows, button, hrefOf }: WaitingProps) => (
  <ul class="work">
    {rows.map((one) => (
      <li>
        <div>
          <a href={`/wishes/${one.row.code}`}>{titleOf({ ...one.row, publicText: one.publicText }, page.text)}</a>
          <About page={page} row={one.row} />
          {one.refusal && <small>{whyNot(page, one.refusal)}</small>}
        </div>
        <LinkButton kind="second" href={hrefOf(one)}>
          {button}
        </LinkButton>
      </li>
    ))}
  </ul>
)

/** Said to the secretary, who is the person to decide. */
function whyNot({ text }: Page, refusal: Refusal): string {
  const yuan = (fen: number) => String(fen / 100)
  if (refusal.why === 'needs-approval') return text.checking.dear(yuan(refusal.valueFen), yuan(refusal.limitFen))
  if (refusal.why !== 'no-consent') return text.refusals.sentence(refusal)
  const { consentPurpose } = text.words
  return text.checking.missing(text.list(refusal.missing.map((purpose) => consentPurpose[purpose as 'card'])))
}

const About = ({ page, row }: { readonly page: Page; readonly row: QueueRow }) => {
  const { text } = page
  return (
    <small>
      <span>
        {row.gridName} · {row.residentName ?? text.exceptions.noResident}
      </span>
      <span>{text.desk.posted(text.time.day(row.postedAt))}</span>
      {row.urgency !== 'blue' && <Tag tone={row.urgency}>{text.words.urgency[row.urgency]}</Tag>}
      {row.isAgain && <span>{text.desk.again}</span>}
    </small>
  )
}
