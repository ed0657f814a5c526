import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { PhoneLink } from '#views/parts/phone-link.tsx'

type Props = {
  readonly page: Page
  readonly personId: string
  readonly name: string
  readonly phone: string
  readonly code: string
}

/** The code to read out at the new number; shown once. */
export const PhoneAskedPage = ({ page, personId, name, phone, code }: Props) => {
  const words = page.text.people.phone
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <Banner tone="yellow" title={words.once}>
        <p>{words.lead(name)}</p>
      </Banner>
      <Panel title={words.call}>
        <p>
          <PhoneLink phone={phone} />
        </p>
        <p>
          <span class="code">{code}</span>
        </p>
        <p>{words.say(`${page.publicUrl}/mine/phone`)}</p>
      </Panel>
      <p class="actions">
        <LinkButton kind="second" href={`/people/${personId}`}>
          {words.back}
        </LinkButton>
      </p>
    </div>
  )
}
