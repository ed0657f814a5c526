import type { Child } from 'hono/jsx'
import type { Desk, DeskList, DeskRow } from '#db/desk/desk-rows.ts'
import type { NotificationRow } from '#db/people/notification-rows.ts'
import type { RenewalsDue } from '#db/residents/renewals-due.ts'
import type { Coming } from '#db/wishes/activity-rows.ts'
import { exceptionNames } from '#domain/overdue.ts'
import { holds } from '#domain/people/actor.ts'
import { Waiting } from '#views/board/waiting.tsx'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/button.tsx'
import { News } from '#views/parts/news.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { Due } from '#views/parts/when.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'
import { ComingActivities } from './coming.tsx'
import { type ExceptionList, Exceptions, StreetDesk, type StreetRow } from './overdue-parts.tsx'
import { RenewalsDuePanel } from './renewals-due-panel.tsx'
import { Tools } from './tools.tsx'

type Props = {
  readonly page: Page
  readonly desk: Desk
  /** What has slipped in the reader's place; empty for whoever works in none. */
  readonly exceptions: readonly ExceptionList[]
  /** What has slipped in the communities that the reader supervises. */
  readonly street: readonly StreetRow[] | null
  /** Open for long: whether they are still needed. */
  readonly asked: DeskList
  /** Residents to be asked again whether they want to be kept on the list. */
  readonly kept: RenewalsDue
  /** Residents to be told that a day has moved. */
  readonly toTell: number
  /** Planned activities, the nearest first. */
  readonly coming: readonly Coming[]
  readonly notifications: readonly NotificationRow[]
  readonly registered: number
  /** Answers of the knowledge base that nobody has looked over for a year. */
  readonly toReview: number
  /** Requests that an office has not answered yet. */
  readonly referred: number
  /** What is to be sent to the group or changed on the notice board, in words. */
  readonly doors: readonly string[]
  /** Stands for the person where drafts are kept on a phone. */
  readonly mark: string
}

/** What waits for me, the most pressing first, each with the one press that mends it. */
export const DeskPage = (props: Props) => {
  const { page, desk, exceptions, street, asked, kept, toTell, coming, notifications } = props
  const { registered, toReview, referred, mark, doors } = props
  const { text, actor } = page
  const isStaff = holds(actor, 'gridWorker') || holds(actor, 'secretary')
  const lists = [desk.toCheck, desk.toComplete, desk.toCall, asked]
  const isClear = toTell + kept.count === 0 && lists.every((list) => list.count === 0)
  const { day } = text.time
  return (
    <>
      <h1>{text.desk.hello(actor.kind === 'person' ? actor.name : '')}</h1>
      <Tools page={page} toCall={desk.toCall.count} toReview={toReview} referred={referred} />
      {isStaff && <Waiting page={page} mark={mark} />}
      {registered + toTell + doors.length > 0 && (
        <ul class="links">
          {doors.map((words) => (
            <li>
              <a href="/doors">{words}</a>
            </li>
          ))}
          {registered > 0 && (
            <li>
              <a href="/volunteers#registrations">{text.register.pending.desk(registered)}</a>
            </li>
          )}
          {toTell > 0 && (
            <li>
              <a href="/callbacks#to-tell">{text.waits.tell.onDesk(toTell)}</a>
            </li>
          )}
        </ul>
      )}
      <div class="columns">
        <div>
          {isStaff && <Exceptions page={page} lists={exceptions} />}
          {isStaff && isClear && <p class="lead">{text.desk.clear}</p>}
          <ComingActivities page={page} activities={coming} />
          <List
            page={page}
            id="to-call"
            title={text.desk.toCall}
            list={desk.toCall}
            button={text.desk.call}
            linkOf={(row) => `/wishes/${row.code}/confirm`}
            noteOf={(row) =>
              row.callbackDueAt && (
                <Due at={row.callbackDueAt} page={page} exactly={text.desk.callBy(day(row.callbackDueAt))} />
              )
            }
          />
          <List
            page={page}
            id="asked"
            title={text.waits.keep.list}
            list={asked}
            button={text.waits.keep.look}
            linkOf={(row) => `/wishes/${row.code}#keep`}
            noteOf={(row) => row.askedAt && text.waits.keep.asked(day(row.askedAt))}
          />
          <RenewalsDuePanel page={page} list={kept} />
          <List
            page={page}
            id="to-check"
            title={text.desk.toCheck}
            list={desk.toCheck}
            button={text.desk.check}
            linkOf={(row) => `/wishes/${row.code}`}
            noteOf={(row) => text.desk.posted(day(row.postedAt))}
          />
          <List
            page={page}
            id="to-complete"
            title={text.desk.toComplete}
            list={desk.toComplete}
            button={text.desk.complete}
            linkOf={(row) => `/wishes/${row.code}/edit`}
            noteOf={(row) => text.desk.posted(day(row.postedAt))}
          />
          {street && <StreetDesk page={page} names={exceptionNames} rows={street} />}
          {holds(actor, 'supervisor') && <p>{text.desk.supervisor}</p>}
          {holds(actor, 'administrator') && <p>{text.desk.administrator}</p>}
        </div>
        <News page={page} notifications={notifications} />
      </div>
    </>
  )
}

type ListProps = {
  readonly page: Page
  readonly id: string
  readonly title: string
  readonly list: DeskList
  readonly button: string
  readonly linkOf: (row: DeskRow) => string
  readonly noteOf: (row: DeskRow) => Child
}

const List = ({ page, id, title, list, button, linkOf, noteOf }: ListProps) => {
  const { text } = page
  if (!list.count) return null
  return (
    <Panel title={`${title} · ${text.desk.count(list.count)}`} id={id}>
      <ul class="work">
        {list.rows.map((row) => (
          <li>
            <div>
              <a href={`/wishes/${row.code}`}>{titleOf({ ...row, publicText: row.publicText || row.words }, text)}</a>
              <small>
                <span>
                  {row.gridName} · {row.residentName}
                </span>
                <span>{noteOf(row)}</span>
              </small>
            </div>
            <Tag tone={row.urgency}>{text.words.urgency[row.urgency]}</Tag>
            <LinkButton kind="second" href={linkOf(row)}>
              {button}
            </LinkButton>
          </li>
        ))}
      </ul>
      {list.count > list.rows.length && <p>{text.desk.andMore(list.count - list.rows.length)}</p>}
    </Panel>
  )
}
