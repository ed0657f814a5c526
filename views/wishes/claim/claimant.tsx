import { doorOfLetter, letterOf } from '#domain/doors/door.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'
import { PhotoField } from '#views/parts/form/photo-field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { PhoneLink } from '#views/parts/phone-link.tsx'
import { Move } from '#views/wishes/move-button.tsx'
import { GiveBack } from '#views/wishes/release-form.tsx'
import { WantedLine } from '#views/wishes/wanted-line.tsx'
import { actsFor, neededIn, typedIn, type WishView, wrongIn } from '#views/wishes/wish-view-data.ts'
import type { ClaimsInHand } from './claims-in-hand.ts'
import { HandoverTicks } from './handover-ticks.tsx'
import { JointTicks } from './joint.tsx'
import { LimitBanner } from './limit-banner.tsx'
import { nextStepOf } from './one-step.tsx'
import { Visit } from './visit.tsx'

type Props = { readonly page: Page; readonly view: WishView }

/** The claim button with its two promises: free of charge, and in time. */
export const ClaimPanel = ({ page, view }: Props) => {
  const { text, actor } = page
  const { wish, within, actions } = view
  if (wish.state !== 'open') return null
  const isOwnSide = actor.kind === 'person' && [wish.postedBy, wish.barredId].includes(actor.id)
  const isVolunteer =
    actor.kind === 'person' && actor.roles.some((r) => r.role === 'volunteer' && r.areaId === wish.communityId)
  if (actor.kind === 'person' && (!isVolunteer || isOwnSide || !actions.includes('claim'))) return null
  const letter = letterIn(page, view)
  return (
    <Panel title={text.words.action.claim} id="claim">
      <WantedLine page={page} wanted={view.wanted} />
      <p>{text.moves.claimDue(within[wish.urgency])}</p>
      <p>{text.moves.claimPromise}</p>
      <p>{text.moves.claimNamesYou}</p>
      {view.inHand?.full ? (
        <AskForApproval page={page} view={view} inHand={view.inHand} />
      ) : actor.kind === 'person' ? (
        <Move code={wish.code} action="claim" button={text.words.action.claim}>
          {letter && <Hidden name="d" value={letter} />}
          <JointTicks page={page} view={view} />
        </Move>
      ) : (
        <LinkButton wide href={`/login?to=${encodeURIComponent(`/wishes/${wish.code}${letter && `?d=${letter}`}`)}`}>
          {text.moves.signInFirst}
        </LinkButton>
      )}
    </Panel>
  )
}

/** At the limit: why, and the button that asks the secretary, once. */
const AskForApproval = ({ page, view: { wish }, inHand }: Props & { readonly inHand: ClaimsInHand }) => {
  const { text } = page
  if (inHand.requested.has(wish.id))
    return (
      <Banner tone="blue">
        <p>{text.moves.done.request}</p>
      </Banner>
    )
  return (
    <>
      <LimitBanner page={page} inHand={inHand} />
      <Move code={wish.code} action="request" button={text.words.action.request} kind="second" />
    </>
  )
}

/** The door named by the link to this page, also after a refused try. */
const letterIn = (page: Page, { said }: WishView): string => {
  const query = new URLSearchParams(page.address.split('?')[1])
  const door = doorOfLetter(query.get('d') ?? typedIn('claim', said).d)
  return door === 'group' || door === 'board' ? letterOf(door) : ''
}

/** What may come after the next step, folded; for staff who record a claim by telephone every form is open. Giving back is always possible. */
export const ClaimantParts = ({ page, view }: Props) => {
  const { text } = page
  const { wish, actions, said, undoMinutes } = view
  const { moves } = text
  const { forVolunteer } = moves
  const volunteer = actsFor(page.actor, view)
  const isMine = volunteer === null
  const isEnterer = view.parties.includes('enterer')
  // The links from the claimant's own list open these forms.
  const isGivingBack = page.address.endsWith('?give-back')
  const isDelivering = page.address.endsWith('?deliver') || (said?.action === 'deliver' && said.isRefusal)
  const isDay = nextStepOf(wish, page.now, view.zone) === 'deliver'
  return (
    <>
      {volunteer && <ForVolunteer page={page} view={view} volunteer={volunteer} />}
      {volunteer && actions.includes('schedule') && (
        <Panel title={forVolunteer.schedule(volunteer)} id="schedule">
          <Visit page={page} view={view} />
        </Panel>
      )}
      {volunteer && actions.includes('deliver') && (
        <Panel title={forVolunteer.deliver(volunteer)} id="deliver">
          <DeliverForm page={page} view={view} />
        </Panel>
      )}
      {isMine && !isDay && actions.includes('deliver') && (
        <div id="deliver">
          <Fold summary={moves.deliver.title} open={isDelivering}>
            <DeliverForm page={page} view={view} />
          </Fold>
        </div>
      )}
      {actions.includes('confirm') && view.parties.includes('codeHolder') && (
        <Panel title={volunteer ? forVolunteer.confirm(volunteer) : moves.enterCode.title} id="confirm">
          <Move code={wish.code} action="confirm" button={moves.enterCode.button} kind="second">
            <Field
              label={moves.enterCode.code}
              required
              name="code"
              prefix="later"
              inputmode="numeric"
              autocomplete="off"
              maxlength={12}
              value={typedIn('confirm', said).code ?? ''}
              {...wrongIn('confirm', said, 'code')}
            />
          </Move>
        </Panel>
      )}
      {actions.includes('undo') && (
        <Fold summary={volunteer ? forVolunteer.undo(volunteer) : moves.undo.title}>
          <p>{moves.undo.hint(undoMinutes)}</p>
          <Move code={wish.code} action="undo" button={moves.undo.button} kind="second" />
        </Fold>
      )}
      {actions.includes('release') && (isMine || isEnterer) && (
        <div id="release">
          <Fold
            summary={volunteer ? forVolunteer.release(volunteer) : moves.release.title}
            open={isGivingBack || (said?.action === 'release' && said.isRefusal)}
          >
            <GiveBack page={page} view={view} words={moves.release} kind="second" waits={isMine} />
          </Fold>
        </div>
      )}
    </>
  )
}

/** For a claim that staff entered after a call: the volunteer calls them, and they record what was said. */
const ForVolunteer = ({ page, view, volunteer }: Props & { readonly volunteer: string }) => {
  const { forVolunteer } = page.text.moves
  if (!view.actions.includes('schedule')) return null
  const phone = view.inside?.claimantPhone
  return (
    <Panel title={forVolunteer.title(volunteer)} id="for-volunteer">
      <p>{forVolunteer.lead(volunteer)}</p>
      {phone && (
        <p>
          {forVolunteer.phone} <PhoneLink phone={phone} />
        </p>
      )}
    </Panel>
  )
}

/** It was brought: with the code it is confirmed at once. The list of what to mind at the door belongs to it. */
export const DeliverForm = ({ page, view }: Props) => {
  const { moves, mine } = page.text
  const { wish, said } = view
  const volunteer = actsFor(page.actor, view)
  return (
    <>
      {!volunteer && (
        <Fold summary={mine.checklist}>
          <ul class="checklist">
            {moves.checklist.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Fold>
      )}
      <Move
        code={wish.code}
        action="deliver"
        button={moves.deliver.button}
        kind={volunteer ? 'second' : 'primary'}
        hasFile={!volunteer}
        waits={!volunteer}
      >
        <HandoverTicks page={page} view={view} />
        <Field
          label={volunteer ? moves.forVolunteer.code(volunteer) : moves.deliver.code}
          name="code"
          inputmode="numeric"
          autocomplete="off"
          maxlength={12}
          value={typedIn('deliver', said).code ?? ''}
          hint={moves.deliver.codeHint}
          {...wrongIn('deliver', said, 'code')}
        />
        <TextArea
          label={moves.deliver.note}
          name="note"
          rows={2}
          value={typedIn('deliver', said).note ?? ''}
          {...wrongIn('deliver', said, 'note')}
        />
        <NeededTick page={page} {...neededIn('deliver', said)} prefix="deliver" />
        {!volunteer && <PhotoField page={page} />}
      </Move>
    </>
  )
}
