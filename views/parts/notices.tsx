import type { NoticeRow } from '#db/notices.ts'
import type { NoticeKind } from '#domain/telling.ts'
import type { Page } from '../layout.tsx'
import { Panel } from './panel.tsx'
import { Said } from './when.tsx'

/** What a person has been told, newest first; unread ones are said to be so, not only coloured. */
export const Notices = ({ page, notices }: { readonly page: Page; readonly notices: readonly NoticeRow[] }) => {
  const { text } = page
  return (
    <Panel title={text.notices.title} id="notices">
      {notices.length ? (
        <ul class="timeline notices">
          {notices.map(({ kind, code, aboutId, at, isRead }) => (
            <li class={isRead ? 'read' : 'unread'}>
              <a href={code ? `/wishes/${code}` : placeOf(kind, aboutId ?? '')}>
                {text.notices.kind[kind as NoticeKind]}
              </a>{' '}
              {isRead ? null : <b>{text.notices.unread}</b>}
              <small>
                {code && `${text.card.code(code)} · `}
                <Said at={at} page={page} />{' '}
                {isRelease(kind) && <a href={`/wishes/${code}?give-back#release`}>{text.waits.giveBack}</a>}
              </small>
            </li>
          ))}
        </ul>
      ) : (
        <p>{text.notices.empty}</p>
      )}
    </Panel>
  )
}

/** Where a notice leads that is about no wish. */
const placeOf = (kind: string, id: string): string =>
  kind === 'kept-due' ? `/residents/${id}#kept` : kind === 'list-finished' ? `/import/${id}` : '/import'

/** What reminds of a claim leads at once to the form that gives it back. */
const isRelease = (kind: string): boolean => ['contact', 'due', 'overdue'].includes(kind)
