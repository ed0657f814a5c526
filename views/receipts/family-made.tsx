import { type FamilyScope, familyDays } from '#domain/receipts/family-link.ts'
import { Copyable } from '#views/account/copyable.tsx'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { QrCode } from '#views/parts/paper/qr-code.tsx'

type Props = {
  readonly page: Page
  readonly residentId: string
  readonly name: string
  readonly scope: FamilyScope
  readonly address: string
  readonly qr: { readonly size: number; readonly path: string }
}

/** The new address, shown this one time: to scan from the screen, to send, or to print. */
export const FamilyMade = ({ page, residentId, name, scope, address, qr }: Props) => {
  const words = page.text.receipts.links
  return (
    <div class="narrow">
      <h1>{words.made}</h1>
      <Banner tone="yellow" title={words.once}>
        <p>{words.onceHelp}</p>
      </Banner>
      <Panel title={words.forWhom(name, words.scope[scope])} id="address">
        <QrCode code={qr} label={words.scan} />
        <p class="hint">{words.scan}</p>
        <Copyable page={page} text={words.message(address, familyDays)} button={words.copy} />
      </Panel>
      <p class="actions">
        <LinkButton kind="second" href={`/residents/${residentId}/family`}>
          {words.back}
        </LinkButton>
      </p>
    </div>
  )
}
