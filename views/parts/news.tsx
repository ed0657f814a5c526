import type { NotificationRow } from '#db/people/notification-rows.ts'
import type { NotificationKind } from '#domain/notifications.ts'
import type { Page } from '#views/page.ts'
import { titleOf } from '#views/wishes/wish-title.ts'
import { Fold } from './details.tsx'
import { Panel } from './panel.tsx'
import { Said } from './when.tsx'

type Props = { readonly page: Page; readonly notifications: readonly NotificationRow[] }

/** How many are unfolded. */
const open = 5

/** A person's notifications, newest first: which wish, and what the reader can do about it. */
export const News = ({ page, notifications }: Props) => {
  const { notifications: words } = page.text
  const older = notifications.slice(open)
  return (
    <Panel title={words.title} id="notifications">
      {notifications.length ? <List page={page} notifications={notifications.slice(0, open)} /> : <p>{words.empty}</p>}
      {older.length > 0 && (
        <Fold summary={words.older(older.length)}>
          <List page={page} notifications={older} />
        </Fold>
      )}
    </Panel>
  )
}

/** Unread ones are marked by a word, not only by colour. */
const List = ({ page, notifications }: Props) => {
  const { text } = page
  return (
    <ul class="timeline notifications">
      {notifications.map((row) => (
        <li class={row.isRead ? 'read' : 'unread'}>
          <a href={addressOf(row)}>
            {row.wish && <b>{titleOf(row.wish, text)}</b>} {sentenceFor(row, page)}
          </a>{' '}
          {row.isRead ? null : <b>{text.notifications.unread}</b>}
          <small>
            {row.wish && `${text.card.code(row.wish.code)} · `}
            <Said at={row.at} page={page} />{' '}
            {row.wish && mayGiveBack(row) && (
              <a href={`/wishes/${row.wish.code}?give-back#release`}>{text.waits.giveBack}</a>
            )}
          </small>
        </li>
      ))}
    </ul>
  )
}

function sentenceFor({ kind, reader }: NotificationRow, { text }: Page): string {
  const { yours, barred, kind: words } = text.notifications
  if (reader === 'claimant' && kind in yours) return yours[kind as keyof typeof yours]
  return reader === 'barred' && kind === 'reopen' ? barred : words[kind as NotificationKind]
}

/** The part of the wish's page on which the reader's next step is. */
const parts: Partial<Record<NotificationKind, string>> = {
  request: '#requesters',
  callback: '#call',
  deliver: '#call',
  fits: '#claim',
  push: '#claim',
  contact: '#next',
}

function addressOf({ kind, wish, aboutId }: NotificationRow): string {
  if (wish) return `/wishes/${wish.code}${parts[kind as NotificationKind] ?? ''}`
  if (kind.startsWith('letter-')) return `/letters/${aboutId ?? ''}`
  if (kind.startsWith('inquiry-')) return `/inquiries/${aboutId ?? ''}`
  if (kind === 'new-device') return '/account'
  if (kind === 'grid-taken') return `/residents?grid=${aboutId ?? ''}`
  if (kind === 'proposal-accepted' || kind === 'proposal-declined') return '/people'
  if (kind === 'kept-due') return `/residents/${aboutId ?? ''}#kept`
  return kind === 'list-finished' ? `/import/${aboutId ?? ''}` : '/import'
}

/** Reminders of a claim link directly to the form that gives it back. */
const mayGiveBack = ({ kind, reader }: NotificationRow): boolean =>
  reader === 'claimant' && ['contact', 'due', 'overdue', 'nudge'].includes(kind)
