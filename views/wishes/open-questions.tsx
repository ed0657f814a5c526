import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Move } from './move-button.tsx'
import type { WishView } from './wish-view-data.ts'

type Props = { readonly page: Page; readonly view: WishView }

/** A promised date has changed: what to say to the resident, and the button to record that it was said. */
export const InformPart = ({ page, view }: Props) => {
  const { wish, actions, inside } = view
  const { tell } = page.text.waits
  if (!wish.informSince || !actions.includes('inform')) return null
  const isMine = page.actor.kind === 'person' && page.actor.id === wish.claimantId
  return (
    <Panel title={tell.list} id="tell" tone="yellow">
      <p>{isMine ? tell.yours : tell.staff}</p>
      {inside && (
        <LinkButton kind="second" wide href={`/wishes/${wish.code}/tell`}>
          {tell.call}
        </LinkButton>
      )}
      {isMine && (
        <Move code={wish.code} action="inform" button={tell.button} kind="second" waits>
          <Hidden name="seq" value={wish.seq} />
        </Move>
      )}
    </Panel>
  )
}

/** Open for a long time: one button records that it is still needed, the other leads to the form that withdraws it. */
export const KeepPart = ({ page, view }: Props) => {
  const { wish, waits } = view
  const { keep } = page.text.waits
  if (waits.askedAfter === null) return null
  return (
    <Panel title={keep.title} id="keep" tone="yellow">
      <p>{keep.lead(waits.askedAfter)}</p>
      <Move code={wish.code} action="keep" button={keep.button}>
        <Hidden name="seq" value={wish.seq} />
      </Move>
      <LinkButton kind="quiet" wide href={`/wishes/${wish.code}?withdraw#withdraw`}>
        {keep.withdraw}
      </LinkButton>
    </Panel>
  )
}

/** A monthly wish was repeated: asks whether it is still wanted. */
export const AgainPart = ({ page, view: { wish, waits } }: Props) => {
  const { every } = page.text.waits
  if (wish.state !== 'draft' || !waits.before) return null
  return (
    <Panel title={every.tag} id="again" tone="yellow">
      <p>{every.again}</p>
      <LinkButton wide href={`/wishes/${wish.code}/edit`}>
        {page.text.card.completeDraft}
      </LinkButton>
      <p>
        <a href={`/wishes/${waits.before}`}>{every.before}</a>
      </p>
    </Panel>
  )
}
