import type { Referral } from '#db/desk/referral-rows.ts'
import type { Page } from '#views/page.ts'
import { CommunityChips } from '#views/parts/community-chips.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Pager } from '#views/parts/pager.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { Due } from '#views/parts/when.tsx'
import { WishOfResident } from '#views/wishes/wish-of-resident.tsx'

type List = {
  readonly rows: readonly Referral[]
  readonly count: number
  readonly answered: readonly Referral[]
  readonly next: string | null
  /** Whether there could have been one: an empty page then says that all is done. */
  readonly isBegun: boolean
  readonly first: string | null
  readonly zone: string
  readonly communities: readonly { readonly slug: string; readonly name: string }[]
  /** The result of the form before. */
  readonly said: 'answer' | 'asked' | 'no-answer' | 'already' | null
}

/** Requests that offices have not answered, by due date; below them those answered this month. */
export const ReferralsPage = ({ page, list }: { page: Page; list: List }) => {
  const { text } = page
  const words = text.referrals
  const said = list.said === 'already' ? text.moves.already : list.said && words.said[list.said]
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {said && (
        <Banner tone="green" role="status">
          <p>{said}</p>
        </Banner>
      )}
      <CommunityChips page={page} path="/referrals" communities={list.communities} />
      {list.rows.length > 0 ? (
        <Panel title={words.count(list.count)} id="waiting-referrals">
          <ul class="work">
            {list.rows.map((row) => (
              <Row page={page} row={row} zone={list.zone} />
            ))}
          </ul>
        </Panel>
      ) : (
        <Empty icon="check" title={list.isBegun ? words.emptyTitle : text.firstSteps.notYet.referrals}>
          <p>{words.emptyHelp}</p>
        </Empty>
      )}
      <Pager next={list.next} first={list.first} labels={{ next: text.callbacks.more, first: text.callbacks.first }} />
      {list.answered.length > 0 && (
        <Panel title={words.answered} id="answered-referrals">
          <ul class="work">
            {list.answered.map((row) => (
              <Answered page={page} row={row} zone={list.zone} />
            ))}
          </ul>
        </Panel>
      )}
      <p class="go">
        <LinkButton kind="quiet" href="/wishes/new?refer=1">
          <Icon name="plus" />
          {words.add}
        </LinkButton>
        <LinkButton kind="quiet" href="/answers/new">
          {text.intake.answer.title}
        </LinkButton>
      </p>
    </div>
  )
}

const Row = ({ page, row, zone }: { page: Page; row: Referral; zone: string }) => {
  const { text, now } = page
  const words = text.referrals
  const reasons: Readonly<Record<string, string>> = text.words.referReason
  return (
    <li>
      <div>
        <WishOfResident page={page} row={row}>
          <span>{reasons[row.reason ?? '']}</span>
        </WishOfResident>
        {row.said && <small>{row.said}</small>}
        <small>
          <span>{words.since(text.time.day(row.since, zone))}</span>
          {row.dueAt && (
            <Due at={row.dueAt} page={page} zone={zone} exactly={words.due(text.time.deadline(row.dueAt, zone))} />
          )}
          {row.follows > 0 && <span>{words.follows(row.follows)}</span>}
        </small>
        {row.dueAt && row.dueAt < now && (
          <small>
            <Tag tone="red">{words.overdue}</Tag>
          </small>
        )}
      </div>
      <LinkButton kind="second" href={`/wishes/${row.code}/answer`}>
        {words.follow.link}
        <span class="hide"> {row.residentName}</span>
      </LinkButton>
    </li>
  )
}

const Answered = ({ page, row, zone }: { page: Page; row: Referral; zone: string }) => {
  const { text } = page
  return (
    <li>
      <div>
        <WishOfResident page={page} row={row}>
          {row.endedAt && <span>{text.referrals.answeredOn(text.time.day(row.endedAt, zone))}</span>}
        </WishOfResident>
        {row.said && <small>{row.said}</small>}
      </div>
    </li>
  )
}
