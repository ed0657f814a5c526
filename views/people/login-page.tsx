import type { Faults } from '#domain/reading/checked.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner, ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden } from '#views/parts/form/field.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { errorList, faultAt } from './faults.ts'
import { NewPassword } from './new-password.tsx'

export type LoginTyped = {
  readonly phone: string
  readonly to: string
  /** A form that was sent when its session had ended, encrypted; empty if there is none. */
  readonly unsent: readonly string[]
}
type Props = {
  readonly page: Page
  readonly typed: LoginTyped
  readonly faults: Faults
  readonly sentence?: string | undefined
}

export const LoginPage = ({ page, typed, faults, sentence }: Props) => {
  const { text, community } = page
  const { login } = text.people
  const sentences: Faults = { wrong: login.wrong, expired: login.expired }
  const at = (name: string) => sentences[faults[name] ?? ''] ?? faultAt(text, faults, name)
  const errors = errorList(text, faults, ['phone', 'password'], login)
  return (
    <div class="narrow">
      <h1>{login.title}</h1>
      {typed.unsent.length > 0 && (
        <Banner tone="yellow" role="alert" title={text.unsent.title}>
          <p>{text.unsent.login}</p>
        </Banner>
      )}
      {sentence && (
        <Banner tone="red" role="alert">
          <p>{sentence}</p>
        </Banner>
      )}
      <p class="lead">{login.lead}</p>
      <ErrorSummary
        title={text.site.errorSummary}
        errors={errors.map(({ name, message }) => ({
          name,
          message: sentences[faults[name] ?? ''] ?? message,
        }))}
      />
      <form class="fields" method="post" novalidate action="/login">
        <Hidden name="to" value={typed.to} />
        {typed.unsent.map((part) => (
          <Hidden name="unsent" value={part} />
        ))}
        <PhoneField page={page} value={typed.phone} error={at('phone')} />
        <Field
          label={login.password}
          name="password"
          type="password"
          autocomplete="current-password"
          required
          error={at('password')}
        />
        <Button wide>{login.button}</Button>
      </form>
      <Panel title={login.forgotten}>
        <p>{login.forgottenHelp}</p>
        <p class="actions">
          <LinkButton kind="second" href="/activate">
            {login.toActivate}
          </LinkButton>
        </p>
        <p class="go">
          <a href={community ? `/c/${community.slug}/register` : '/register'}>{text.register.link}</a>
          {community?.phone && <a href={`tel:${community.phone}`}>{login.call(community.phone)}</a>}
        </p>
      </Panel>
      {page.isDemo && (
        <Panel title={login.demoTitle} tone="blue">
          <p>{login.demoPassword(demoPassword)}</p>
          <Facts rows={demoAccounts.map(({ phone, role }) => ({ term: text.words.role[role], value: phone }))} />
        </Panel>
      )}
    </div>
  )
}

/** The password of every invented account of the demo; no other installation has these accounts. */
const demoPassword = 'demo-wish-2026'

/** The accounts of the demo. */
const demoAccounts = [
  { phone: '19900000001', role: 'gridWorker' },
  { phone: '19900000002', role: 'volunteer' },
  { phone: '19900000003', role: 'volunteer' },
  { phone: '19900000004', role: 'secretary' },
  { phone: '19900000005', role: 'supervisor' },
  { phone: '19900000009', role: 'administrator' },
] as const

const PhoneField = ({ page, value, error }: { page: Page; value: string; error?: string | undefined }) => (
  <Field
    label={page.text.people.login.phone}
    name="phone"
    // A password manager knows the account by its user name, which a browser allows in a field for text alone.
    inputmode="tel"
    autocomplete="username"
    required
    value={value}
    error={error}
  />
)

type ActivateTyped = { readonly phone: string; readonly code: string }

export const ActivatePage = ({ page, typed, faults }: { page: Page; typed: ActivateTyped; faults: Faults }) => {
  const { text } = page
  const words = text.people.activate
  const own: Readonly<Record<string, string>> = { wrong: words.wrong, malformed: words.malformed }
  const at = (name: string) => own[faults[name] ?? ''] ?? faultAt(text, faults, name)
  const errors = errorList(text, faults, ['phone', 'code', 'password', 'again'])
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ErrorSummary
        title={text.site.errorSummary}
        errors={errors.map(({ name }) => ({ name, message: at(name) ?? '' }))}
      />
      <form class="fields" method="post" novalidate action="/activate">
        <PhoneField page={page} value={typed.phone} error={at('phone')} />
        <Field
          label={words.code}
          hint={words.codeHint}
          name="code"
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
          required
          value={typed.code}
          error={at('code')}
        />
        <NewPassword
          labels={{ password: words.password, hint: words.passwordHint, again: words.again }}
          errors={{ password: at('password'), again: at('again') }}
        />
        <Button wide>{words.button}</Button>
      </form>
      <p class="go">
        <a href="/login">{words.toLogin}</a>
      </p>
    </div>
  )
}
