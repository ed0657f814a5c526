import type { Page } from '#views/page.ts'
import { TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'
import { Move } from './move-button.tsx'
import { neededIn, typedIn, type WishView, wrongIn } from './wish-view-data.ts'

type Props = {
  readonly page: Page
  readonly view: WishView
  readonly words: { readonly note: string; readonly hint: string; readonly button: string }
  readonly kind: 'second' | 'danger'
  /** As of a move: the press may wait on the claimant’s phone. */
  readonly waits?: boolean
}

/** Gives a claim back, with a note for the next volunteer. */
export const GiveBack = ({ page, view: { wish, said }, words, kind, waits }: Props) => (
  <Move code={wish.code} action="release" button={words.button} kind={kind} waits={waits}>
    <TextArea
      label={words.note}
      name="handover"
      hint={words.hint}
      value={typedIn('release', said).handover ?? ''}
      {...wrongIn('release', said, 'handover')}
      required
    />
    <NeededTick page={page} {...neededIn('release', said)} prefix="release" />
  </Move>
)
