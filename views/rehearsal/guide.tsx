import { localMonth, type Month, previousMonth } from '#domain/calendar.ts'
import type { Leap } from '#domain/leap.ts'
import type { SamplePerson } from '#domain/sample.ts'
import type { Page } from '../layout.tsx'
import { monthName } from '../ledger/words.ts'
import { Button } from '../parts/button.tsx'
import { Hidden } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'

/** What one does at a step: as somebody at a place, or put the time forward. */
type Step = { readonly key: string } & (
  | { readonly who: SamplePerson; readonly to: (month: Month) => string }
  | { readonly leap: Leap }
)

/** A month from the first wish to the sheets. `month` is the one that has ended. */
const steps = [
  { key: 'check', who: 'secretary', to: () => '/desk' },
  { key: 'claim', who: 'secondVolunteer', to: () => '/' },
  { key: 'day', leap: 'day' },
  { key: 'deliver', who: 'secondVolunteer', to: () => '/mine' },
  { key: 'nextDay', leap: 'day' },
  { key: 'call', who: 'gridWorker', to: () => '/callbacks' },
  { key: 'month', leap: 'month' },
  { key: 'review', who: 'secretary', to: (month) => `/reports/${month}` },
  { key: 'sign', who: 'secretary', to: (month) => `/reports/${month}/sign` },
  { key: 'later', leap: 'day' },
  { key: 'correct', who: 'secretary', to: (month) => `/reports/${month}` },
  { key: 'sheet', who: 'secretary', to: (month) => `/reports/${month}/sheet` },
  { key: 'letters', who: 'secretary', to: (month) => `/reports/${month}/units` },
  { key: 'record', who: 'secondVolunteer', to: () => '/mine/record' },
] as const satisfies readonly Step[]

type Props = {
  readonly page: Page
  readonly people: readonly { readonly who: SamplePerson; readonly name: string }[]
}

export const Guide = ({ page, people }: Props) => {
  const { rehearsal } = page.text
  const month = previousMonth(localMonth(page.now, page.community?.zone ?? 'Asia/Shanghai'))
  return (
    <Panel title={rehearsal.howTitle} id="how">
      <p>{rehearsal.howLead}</p>
      <ol class="timeline">
        {steps.map((step) => (
          <li>
            <p>{rehearsal.how[step.key](monthName(month, page.text))}</p>
            {'leap' in step ? (
              <Forward leap={step.leap} label={rehearsal.leap[step.leap]} />
            ) : (
              people
                .filter(({ who }) => who === step.who)
                .map(({ name }) => (
                  <Become who={step.who} to={step.to(month)} label={rehearsal.goAs(name, rehearsal.place[step.key])} />
                ))
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

const Forward = ({ leap, label }: { readonly leap: Leap; readonly label: string }) => (
  <form method="post" action="/rehearsal">
    <Hidden name="lively" value="yes" />
    <Button kind="second" name="leap" value={leap}>
      {label}
    </Button>
  </form>
)

/** Becomes that person and goes where they have something to do. */
export const Become = ({
  who,
  to,
  label,
}: {
  readonly who: SamplePerson
  readonly to: string
  readonly label: string
}) => (
  <form method="post" action="/rehearsal/as">
    <Hidden name="to" value={to} />
    <Button kind="second" name="who" value={who}>
      {label}
    </Button>
  </form>
)
