import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Select, TextArea } from '#views/parts/field.tsx'
import { NeededTick } from '#views/parts/needed-tick.tsx'
import { Move } from './move-button.tsx'
import { neededIn, typedIn, type WishView, wrongIn } from './wish-view-data.ts'

type Props = { readonly page: Page; readonly view: WishView }

/** Referring and withdrawing: rarely needed, so folded away, each with its reason as a code. */
export const Endings = ({ page, view }: Props) => {
  const { words } = page.text
  return (
    <>
      <Ending page={page} view={view} action="refer" kind="second" reasons={words.referReason} />
      <Ending page={page} view={view} action="withdraw" kind="danger" reasons={words.withdrawReason} />
    </>
  )
}

type EndingProps = Props & {
  readonly action: 'refer' | 'withdraw'
  readonly kind: 'second' | 'danger'
  readonly reasons: Readonly<Record<string, string>>
}

const Ending = ({ page, view, action, kind, reasons }: EndingProps) => {
  const { wish, actions, said } = view
  if (!actions.includes(action)) return null
  const words = page.text.moves[action]
  const typed = typedIn(action, said)
  const office = (action === 'refer' && said?.office) || ''
  // The public word for all private reasons cannot be chosen as a reason.
  const options = Object.entries(reasons).filter(([value]) => value !== 'withdrawn')
  return (
    <div id={action}>
      <Fold
        summary={words.title}
        open={page.address.endsWith(`?${action}`) || (said?.action === action && said.isRefusal) || office !== ''}
      >
        <Move code={wish.code} action={action} button={words.button} kind={kind}>
          <Select
            label={words.reason}
            name="reason"
            prefix={action}
            value={typed.reason ?? office}
            options={options.map(([value, label]) => ({ value, label }))}
          />
          <TextArea
            label={words.note}
            name="note"
            prefix={action}
            rows={2}
            value={typed.note ?? ''}
            {...wrongIn(action, said, 'note')}
          />
          <NeededTick page={page} {...neededIn(action, said)} prefix={action} />
        </Move>
      </Fold>
    </div>
  )
}
