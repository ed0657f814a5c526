import { checksFor } from '#domain/wish/handover.ts'
import type { Page } from '#views/page.ts'
import { Checkbox, Field, Label } from '#views/parts/form/field.tsx'
import { typedIn, type WishView, wrongIn } from '#views/wishes/wish-view-data.ts'

type Props = { readonly page: Page; readonly view: WishView }

/** What this item asks for at the door, to be ticked with the delivery; an item without any shows nothing. */
export const HandoverTicks = ({ page, view: { wish, said } }: Props) => {
  const words = page.text.moves.handover
  const checks = checksFor(wish.itemId)
  const typed = typedIn('deliver', said)
  if (!checks.length) return null
  return (
    <fieldset class="field">
      <legend>
        <Label label={words.title} isOptional />
      </legend>
      {checks.map((check) => (
        <Checkbox name={`did-${check}`} label={words.tick[check]} checked={typed[`did-${check}`] === 'yes'} />
      ))}
      {checks.includes('expiry-read') && (
        <Field
          label={words.expiry}
          name="expiry"
          type="date"
          hint={words.expiryHint}
          value={typed.expiry ?? ''}
          {...wrongIn('deliver', said, 'expiry')}
        />
      )}
    </fieldset>
  )
}
