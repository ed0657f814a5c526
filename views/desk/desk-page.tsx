import type { QueueList } from '#db/desk/queue-rows.ts'
import type { NotificationRow } from '#db/people/notification-rows.ts'
import type { RenewalsDue } from '#db/residents/renewals-due.ts'
import type { InquiryLine } from '#db/supervision/inquiry-rows.ts'
import type { Coming } from '#db/wishes/activity-rows.ts'
import { isTheirs } from '#domain/desk-queue.ts'
import type { SoFar } from '#domain/first-steps.ts'
import { exceptionNames } from '#domain/overdue.ts'
import { holds } from '#domain/people/actor.ts'
import { Waiting } from '#views/board/waiting.tsx'
import type { Page } from '#views/page.ts'
import { Chips } from '#views/parts/chips.tsx'
import { News } from '#views/parts/news.tsx'
import { DeskInquiries } from '#views/supervision/desk-inquiries.tsx'
import { type Backed, BackupPanel } from './backup-panel.tsx'
import { ComingActivities } from './coming.tsx'
import { FirstStepsPanel } from './first-steps-panel.tsx'
import { type ExceptionList, Exceptions, StreetDesk, type StreetRow } from './overdue-parts.tsx'
import { type CheckedBy, QueuePanel } from './queue.tsx'
import { RenewalsDuePanel } from './renewals-due-panel.tsx'
import { AskedOfStreet } from './street-page.tsx'
import { Tools } from './tools.tsx'

export type DoorLine = { readonly href: string; readonly words: string }

type Props = {
  readonly page: Page
  /** The tasks of the reader; each wish appears once. */
  readonly queue: readonly QueueList[]
  readonly checkedBy: CheckedBy
  /** Nothing was ever posted where the reader works. */
  readonly isFirst: boolean
  /** What the community has so far, while it is in its first days; null afterwards. */
  readonly soFar: SoFar | null
  /** Residents and grids that have been forgotten, in the reader's area; empty for readers who work in none. */
  readonly exceptions: readonly ExceptionList[]
  /** What is late or stuck in the communities that the reader supervises. */
  readonly street: readonly StreetRow[] | null
  /** What a supervisor asks the reader's community: first of all. */
  readonly inquiries: readonly InquiryLine[]
  readonly askedOfStreet: Parameters<typeof AskedOfStreet>[0]['rows']
  /** Residents to be asked again whether they agree to stay on the list. */
  readonly renewals: RenewalsDue
  /** Planned activities, the nearest first. */
  readonly coming: readonly Coming[]
  readonly notifications: readonly NotificationRow[]
  readonly registered: number
  /** Answers of the knowledge base that were not reviewed for a year. */
  readonly toReview: number
  /** Requests that an office has not answered yet. */
  readonly referred: number
  /** What has to be sent to the group or changed on the notice board, and what residents wrote, in words. */
  readonly lines: readonly DoorLine[]
  /** For an administrator of a server that makes backups. */
  readonly backed: Backed | null
  /** Identifies the person where drafts are stored on a phone. */
  readonly mark: string
}

/** How many panels are unfolded, a supervisor's questions included; the other tasks take one tap. */
const panels = 3

/** The reader's tasks, the most urgent first, each with a button for its next step. */
export const DeskPage = (props: Props) => {
  const { page, queue, checkedBy, isFirst, exceptions, street, renewals, coming, notifications } = props
  const { soFar, registered, toReview, referred, mark, lines, backed } = props
  const { text, actor } = page
  const open = props.inquiries.length ? panels - 1 : panels
  const isStaff = holds(actor, 'gridWorker') || holds(actor, 'secretary')
  const isClear =
    !queue.some(({ task }) => isTheirs(task)) &&
    registered + renewals.count === 0 &&
    exceptions.every(({ count }) => count === 0)
  const toCall = queue.find(({ task }) => task === 'to-call')?.count ?? 0
  return (
    <>
      <h1>{text.desk.hello(actor.kind === 'person' ? actor.name : '')}</h1>
      <DeskInquiries page={page} rows={props.inquiries} />
      {soFar && <FirstStepsPanel page={page} soFar={soFar} />}
      {queue.length > 1 && (
        <Chips
          label={text.desk.queue}
          isOneLine
          items={queue.map(({ task, count }, index) => ({
            href: index < open ? `#${task}` : `/desk/${task}`,
            label: text.desk.tasks[task].title,
            count,
          }))}
        />
      )}
      <Tools page={page} toCall={toCall} toReview={toReview} referred={referred} />
      {isStaff && <Waiting page={page} mark={mark} />}
      {registered + lines.length > 0 && (
        <ul class="links">
          {lines.map(({ href, words }) => (
            <li>
              <a href={href}>{words}</a>
            </li>
          ))}
          {registered > 0 && (
            <li>
              <a href="/people#registrations">{text.register.pending.desk(registered)}</a>
            </li>
          )}
        </ul>
      )}
      <AskedOfStreet page={page} rows={props.askedOfStreet} />
      {/* Its many columns need the whole width. */}
      {street && <StreetDesk page={page} names={exceptionNames} rows={street} />}
      <div class="columns">
        <div>
          {isStaff && isClear && <p class="lead">{isFirst ? text.desk.first : text.desk.clear}</p>}
          {queue.slice(0, open).map((list) => (
            <QueuePanel page={page} list={list} checkedBy={checkedBy} />
          ))}
          {isStaff && <Exceptions page={page} lists={exceptions} />}
          <RenewalsDuePanel page={page} list={renewals} />
          <ComingActivities page={page} activities={coming} />
          {holds(actor, 'supervisor') && <p>{text.desk.supervisor}</p>}
          {backed && <BackupPanel page={page} backed={backed} />}
          {holds(actor, 'administrator') && (
            <>
              <p>{text.desk.administrator}</p>
              <p>
                <a href="/security">{text.account.security.title}</a>
              </p>
            </>
          )}
        </div>
        <News page={page} notifications={notifications} />
      </div>
    </>
  )
}
