import type { Jump } from '#domain/jump.ts'
import { type SamplePerson, sampleFamilyLink, sampleSlip } from '#domain/people/sample.ts'
import { localMonth, type Month, previousMonth } from '#domain/time/workdays.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'

/** What to do at a step: act as one of the people, or move the time forward. */
type Step = { readonly key: string } & (
  | { readonly who: SamplePerson; readonly to: (month: Month) => string }
  | { readonly jump: Jump }
  /** A page that needs no sign-in. */
  | { readonly open: string }
)

/** A month from the first wish to the printed sheets. `month` is the one that has ended. */
const steps = [
  { key: 'post', who: 'gridWorker', to: () => '/wishes/new' },
  { key: 'check', who: 'secretary', to: () => '/desk' },
  { key: 'send', who: 'secretary', to: () => '/doors' },
  { key: 'replies', who: 'secretary', to: () => '/doors/replies' },
  { key: 'sheetLive', open: '/c/demo/sheets/1' },
  { key: 'claim', who: 'secondVolunteer', to: () => '/' },
  { key: 'day', jump: 'day' },
  { key: 'deliver', who: 'secondVolunteer', to: () => '/mine' },
  { key: 'pass', who: 'volunteer', to: () => '/mine' },
  { key: 'slip', open: `/r/${sampleSlip}` },
  { key: 'family', open: `/f/${sampleFamilyLink}` },
  { key: 'nextDay', jump: 'day' },
  { key: 'call', who: 'gridWorker', to: () => '/callbacks' },
  { key: 'supervise', who: 'supervisor', to: () => '/supervision' },
  { key: 'inquiry', who: 'secretary', to: () => '/inquiries' },
  { key: 'ledger', open: '/c/demo/ledger' },
  { key: 'month', jump: 'month' },
  { key: 'review', who: 'secretary', to: (month) => `/reports/${month}` },
  { key: 'sign', who: 'secretary', to: (month) => `/reports/${month}/sign` },
  { key: 'later', jump: 'day' },
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
            {'open' in step ? (
              <LinkButton kind="second" href={step.open}>
                {rehearsal.place[step.key]}
              </LinkButton>
            ) : 'jump' in step ? (
              <Forward jump={step.jump} label={rehearsal.jump[step.jump]} />
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

const Forward = ({ jump, label }: { readonly jump: Jump; readonly label: string }) => (
  <form method="post" action="/rehearsal">
    <Hidden name="lively" value="yes" />
    <Button kind="second" name="jump" value={jump}>
      {label}
    </Button>
  </form>
)

/** Signs in as that person and leads to where they have something to do. */
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
