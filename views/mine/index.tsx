import type { Child } from 'hono/jsx'
import type { NoticeRow } from '#db/notices.ts'
import type { Page } from '../layout.tsx'
import { LinkButton } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Notices } from '../parts/notices.tsx'
import { Panel } from '../parts/panel.tsx'
import { Tag } from '../parts/tag.tsx'
import { titleOf } from '../wishes/title.ts'
import { OpenWish, type OwnWish } from './own-wish.tsx'

type Props = {
  readonly page: Page
  readonly open: readonly OwnWish[]
  readonly delivered: readonly OwnWish[]
  readonly notices: readonly NoticeRow[]
  readonly isVolunteer: boolean
  readonly children?: Child
}

/** A volunteer's own page: the next visit first, with whom to call and where to go. */
export const Mine = ({ page, open, delivered, notices, isVolunteer, children }: Props) => {
  const { text } = page
  return (
    <>
      <h1>{isVolunteer ? text.mine.title : text.mine.news}</h1>
      <p class="lead">{isVolunteer ? text.mine.lead(open.length) : text.mine.notVolunteer}</p>
      <div class="columns">
        <div>
          {open.map((own) => (
            <OpenWish page={page} own={own} />
          ))}
          {isVolunteer && open.length === 0 && (
            <Empty icon="heart" title={text.mine.emptyTitle}>
              <p>{text.mine.emptyHelp}</p>
              <LinkButton href="/">{text.mine.toBoard}</LinkButton>
            </Empty>
          )}
          {delivered.map(({ wish, publicText }) => (
            <Panel
              title={<a href={`/wishes/${wish.code}`}>{titleOf({ ...wish, publicText }, text)}</a>}
              id={`own-${wish.code}`}
              tone="green"
            >
              <Tag tone="green">{wish.state === 'delivered' ? text.mine.delivered : text.words.state[wish.state]}</Tag>
            </Panel>
          ))}
        </div>
        <div>
          <Notices page={page} notices={notices} />
          {children}
        </div>
      </div>
    </>
  )
}
