import type { Measure } from '#domain/catalogue/catalogue-codes.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Checkbox, Field, Hidden } from '#views/parts/form/field.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { PhoneLink } from '#views/parts/phone-link.tsx'
import { Said } from '#views/parts/when.tsx'
import { Move } from '#views/wishes/move-button.tsx'
import type { Joint } from '#views/wishes/wait-types.ts'
import { typedIn, type WishView, wrongIn } from '#views/wishes/wish-view-data.ts'

type Props = { readonly page: Page; readonly view: WishView }

/** Optional tick boxes for a claim; an ordinary claim takes one press. */
export const JointTicks = ({ page, view: { wish, waits, said } }: Props) => {
  const { joint } = page.text.waits
  if (wish.quantity < 2) return null
  const typed = typedIn('claim', said)
  return (
    <Fold summary={joint.title} open={typed.joint === 'yes' || typed.branch === 'yes'}>
      <Checkbox name="joint" label={joint.tick} hint={joint.tickHint} checked={typed.joint === 'yes'} />
      {waits.ownBranch && (
        <Checkbox name="branch" label={joint.branch(waits.ownBranch)} checked={typed.branch === 'yes'} />
      )}
    </Fold>
  )
}

/** A joint claim: who may still join, who brings what, and how to leave. No one is assigned. */
export const JointPart = ({ page, view }: Props) => {
  const { joint } = view.waits
  if (!joint) return null
  const canSignIn = page.actor.kind === 'anyone' && joint.left > 0
  if (!joint.people && !joint.mayJoin && !canSignIn) return null
  const words = page.text.waits.joint
  const { wish } = view
  return (
    <Panel title={words.title} id="joint" {...(joint.mayJoin ? { tone: 'green' as const } : {})}>
      {joint.people && <People page={page} view={view} people={joint.people} />}
      {joint.people && joint.left > 0 && <p>{words.leftToLead(amountOf(joint.left, page, view))}</p>}
      {joint.mayJoin && <JoinForm page={page} view={view} left={joint.left} />}
      {canSignIn && (
        <>
          <p>{words.lead(amountOf(joint.left, page, view))}</p>
          <LinkButton kind="second" wide href={`/login?to=${encodeURIComponent(`/wishes/${wish.code}`)}`}>
            {words.signIn}
          </LinkButton>
        </>
      )}
      {joint.isJoiner && wish.state === 'claimed' && (
        <div id="leave">
          <p>{wish.visitAt ? <Said at={wish.visitAt} page={page} zone={view.zone} /> : words.noVisit}</p>
          <Fold summary={words.leave}>
            <p>{words.leaveHint}</p>
            <Move code={wish.code} action="leave" button={words.leave} kind="second">
              <Hidden name="seq" value={wish.seq} />
            </Move>
          </Fold>
        </div>
      )}
    </Panel>
  )
}

const amountOf = (n: number, { text }: Page, { wish }: WishView): string =>
  text.catalogue.amount(n, wish.measure as Measure)

const People = ({ page, view, people }: Props & { readonly people: NonNullable<Joint['people']> }) => {
  const words = page.text.waits.joint
  // The secretary records it for a joiner who says so on the telephone.
  const mayEnd = view.inside?.isSecretary === true && view.actions.includes('leave')
  return (
    <Facts
      rows={people.map(({ personId, name, phone, quantity, isLead }) => ({
        term: isLead ? `${name} · ${words.leader}` : name,
        value: (
          <>
            {words.brings(amountOf(quantity, page, view))} <PhoneLink phone={phone} />
            {mayEnd && !isLead && (
              <Move code={view.wish.code} action="leave" button={page.text.moves.forVolunteer.leave(name)} kind="quiet">
                <Hidden name="seq" value={view.wish.seq} />
                <Hidden name="person" value={personId} />
              </Move>
            )}
          </>
        ),
      }))}
    />
  )
}

const JoinForm = ({ page, view, left }: Props & { readonly left: number }) => {
  const words = page.text.waits.joint
  const { wish, said } = view
  return (
    <>
      <p>{words.lead(amountOf(left, page, view))}</p>
      <p>{words.promise}</p>
      <Move code={wish.code} action="join" button={words.join}>
        <Hidden name="seq" value={wish.seq} />
        <Field
          label={words.share}
          name="quantity"
          prefix="join"
          type="number"
          min={1}
          max={left}
          inputmode="numeric"
          value={typedIn('join', said).quantity ?? '1'}
          {...wrongIn('join', said, 'quantity')}
          required
        />
      </Move>
    </>
  )
}
