import type { ToCall } from '#db/desk/to-call.ts'
import type { ToInform } from '#db/desk/to-inform.ts'
import type { ToRead } from '#db/receipts/receipt-rows.ts'
import { bestTime } from '#domain/wish/callback.ts'
import type { Text } from '#text/text.ts'
import type { Page } from '#views/page.ts'
import { CommunityChips } from '#views/parts/community-chips.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Pager } from '#views/parts/pager.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { Due, saidWords } from '#views/parts/when.tsx'
import { Noticed } from '#views/posting/noticed.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'
import { StepsToTell } from './step-calls.tsx'
import { ToInformList } from './to-inform-list.tsx'
import { WordsToRead } from './words-to-read.tsx'

type List = {
  readonly rows: readonly ToCall[]
  readonly count: number
  readonly others: number
  readonly next: string | null
  /** Whether there could have been one: an empty page then says that all is done. */
  readonly isBegun: boolean
  readonly first: string | null
  readonly zone: string
  readonly communities: readonly { readonly slug: string; readonly name: string }[]
  readonly toRead: { readonly count: number; readonly rows: readonly ToRead[] }
  readonly steps: Parameters<typeof StepsToTell>[0]['list']
  readonly toInform: { readonly count: number; readonly rows: readonly ToInform[] }
}
type Saved = 'confirm' | 'rate' | 'try' | 'same-hour' | 'reopen' | 'already' | 'inform'

type Props = {
  readonly page: Page
  readonly list: List
  readonly saved: Saved | null
  /** The code of the wish of the last call. */
  readonly called: string | null
}

/** Whom to call, in a sensible order; after a call also its result and whom to call next. */
export const CallbacksPage = ({ page, list, saved, called }: Props) => {
  const { text } = page
  const words = text.callbacks
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {saved && <Saved page={page} saved={saved} next={list.rows[0]} />}
      {saved && called && <Noticed page={page} code={called} />}
      <CommunityChips page={page} path="/callbacks" communities={list.communities} />
      <WordsToRead page={page} list={list.toRead} zone={list.zone} />
      <ToInformList page={page} list={list.toInform} zone={list.zone} />
      <StepsToTell page={page} list={list.steps} />
      {list.count > 0 ? (
        <Panel title={words.count(list.count)} id="to-call">
          <ul class="work">
            {list.rows.map((row) => (
              <Row page={page} row={row} zone={list.zone} />
            ))}
          </ul>
        </Panel>
      ) : (
        <Empty icon="check" title={list.isBegun ? words.emptyTitle : text.firstSteps.notYet.callbacks}>
          <p>{words.emptyHelp}</p>
        </Empty>
      )}
      {list.others > 0 && <p>{words.others(list.others)}</p>}
      <Pager next={list.next} first={list.first} labels={{ next: words.more, first: words.first }} />
    </div>
  )
}

const Saved = ({ page, saved, next }: { page: Page; saved: Saved; next: ToCall | undefined }) => {
  const { text } = page
  const words = text.callbacks
  return (
    <section class="panel green" role="status">
      <p>{sentenceOf(saved, text)}</p>
      {next ? (
        <p>
          {words.next}
          {next.residentName} · {titleOf(next, text)}{' '}
          <LinkButton href={`/wishes/${next.code}/confirm`}>{words.callNext}</LinkButton>
        </p>
      ) : (
        <p>{words.noNext}</p>
      )}
    </section>
  )
}

const sentenceOf = (saved: Saved, { callbacks, moves }: Text): string =>
  saved === 'same-hour' ? callbacks.sameHour : saved === 'already' ? moves.already : moves.done[saved]

const Row = ({ page, row, zone }: { page: Page; row: ToCall; zone: string }) => {
  const { text, now } = page
  const words = text.callbacks
  const isOverdue = row.callbackDueAt < now
  const hours = row.callFrom || row.callUntil ? words.hours(row.callFrom ?? '', row.callUntil ?? '') : words.anyHour
  return (
    <li>
      <div>
        <a href={`/wishes/${row.code}`}>{titleOf(row, text)}</a>
        <small>
          <span>
            {row.gridName} · {row.residentName}
          </span>
          <span>{hours}</span>
        </small>
        <small>
          <Due
            at={row.callbackDueAt}
            page={page}
            zone={zone}
            exactly={words.callBy(text.time.deadline(row.callbackDueAt, zone))}
          />
          {row.callbackTries > 0 && ` · ${words.tried(row.callbackTries)}`}
        </small>
        {row.state === 'fulfilled' && <small>{words.rate}</small>}
        <small>
          {isOverdue && <Tag tone="red">{words.overdue}</Tag>} <Hour page={page} row={row} zone={zone} />
        </small>
      </div>
      <LinkButton kind="second" href={`/wishes/${row.code}/confirm`}>
        {words.call}
      </LinkButton>
    </li>
  )
}

/** Whether a call makes sense now, or from when on. */
const Hour = ({ page, row, zone }: { page: Page; row: ToCall; zone: string }) => {
  const { text, now } = page
  const when = bestTime(row, row.lastTryAt, now, zone)
  const isNow = when <= now
  return (
    <Tag tone={isNow ? 'green' : 'plain'}>
      {isNow ? text.callbacks.now : text.callbacks.later(saidWords(when, now, text, zone))}
    </Tag>
  )
}
