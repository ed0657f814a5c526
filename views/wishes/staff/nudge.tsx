import { addDays, localDay } from '#domain/time/workdays.ts'
import { postponeReasons } from '#domain/vocabulary.ts'
import { Copyable } from '#views/account/copyable.tsx'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Hidden, RadioGroup } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { PhoneLink } from '#views/parts/phone-link.tsx'
import { Move } from '#views/wishes/move-button.tsx'
import { GiveBack } from '#views/wishes/release-form.tsx'
import { nameOf } from '#views/wishes/wish-title.ts'
import { type Inside, typedIn, type WishView, wrongIn } from '#views/wishes/wish-view-data.ts'

type Props = { readonly page: Page; readonly view: WishView; readonly inside: Inside }

const extraDays = 3

/**
 * What staff can do about a claim: call with a prepared sentence, send a reminder, give three more days, take it back.
 * Unfolded if the claim is overdue.
 */
export const NudgePanel = ({ page, view, inside }: Props) => {
  const { text, now } = page
  const { wish, actions, zone } = view
  const words = text.moves.nudge
  const isOwn = page.actor.kind === 'person' && page.actor.id === wish.claimantId
  if (!actions.includes('nudge') || isOwn || !inside.claimantName || !wish.dueAt) return null
  const due = text.time.deadline(wish.dueAt, zone)
  const isLate = now > wish.dueAt
  const name = inside.claimantName
  const thing = nameOf({ ...wish, publicText: view.publicText }, text)
  return (
    <Panel title={words.title(name)} id="overdue" {...(isLate ? { tone: 'yellow' as const } : {})}>
      <p>{isLate ? words.late(due) : words.onTime}</p>
      {inside.claimantPhone && (
        <p>
          {words.phone} <PhoneLink phone={inside.claimantPhone} />
        </p>
      )}
      <Copyable page={page} text={words.script(name, thing, due)} button={words.scriptCopy} />
      <Move code={wish.code} action="nudge" button={words.button} kind="second">
        <Hidden name="seq" value={wish.seq} />
      </Move>
      <MoreDays page={page} view={view} inside={inside} />
      <TakeBack page={page} view={view} inside={inside} />
      {!inside.isSecretary && <p class="hint">{words.secretary}</p>}
    </Panel>
  )
}

const MoreDays = ({ page, view, inside }: Props) => {
  const { text, now } = page
  const { wish, said, waits, zone } = view
  const words = text.moves.nudge
  if (!inside.isSecretary || waits.postpone?.kind !== 'open') return null
  const from = wish.dueAt && wish.dueAt > now ? wish.dueAt : now
  return (
    <Fold summary={words.more} open={said?.action === 'postpone' && said.isRefusal}>
      <Move code={wish.code} action="postpone" button={words.more} kind="second">
        <Hidden name="seq" value={wish.seq} />
        <Hidden name="until" value={addDays(localDay(from, zone), extraDays)} />
        <RadioGroup
          label={words.moreReason}
          name="reason"
          prefix="more"
          value={typedIn('postpone', said).reason ?? ''}
          error={wrongIn('postpone', said, 'reason').error}
          required
          options={postponeReasons.map((value) => ({ value, label: text.words.postponeReason[value] }))}
        />
      </Move>
    </Fold>
  )
}

const TakeBack = ({ page, view, inside }: Props) => {
  const { actions, said, parties } = view
  const words = page.text.moves.nudge
  // A claim entered by staff is given back in the form with their other steps for the volunteer.
  if (!inside.isSecretary || !actions.includes('release') || parties.includes('enterer')) return null
  return (
    <div id="release">
      <Fold
        summary={words.back}
        open={page.address.endsWith('?give-back') || (said?.action === 'release' && said.isRefusal)}
      >
        <GiveBack
          page={page}
          view={view}
          words={{ note: words.backNote, hint: words.backHint, button: words.backButton }}
          kind="danger"
        />
      </Fold>
    </div>
  )
}
