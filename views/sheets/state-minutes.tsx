import type { Service } from '#db/people/service-record.ts'
import { shortDay } from '#text/days.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden } from '#views/parts/form/field.tsx'
import { Fold } from '../parts/details.tsx'
import { Panel } from '../parts/panel.tsx'
import { kindOf } from './record-sheet.tsx'

type Props = {
  readonly page: Page
  readonly services: readonly Service[]
  /** A value that was refused, as typed. */
  readonly wrong: { readonly claimId: string; readonly value: string } | null
  readonly isSaved: boolean
}

/** Above the record, and never printed: where the volunteer states how long a visit took. */
export const StateMinutes = ({ page, services, wrong, isSaved }: Props) => {
  const words = page.text.sheets.record
  return (
    <Panel title={words.stateTitle} id="minutes">
      <p>{words.stateLead}</p>
      {isSaved && (
        <Banner tone="green" role="status">
          <p>{words.saved}</p>
        </Banner>
      )}
      {services.map((one) => (
        <Fold
          summary={words.stateOne(kindOf(one, page), shortDay[page.lang](one.deliveredAt))}
          open={wrong?.claimId === one.claimId}
        >
          <form method="post" novalidate action="/mine/record">
            <Hidden name="claim" value={one.claimId} />
            <Field
              prefix={one.claimId}
              name="minutes"
              label={words.minutes}
              inputmode="numeric"
              value={wrong?.claimId === one.claimId ? wrong.value : (one.minutes ?? '')}
              error={wrong?.claimId === one.claimId ? words.fault : undefined}
              required
            />
            <Button kind="second">{words.button}</Button>
          </form>
        </Fold>
      ))}
    </Panel>
  )
}
