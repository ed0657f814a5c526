import type { Child } from 'hono/jsx'
import type { NoticeRow } from '#db/notices.ts'
import type { Wish } from '#domain/wish.ts'
import type { Page } from '../layout.tsx'
import { LinkButton } from '../parts/button.tsx'
import { Fold } from '../parts/details.tsx'
import { Empty } from '../parts/empty.tsx'
import { Notices } from '../parts/notices.tsx'
import { Panel } from '../parts/panel.tsx'
import { Tag } from '../parts/tag.tsx'
import { Due, visitWords } from '../parts/when.tsx'
import { ContactPanel } from '../wishes/contact.tsx'
import { titleOf } from '../wishes/title.ts'
import type { Contact } from '../wishes/view.ts'

export type OwnWish = {
  readonly wish: Wish
  readonly publicText: string
  readonly contact: Contact | null
  readonly zone: string
}

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
      <h1>{text.mine.title}</h1>
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

const OpenWish = ({ page, own }: { page: Page; own: OwnWish }) => {
  const { text, now } = page
  const { wish, publicText, contact, zone } = own
  const due = wish.dueAt ? text.time.day(wish.dueAt, zone) : ''
  const isLate = wish.dueAt !== null && now > wish.dueAt
  return (
    <section class="own" aria-labelledby={`own-${wish.code}`}>
      <h2 id={`own-${wish.code}`}>
        <a href={`/wishes/${wish.code}`}>{titleOf({ ...wish, publicText }, text)}</a>
      </h2>
      <p class="tags">
        <Tag tone={isLate ? 'red' : wish.urgency}>
          {isLate || !wish.dueAt ? (
            text.mine.overdue(due)
          ) : (
            <Due at={wish.dueAt} page={page} zone={zone} exactly={text.mine.due(due)} />
          )}
        </Tag>
        {wish.visitAt && <Tag>{text.mine.visit(visitWords(wish.visitAt, now, text, zone))}</Tag>}
      </p>
      {contact && <ContactPanel page={page} contact={contact} wish={wish} zone={zone} id={`contact-${wish.code}`} />}
      <Fold summary={text.mine.checklist}>
        <ul class="checklist">
          {text.moves.checklist.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Fold>
      <div class="actions">
        <LinkButton href={`/wishes/${wish.code}#deliver`}>{text.mine.deliver}</LinkButton>
        <LinkButton kind="second" href={`/wishes/${wish.code}`}>
          {text.mine.open}
        </LinkButton>
      </div>
    </section>
  )
}
