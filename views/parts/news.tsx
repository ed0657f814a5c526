import type { NotificationRow } from '#db/people/notification-rows.ts'
import type { NotificationKind } from '#domain/notifications.ts'
import type { Page } from '#views/page.ts'
import { Panel } from './panel.tsx'
import { Said } from './when.tsx'

/** A person's notifications, newest first. Unread ones are marked by a word, not only by colour. */
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

/** Where a notification leads that is not about a wish. */
function placeOf(kind: string, id: string): string {
  if (kind.startsWith('letter-')) return `/letters/${id}`
  if (kind === 'grid-taken') return `/residents?grid=${id}`
  if (kind === 'proposal-accepted' || kind === 'proposal-declined') return '/people'
  if (kind === 'kept-due') return `/residents/${id}#kept`
  return kind === 'list-finished' ? `/import/${id}` : '/import'
}

/** Reminders of a claim link directly to the form that gives it back. */
const isRelease = (kind: string): boolean => ['contact', 'due', 'overdue', 'nudge'].includes(kind)
