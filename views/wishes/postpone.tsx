import { isResidentsReason, postponeReasons } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Field, Hidden, RadioGroup } from '#views/parts/form/field.tsx'
import { dayOfYear } from '#views/rules/rule-days.ts'
import { Fold } from '../parts/details.tsx'
import { Move } from './move-button.tsx'
import { typedIn, type WishView, wrongIn } from './wish-view-data.ts'

type Props = { readonly page: Page; readonly view: WishView }

/** The form for another date, with its reason as a code; if no other date is possible, the rule that says so. */
export const PostponePart = ({ page, view }: Props) => {
  const { text, actor } = page
  const { wish, waits, said } = view
  const words = text.waits.postpone
  const { postpone } = waits
  if (!postpone) return null
  const isMine = actor.kind === 'person' && actor.id === wish.claimantId
  const typed = typedIn('postpone', said)
  const isOpen = wish.state === 'open'
  return (
    <div id="postpone">
      <Fold
        summary={isMine ? words.title : words.secretaryTitle}
        open={page.address.endsWith('?postpone') || (said?.action === 'postpone' && said.isRefusal)}
      >
        {postpone.kind === 'over' ? (
          <p>{text.refusals.sentence(postpone.why)}</p>
        ) : (
          <Move code={wish.code} action="postpone" button={words.button} kind="second">
            <p>{isOpen ? words.openLead : words.lead(postpone.limit)}</p>
            <Hidden name="seq" value={wish.seq} />
            <Field
              label={words.day}
              name="until"
              type="date"
              min={postpone.from}
              max={postpone.until}
              hint={words.dayHint(dayOfYear(postpone.from, text), dayOfYear(postpone.until, text))}
              value={typed.until ?? ''}
              {...wrongIn('postpone', said, 'until')}
              required
            />
            <RadioGroup
              label={words.reason}
              name="reason"
              prefix="postpone"
              value={typed.reason ?? ''}
              error={wrongIn('postpone', said, 'reason').error}
              required
              options={postponeReasons
                .filter((reason) => !isOpen || isResidentsReason(reason))
                .map((value) => ({ value, label: text.words.postponeReason[value] }))}
            />
          </Move>
        )}
      </Fold>
    </div>
  )
}
