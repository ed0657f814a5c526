import type { Wish } from '#domain/wish/wish.ts'
import { CarriedUp, PriorityPart } from '#views/board/board-weight.tsx'
import { iconOf } from '#views/board/card.tsx'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { ReadAloud } from '#views/parts/read-aloud.tsx'
import { pieceUntil, SeenAt } from '#views/parts/seen-at.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { Due, waited } from '#views/parts/when.tsx'
import { ClaimantParts, ClaimPanel, DeliverForm } from '#views/wishes/claim/claimant.tsx'
import { ContactPanel } from '#views/wishes/claim/contact.tsx'
import { JointPart } from '#views/wishes/claim/joint.tsx'
import { OneStep } from '#views/wishes/claim/one-step.tsx'
import { InsideParts } from '#views/wishes/staff/inside.tsx'
import { ActForms } from './act-forms.tsx'
import { AnsweredPart } from './answered.tsx'
import { AgainPart, InformPart, KeepPart } from './open-questions.tsx'
import { type Others, OtherWishes } from './other-wishes.tsx'
import { PhotoPanel } from './photo-panel.tsx'
import { PostponePart } from './postpone.tsx'
import { ProofPart } from './proof-part.tsx'
import { WhyDuePart } from './why-due.tsx'
import { History } from './wish-history-view.tsx'
import { WishSteps } from './wish-steps.tsx'
import { titleOf, whereOf } from './wish-title.ts'
import type { ToCheck, WishView } from './wish-view-data.ts'

type Props = { readonly page: Page; readonly view: WishView }
type PageProps = Props & {
  /** For a volunteer who came too late. */
  readonly others?: Others | null
}

/** The page of one wish; also the fragment that each step replaces. */
export const WishPage = ({ page, view, others = null }: PageProps) => {
  const { wish, publicText, said } = view
  const { text, actor } = page
  const isClaimant = actor.kind === 'person' && actor.id === wish.claimantId
  const isMine = wish.state === 'claimed' && isClaimant
  const isPostponing = page.address.endsWith('?postpone') || (said?.action === 'postpone' && said.isRefusal)
  const hasSteps = wish.state !== 'answered' && !isMine
  // In the elder view what can be done comes before what has been done.
  const isElder = page.view === 'elder'
  const isThanked = wish.state === 'delivered' && isClaimant
  return (
    <div
      id="wish"
      class="wish-page"
      data-state={wish.state}
      {...pieceUntil(view.snapshot?.until ?? null, wish.code, page.now)}
    >
      {view.snapshot && <SeenAt page={page} mark={view.snapshot.mark} zone={view.zone} />}
      <div class={`headline ${toneOf(wish)}`}>
        <span class="thing">
          <Icon name={iconOf(wish)} />
        </span>
        <div>
          <h1>
            {titleOf(
              {
                ...wish,
                isUntitled: view.isUntitled,
                publicText: publicText || view.inside?.words || view.answered?.asked || '',
              },
              text,
            )}
          </h1>
          <p class="lead">
            <span>{text.card.code(wish.code)}</span> <span>{whereOf(view.gridName, wish, text)}</span>
          </p>
        </div>
      </div>
      <p class="tags">
        <StateTags page={page} view={view} />
      </p>
      <ReadAloud page={page} />
      {said && (
        <Banner tone={said.isRefusal ? 'yellow' : 'green'} role={said.isRefusal ? 'alert' : 'status'}>
          <p>{said.sentence}</p>
          {said.isPhotoLost && <p data-photo-lost>{text.photos.again}</p>}
          {said.toCheck !== undefined && <NextToCheck page={page} next={said.toCheck} />}
        </Banner>
      )}
      {others && <OtherWishes page={page} others={others} />}
      {isMine && <OneStep page={page} view={view} deliver={<DeliverForm page={page} view={view} />} />}
      {isThanked && <Thanks page={page} view={view} />}
      {hasSteps && !isElder && <WishSteps page={page} wish={wish} zone={view.zone} />}
      <div class="columns">
        <div>
          <AgainPart page={page} view={view} />
          <InformPart page={page} view={view} />
          <KeepPart page={page} view={view} />
          {view.contact && (
            <ContactPanel
              page={page}
              contact={view.contact}
              wish={wish}
              zone={view.zone}
              isShort={isMine || isThanked}
            />
          )}
          <ClaimPanel page={page} view={view} />
          {hasSteps && isElder && <WishSteps page={page} wish={wish} zone={view.zone} />}
          <JointPart page={page} view={view} />
          <ClaimantParts page={page} view={view} />
          {!isMine && view.whyDue && <WhyDuePart page={page} why={view.whyDue} />}
          <PriorityPart page={page} view={view} />
          {!isMine && <PostponePart page={page} view={view} />}
          <AnsweredPart page={page} view={view} />
          {view.inside && <InsideParts page={page} view={view} inside={view.inside} />}
          <ActForms page={page} view={view} />
          <PhotoPanel page={page} view={view} />
        </div>
        {isMine || page.view === 'elder' ? (
          <Fold summary={isMine ? text.moves.step.later : text.card.history} open={isMine && isPostponing}>
            {isMine && <PostponePart page={page} view={view} />}
            {isMine && <WishSteps page={page} wish={wish} zone={view.zone} />}
            {isMine && view.whyDue && <WhyDuePart page={page} why={view.whyDue} />}
            <History page={page} view={view} />
          </Fold>
        ) : (
          <Panel title={text.card.history} id="history">
            <History page={page} view={view} />
          </Panel>
        )}
        <ProofPart page={page} view={view} />
      </div>
    </div>
  )
}

/** After a check: the next wish to check, one tap away. */
const NextToCheck = ({ page, next }: { readonly page: Page; readonly next: ToCheck | null }) => {
  const words = page.text.checking
  return (
    <p>
      <LinkButton href={next ? `/wishes/${next.code}#publish` : '/desk/to-check'}>
        {next ? words.next(next.count) : words.allDone}
      </LinkButton>
    </p>
  )
}

/** After a delivery: thanks, who does what by when, and where there is more to do. */
const Thanks = ({ page, view: { wish, zone } }: Props) => {
  const { step } = page.text.moves
  return (
    <Panel title={step.thanks} id="next" tone="green">
      {wish.callbackDueAt && <p>{step.callback(page.text.time.deadline(wish.callbackDueAt, zone))}</p>}
      <LinkButton kind="second" href="/">
        {step.another}
      </LinkButton>
    </Panel>
  )
}

const toneOf = ({ state, urgency }: Wish) => (state === 'fulfilled' || state === 'delivered' ? 'green' : urgency)

const StateTags = ({ page, view }: Props) => {
  const { text, now } = page
  const { wish, within, volunteer, waits } = view
  const { joint } = text.waits
  // A branch is named before the member through whom it claims; the number of joiners is given without names.
  const who = waits.ledBy || (volunteer.volunteerName ?? volunteer.unitName)
  const claimWords = wish.deliveredAt ? text.card.deliveredBy : text.card.claimedBy
  const monthly = wish.every && <Tag>{text.waits.every.tag}</Tag>
  if (wish.state === 'open' && wish.publishedAt)
    return (
      <>
        <Tag tone={wish.urgency}>{text.words.urgency[wish.urgency]}</Tag>
        <Tag>{text.board.within(within[wish.urgency])}</Tag>
        <Tag>{waited(wish.publishedAt, now, text)}</Tag>
        <CarriedUp page={page} view={view} />
        {wish.carried > 0 && <Tag>{text.waits.weight.carried(wish.carried)}</Tag>}
        {monthly}
      </>
    )
  return (
    <>
      <Tag tone={wish.state === 'fulfilled' ? 'green' : 'plain'}>{text.words.state[wish.state]}</Tag>
      {wish.claimId && <Tag>{claimWords(who ?? text.card.someone)}</Tag>}
      {wish.joiners.length > 0 && <Tag>{joint.together(wish.joiners.length + 1)}</Tag>}
      {(waits.joint?.left ?? 0) > 0 && <Tag tone="green">{joint.seeking}</Tag>}
      {wish.state === 'claimed' && wish.dueAt && (
        <Tag tone={now > wish.dueAt ? 'red' : 'plain'}>
          <Due
            at={wish.dueAt}
            page={page}
            zone={view.zone}
            exactly={text.board.due(text.time.deadline(wish.dueAt, view.zone))}
          />
        </Tag>
      )}
      {monthly}
    </>
  )
}
