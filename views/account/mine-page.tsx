import type { Child } from 'hono/jsx'
import type { NotificationRow } from '#db/people/notification-rows.ts'
import { day, inSeconds } from '#domain/time/durations.ts'
import { Waiting } from '#views/board/waiting.tsx'
import { type Invited, InvitedWishes } from '#views/matching/invited-wishes.tsx'
import type { Page } from '#views/page.ts'
import { Empty } from '#views/parts/empty.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { News } from '#views/parts/news.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { SeenAt } from '#views/parts/seen-at.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { type ClaimsInHand, inHandWords } from '#views/wishes/claim/claims-in-hand.ts'
import { landmarkOf, titleOf } from '#views/wishes/wish-title.ts'
import { Joined, type JoinedWish } from './joined.tsx'
import { OpenWish, type OwnWish } from './own-wish.tsx'

type Props = {
  readonly page: Page
  readonly open: readonly OwnWish[]
  readonly delivered: readonly OwnWish[]
  readonly notifications: readonly NotificationRow[]
  readonly joined: readonly JoinedWish[]
  /** Wishes that were offered to the reader and are still open. */
  readonly invited: Invited | null
  readonly isVolunteer: boolean
  /** Null where the reader is no volunteer of the community of this page. */
  readonly inHand: ClaimsInHand | null
  /** Of the reader; null for people who are no volunteers, whose page the phone does not store. */
  readonly mark: string | null
  readonly children?: Child
}

/** A volunteer's own page: the next visit first, with the person to call and the address. */
export const Mine = ({
  page,
  inHand,
  open,
  delivered,
  joined,
  invited,
  notifications,
  isVolunteer,
  mark,
  children,
}: Props) => {
  const { text } = page
  return (
    <>
      <h1>{isVolunteer ? text.mine.title : text.mine.news}</h1>
      {mark && (
        <>
          <SeenAt
            page={page}
            mark={mark}
            zone={page.community?.zone ?? 'Asia/Shanghai'}
            codes={[...open, ...delivered].map(({ wish }) => wish.code)}
            seconds={inSeconds(day)}
          />
          <Waiting page={page} mark={mark} hasSteps />
          <script type="module" src="/snapshots.js"></script>
        </>
      )}
      {inHand && <p class="lead">{inHandWords(inHand, text)}</p>}
      {!isVolunteer && <p class="lead">{text.mine.notVolunteer}</p>}
      <div class={isVolunteer ? 'columns' : 'stack'}>
        <div>
          {open.map((own) => (
            <OpenWish page={page} own={own} />
          ))}
          {joined.map((own) => (
            <Joined page={page} own={own} />
          ))}
          {isVolunteer && open.length + joined.length === 0 && !invited && (
            <Empty icon="heart" title={text.mine.emptyTitle}>
              <p>{text.mine.emptyHelp}</p>
              <LinkButton href="/">{text.mine.toBoard}</LinkButton>
            </Empty>
          )}
          {invited && <InvitedWishes page={page} invited={invited} />}
          {delivered.map(({ wish, publicText }) => (
            <Panel
              title={<a href={`/wishes/${wish.code}`}>{titleOf({ ...wish, publicText }, text)}</a>}
              id={`own-${wish.code}`}
              name={landmarkOf(wish, publicText, text)}
              tone="green"
            >
              <Tag tone="green">{wish.state === 'delivered' ? text.mine.delivered : text.words.state[wish.state]}</Tag>
            </Panel>
          ))}
        </div>
        <div data-unstored>
          <News page={page} notifications={notifications} />
          {children}
        </div>
      </div>
    </>
  )
}
