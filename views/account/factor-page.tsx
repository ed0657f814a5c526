import type { Faults } from '#domain/reading/checked.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { QrCode } from '#views/parts/paper/qr-code.tsx'
import { faultAt } from '#views/people/faults.ts'

type Props = {
  readonly page: Page
  readonly qr: { readonly size: number; readonly path: string }
  /** For typing: groups of four. */
  readonly secret: string
  /** The same, encrypted, for the form to send back. */
  readonly sealed: string
  readonly faults: Faults
}

/** Adding an authenticator app: scan, type the first code. */
export const FactorPage = ({ page, qr, secret, sealed, faults }: Props) => {
  const { factor } = page.text.account
  const error = faults.code === 'wrong' ? factor.wrong : faultAt(page.text, faults, 'code')
  return (
    <div class="narrow">
      <h1>{factor.add}</h1>
      {faults.code === 'expired' && (
        <Banner tone="yellow" role="alert">
          <p>{factor.expired}</p>
        </Banner>
      )}
      <p>{factor.scan}</p>
      <div class="scan">
        <QrCode code={qr} label={factor.qr} />
      </div>
      <p>
        {factor.type} <b>{secret}</b>
      </p>
      <form class="fields" method="post" novalidate action="/account/factor">
        <Hidden name="sealed" value={sealed} />
        <Field
          label={factor.code}
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          required
          error={faults.code === 'expired' ? undefined : error}
        />
        <Button wide>{factor.button}</Button>
      </form>
    </div>
  )
}

/** Shown once, after adding. */
export const RecoveryPage = ({ page, codes }: { readonly page: Page; readonly codes: readonly string[] }) => {
  const { factor } = page.text.account
  return (
    <div class="narrow">
      <h1>{factor.done}</h1>
      <Panel title={factor.paper} tone="yellow">
        <ol>
          {codes.map((code) => (
            <li>
              <b>{code}</b>
            </li>
          ))}
        </ol>
      </Panel>
      <p class="actions">
        <LinkButton href="/account">{factor.toAccount}</LinkButton>
      </p>
    </div>
  )
}
