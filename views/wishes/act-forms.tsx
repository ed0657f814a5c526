import { type FormAction, formOf, isFormAction } from '#domain/wish/acts.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Select, TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'
import { Move } from './move-button.tsx'
import { OwnFields } from './own-fields.tsx'
import { neededIn, typedIn, type WishView, wrongIn } from './wish-view-data.ts'

type Props = { readonly page: Page; readonly view: WishView }

/** The acts with an ordinary form, such as referring and withdrawing: rarely needed, so folded away. */
export const ActForms = ({ page, view }: Props) => (
  <>
    {view.actions.filter(isFormAction).map((action) => (
      <OneForm page={page} view={view} action={action} />
    ))}
  </>
)

const OneForm = ({ page, view, action }: Props & { readonly action: FormAction }) => {
  const { wish, said } = view
  const { note, isNoteNeeded, reasons, fields = {} } = formOf(action)
  const words = page.text.moves.forms[action]
  const typed = typedIn(action, said)
  const office = (action === 'refer' && said?.office) || ''
  return (
    <div id={action}>
      <Fold
        summary={words.title}
        open={page.address.endsWith(`?${action}`) || (said?.action === action && said.isRefusal) || office !== ''}
      >
        <Move code={wish.code} action={action} button={words.button} kind={action === 'withdraw' ? 'danger' : 'second'}>
          {reasons && (
            <Select
              label={words.reason ?? ''}
              name="reason"
              prefix={action}
              value={typed.reason ?? office}
              options={[
                { value: '', label: page.text.moves.chooseOne },
                ...reasons.map((value) => ({ value: value as string, label: words.reasons?.[value] ?? value })),
              ]}
              hint={action === 'withdraw' ? page.text.moves.withdrawHint : undefined}
              required
              {...wrongIn(action, said, 'reason')}
            />
          )}
          <OwnFields
            fields={fields}
            labels={words.fields ?? {}}
            prefix={action}
            typed={typed}
            wrong={(name) => wrongIn(action, said, name)}
          />
          {note && (
            <TextArea
              label={words.note ?? ''}
              name="note"
              prefix={action}
              rows={2}
              value={typed.note ?? ''}
              required={isNoteNeeded}
              {...wrongIn(action, said, 'note')}
            />
          )}
          <NeededTick page={page} {...neededIn(action, said)} prefix={action} />
        </Move>
      </Fold>
    </div>
  )
}
