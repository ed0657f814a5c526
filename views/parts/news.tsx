import type { NotificationRow } from '#db/people/notification-rows.ts'
import type { NotificationKind } from '#domain/notifications.ts'
import type { Page } from '#views/page.ts'
import { Panel } from './panel.tsx'
import { Said } from './when.tsx'

/** What a person has been told, newest first; unread ones are said to be so, not only coloured. */
export const News = ({
  page,
  notifications,
}: {
  readonly page: Page
  readonly notifications: readonly NotificationRow[]
}) => {
  const { text } = page
  return (
    <Panel title={text.notifications.title} id="notifications">
      {notifications.length ? (
        <ul class="timeline notifications">
          {notifications.map(({ kind, code, aboutId, at, isRead }) => (
            <li class={isRead ? 'read' : 'unread'}>
              <a href={code ? `/wishes/${code}` : placeOf(kind, aboutId ?? '')}>
                {text.notifications.kind[kind as NotificationKind]}
              </a>{' '}
              {isRead ? null : <b>{text.notifications.unread}</b>}
              <small>
                {code && `${text.card.code(code)} · `}
                <Said at={at} page={page} />{' '}
                {isRelease(kind) && <a href={`/wishes/${code}?give-back#release`}>{text.waits.giveBack}</a>}
              </small>
            </li>
          ))}
        </ul>
      ) : (
        <p>{text.notifications.empty}</p>
      )}
    </Panel>
  )
}

/** Where a notice leads that is about no wish. */
const placeOf = (kind: string, id: string): string =>
  kind === 'kept-due' ? `/residents/${id}#kept` : kind === 'list-finished' ? `/import/${id}` : '/import'

/** What reminds of a claim leads at once to the form that gives it back. */
const isRelease = (kind: string): boolean => ['contact', 'due', 'overdue', 'nudge'].includes(kind)
