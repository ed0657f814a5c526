import type { QueueList, QueueRow } from '#db/desk/queue-rows.ts'
import type { DeskTask } from '#domain/desk-queue.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'

type Props = { readonly page: Page; readonly list: QueueList; readonly checkedBy: CheckedBy }

/** The time by which the secretary should have checked a wish. */
export type CheckedBy = (row: QueueRow) => Date

/** One task: the wishes that have waited longest, each with the button of its next step, and a link to all of them. */
export const QueuePanel = ({ page, list, checkedBy }: Props) => {
  const { text } = page
  const { title } = text.desk.tasks[list.task]
  return (
    <Panel title={`${title} · ${text.desk.count(list.count)}`} id={list.task} {...toneOf(list.task)}>
      <QueueRows page={page} list={list} checkedBy={checkedBy} />
      {list.task === 'to-check' ? (
        <LinkButton kind="second" wide href="/desk/to-check">
          {text.checking.together(list.count)}
        </LinkButton>
      ) : (
        list.count > list.rows.length && (
          <p>
            <a href={`/desk/${list.task}`}>{text.desk.all(list.count)}</a>
          </p>
        )
      )}
    </Panel>
  )
}

export const QueueRows = ({ page, list, checkedBy }: Props) => {
  const { text } = page
  return (
    <ul class="work">
      {list.rows.map((row) => (
        <li>
          <div>
            <a href={`/wishes/${row.code}`}>{titleOf({ ...row, publicText: row.publicText || row.words }, text)}</a>
            <small>
              <span>
                {row.gridName} · {row.residentName ?? text.exceptions.noResident}
              </span>
              <span>{noteOf(page, row, checkedBy)}</span>
              {row.urgency !== 'blue' && <Tag tone={row.urgency}>{text.words.urgency[row.urgency]}</Tag>}
              {row.isAgain && row.state === 'submitted' && <span>{text.desk.again}</span>}
              {row.isAdvised && row.state === 'open' && <span>{text.desk.advised}</span>}
              {row.isContradicted && row.state === 'open' && <span>{text.desk.contradicted}</span>}
            </small>
          </div>
          <NextStep page={page} row={row} />
        </li>
      ))}
    </ul>
  )
}

const NextStep = ({ page, row }: { readonly page: Page; readonly row: QueueRow }) => {
  const { tasks, notYourCall } = page.text.desk
  if (isCall(row.task) && !row.mayCall) return <small>{notYourCall}</small>
  const to = stepOf[row.task](row.code)
  return to ? (
    <LinkButton kind="second" href={to}>
      {tasks[row.task].action}
    </LinkButton>
  ) : null
}

const isCall = (task: DeskTask): boolean => task === 'callback' || task === 'exhausted' || task === 'to-call'

/** The address for the next step of each task; null if the wish waits for the secretary. */
const stepOf: Readonly<Record<DeskTask, (code: string) => string | null>> = {
  callback: (code) => `/wishes/${code}/confirm`,
  overdue: (code) => `/wishes/${code}#overdue`,
  referral: (code) => `/wishes/${code}/answer`,
  exhausted: (code) => `/wishes/${code}/confirm`,
  reopened: (code) => `/wishes/${code}/candidates`,
  unclaimed: (code) => `/wishes/${code}/candidates`,
  'to-check': (code) => `/wishes/${code}#publish`,
  'to-tell': (code) => `/wishes/${code}/tell`,
  'to-call': (code) => `/wishes/${code}/confirm`,
  'to-complete': (code) => `/wishes/${code}/edit`,
  asked: (code) => `/wishes/${code}#keep`,
  'with-secretary': () => null,
}

const slipped: readonly DeskTask[] = ['callback', 'overdue', 'referral', 'exhausted', 'reopened', 'unclaimed']
const toneOf = (task: DeskTask) => (slipped.includes(task) ? { tone: 'yellow' as const } : {})

function noteOf(page: Page, row: QueueRow, checkedBy: CheckedBy): string {
  const { text } = page
  const { day, deadline } = text.time
  const { exceptions, desk } = text
  switch (row.task) {
    case 'callback':
    case 'to-call':
      return row.callbackDueAt ? desk.callBy(deadline(row.callbackDueAt)) : ''
    case 'overdue':
    case 'referral':
      return row.dueAt ? exceptions.due(deadline(row.dueAt)) : ''
    case 'unclaimed':
      return row.publishedAt ? exceptions.posted(day(row.publishedAt)) : ''
    case 'asked':
      return row.askedAt ? text.waits.keep.asked(day(row.askedAt)) : ''
    case 'with-secretary':
      return desk.checkedBy(deadline(checkedBy(row)))
    case 'to-check':
    case 'to-complete':
      return desk.posted(day(row.postedAt))
    default:
      return exceptions.since(day(row.since))
  }
}
