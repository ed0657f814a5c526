import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Facts, Panel } from '../parts/panel.tsx'
import type { WishView } from './wish-view-data.ts'

type Props = { readonly page: Page; readonly view: WishView }

/** For staff: the link to follow a referral, or what was answered and how. */
export const AnsweredPart = ({ page, view }: Props) => {
  const { text } = page
  const words = text.referrals
  const { wish, answered } = view
  if (wish.state === 'referred' && view.actions.includes('answer'))
    return (
      <Panel title={words.title} id="referral" tone="yellow">
        <p>{words.panel}</p>
        <LinkButton href={`/wishes/${wish.code}/answer`}>{words.follow.link}</LinkButton>
      </Panel>
    )
  if (!answered) return wish.state === 'answered' && wish.publishedAt ? <PublicAnswer page={page} view={view} /> : null
  const { how, told, toldOn, asked, said, published, entry } = answered
  const way = how === 'knowledge' ? words.fromKnowledge : how === 'office-call' ? words.byOfficeCall : words.officeSaid
  return (
    <Panel title={words.answeredPanel} id="answer" tone="green">
      <Facts
        rows={[
          ...(asked ? [{ term: words.askedWords, value: asked }] : []),
          { term: way, value: entry ? <a href={`/knowledge/${entry.id}`}>{entry.title}</a> : said || '—' },
          ...(published ? [{ term: words.publishedAnswer, value: published }] : []),
          ...(told ? [{ term: words.toldHow, value: `${text.words.told[told]} · ${toldOn}` }] : []),
          ...(view.workOrder ? [{ term: text.intake.workOrder, value: view.workOrder }] : []),
        ]}
      />
      {how !== 'referral' && (
        <p class="actions">
          <LinkButton kind="second" href="/wishes/new">
            {text.desk.post}
          </LinkButton>
          <LinkButton kind="second" href="/answers/new">
            {text.intake.answer.title}
          </LinkButton>
        </p>
      )}
    </Panel>
  )
}

/**
 * For everyone: when an office has answered, and its answer where it was edited for everyone. What it said to the resident is
 * between them; the same question may be in the knowledge base.
 */
const PublicAnswer = ({ page, view: { wish, zone, publishedAnswer } }: Props) => {
  const { referrals, time, knowledge } = page.text
  const day = wish.endedAt ? time.day(wish.endedAt, zone) : ''
  return (
    <Panel title={referrals.answeredPanel} id="answer">
      {publishedAnswer ? (
        <>
          <p>{referrals.answeredWith(day)}</p>
          <blockquote>{publishedAnswer}</blockquote>
        </>
      ) : (
        <p>{referrals.answeredInPublic(day)}</p>
      )}
      {page.community && (
        <p>
          <a href={`/c/${page.community.slug}/knowledge`}>{knowledge.title}</a>
        </p>
      )}
    </Panel>
  )
}
