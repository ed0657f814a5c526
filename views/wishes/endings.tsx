import type { Page } from '../layout.tsx'
import { Fold } from '../parts/details.tsx'
import { Select, TextArea } from '../parts/field.tsx'
import { Move } from './move.tsx'
import { typedIn, type WishView } from './view.ts'

type Props = { readonly page: Page; readonly view: WishView }

/** Referring and withdrawing: seldom needed, so folded away, each with its reason as a code. */
export const Endings = ({ page, view }: Props) => {
  const { text } = page
  const { wish, actions, said } = view
  const optionsOf = (words: Readonly<Record<string, string>>) =>
    Object.entries(words)
      .filter(([value]) => value !== 'withdrawn')
      .map(([value, label]) => ({ value, label }))
  const isOpen = (action: string) => said?.action === action && said.isRefusal
  return (
    <>
      {actions.includes('refer') && (
        <Fold summary={text.moves.refer.title} open={isOpen('refer')}>
          <Move code={wish.code} action="refer" button={text.moves.refer.button} kind="second">
            <Select
              label={text.moves.refer.reason}
              name="reason"
              prefix="refer"
              value={typedIn('refer', said).reason ?? ''}
              options={optionsOf(text.words.referReason)}
            />
            <TextArea
              label={text.moves.refer.note}
              name="note"
              prefix="refer"
              rows={2}
              value={typedIn('refer', said).note ?? ''}
            />
          </Move>
        </Fold>
      )}
      {actions.includes('withdraw') && (
        <Fold summary={text.moves.withdraw.title} open={isOpen('withdraw')}>
          <Move code={wish.code} action="withdraw" button={text.moves.withdraw.button} kind="danger">
            <Select
              label={text.moves.withdraw.reason}
              name="reason"
              prefix="withdraw"
              value={typedIn('withdraw', said).reason ?? ''}
              options={optionsOf(text.words.withdrawReason)}
            />
            <TextArea
              label={text.moves.withdraw.note}
              name="note"
              prefix="withdraw"
              rows={2}
              value={typedIn('withdraw', said).note ?? ''}
            />
          </Move>
        </Fold>
      )}
    </>
  )
}
