import type { Child } from 'hono/jsx'
import type { Device, SecurityRow } from '#db/account/account-rows.ts'
import type { Faults } from '#domain/reading/checked.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Exactly } from '#views/parts/when.tsx'
import { faultAt } from '#views/people/faults.ts'
import { NewPassword } from '#views/people/new-password.tsx'

export type AccountSaved = 'password' | 'device' | 'removed'

type Props = {
  readonly page: Page
  readonly devices: readonly (Device & { readonly isThis: boolean })[]
  readonly events: readonly SecurityRow[]
  readonly factor: { readonly since: Date; readonly codesLeft: number } | null
  readonly faults: Faults
  readonly saved: AccountSaved | null
}

/** A person's own account: password, authenticator, devices, and what happened to it. */
export const AccountPage = (props: Props) => {
  const { page, saved } = props
  const { account } = page.text
  return (
    <div class="narrow">
      <h1>{account.title}</h1>
      {saved && (
        <Banner tone="green" role="status">
          <p>{account.saved[saved]}</p>
        </Banner>
      )}
      <FactorPanel {...props} />
      <Devices {...props} />
      <PasswordForm {...props} />
      <Events {...props} />
    </div>
  )
}

const sentenceAt = ({ page, faults }: Props, name: string): Child => {
  const { account } = page.text
  const own: Faults = {
    'wrong-password': account.password.wrong,
    'too-many': account.password.tooMany,
    'wrong-code': account.factor.wrong,
  }
  return own[faults[name] ?? ''] ?? faultAt(page.text, faults, name)
}

const PasswordForm = (props: Props) => {
  const { account, people } = props.page.text
  const words = account.password
  return (
    <Panel title={words.title} id="password-panel">
      <p>{words.lead}</p>
      <form class="fields" method="post" novalidate action="/account/password">
        <Field
          label={words.present}
          name="present"
          type="password"
          autocomplete="current-password"
          required
          error={sentenceAt(props, 'present')}
        />
        <NewPassword
          labels={{ password: words.next, hint: people.activate.passwordHint, again: words.again }}
          errors={{ password: sentenceAt(props, 'password'), again: sentenceAt(props, 'again') }}
        />
        <p class="actions">
          <Button kind="second">{words.button}</Button>
        </p>
      </form>
    </Panel>
  )
}

const FactorPanel = (props: Props) => {
  const { page, factor } = props
  const words = page.text.account.factor
  return (
    <Panel title={words.title} id="factor">
      <p>{words.lead}</p>
      {factor ? (
        <>
          <p>
            {words.since(page.text.time.day(factor.since))} · {words.left(factor.codesLeft)}
          </p>
          {factor.codesLeft < 3 && <p>{words.fewLeft}</p>}
          <form class="fields" method="post" novalidate action="/account/factor/end">
            <Field
              label={words.removeCode}
              name="code"
              autocomplete="one-time-code"
              required
              error={sentenceAt(props, 'code')}
            />
            <p class="actions">
              <Button kind="danger">{words.remove}</Button>
            </p>
          </form>
        </>
      ) : (
        <p class="actions">
          <LinkButton href="/account/factor">{words.add}</LinkButton>
        </p>
      )}
    </Panel>
  )
}

const Devices = ({ page, devices }: Props) => {
  const words = page.text.account.devices
  return (
    <Panel title={words.title} id="devices">
      <p>{words.lead}</p>
      <ul class="work">
        {devices.map(({ mark, device, begunAt, isThis }) => (
          <li>
            <div>
              {device || words.unknown}
              {isThis && ` · ${words.here}`}
              <small>{begunAt ? words.since(page.text.time.day(begunAt)) : words.earlier}</small>
            </div>
            {!isThis && (
              <form method="post" action="/account/devices/end">
                <Hidden name="mark" value={mark} />
                <Button kind="second" aria-label={words.endOf(device || words.unknown)}>
                  {words.end}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const Events = ({ page, events }: Props) => {
  const words = page.text.account.events
  return (
    <Panel title={words.title} id="events">
      {events.length ? (
        <ul class="timeline">
          {events.map(({ kind, at, device }) => (
            <li>
              {words.kind[kind]}
              {device && ` · ${device}`}
              <small>
                <Exactly at={at} />
              </small>
            </li>
          ))}
        </ul>
      ) : (
        <p>{words.empty}</p>
      )}
    </Panel>
  )
}
