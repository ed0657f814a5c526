import type { Proposal } from '#db/people/proposal-rows.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { PhoneLink } from '#views/parts/phone-link.tsx'

/** Supervisors whom secretaries have proposed, for the administrator to answer. */
export const ProposalsPanel = ({ page, proposals }: { page: Page; proposals: readonly Proposal[] }) => {
  const { text } = page
  const words = text.people.staff.waiting
  if (!proposals.length) return null
  return (
    <Panel title={words.title(proposals.length)} id="proposals" tone="yellow">
      <ul class="work">
        {proposals.map(({ id, name, phone, areaName, proposer, at }) => (
          <li>
            <div>
              <b>
                {name} · {text.words.role.supervisor} · {areaName}
              </b>
              <small>
                <PhoneLink phone={phone} />
                <span>{words.by(proposer ?? '', text.time.day(at))}</span>
              </small>
            </div>
            <form method="post" action={`/people/proposals/${id}/accept`}>
              <Button kind="second">{words.accept}</Button>
            </form>
            <form method="post" action={`/people/proposals/${id}/decline`}>
              <Button kind="quiet">{words.decline}</Button>
            </form>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
