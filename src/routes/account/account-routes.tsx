import { Hono } from 'hono'
import { changePassword } from '#actions/account/change-password.ts'
import { endDevice } from '#actions/account/end-device.ts'
import { addFactor, hasFactor, newFactorSecret, passFactor, removeFactor } from '#actions/account/second-factor.ts'
import { newPasswordFault, ownPasswordFault } from '#actions/people/password-faults.ts'
import { sha256 } from '#auth/hashing.ts'
import { seal, unseal } from '#auth/sealed.ts'
import { accountEventsOf, devicesOf, factorOf, securityEventsSeen } from '#db/account/account-rows.ts'
import { phoneOf } from '#db/people/phone-of.ts'
import { otpAddress, toBase32 } from '#domain/account/totp.ts'
import { type Faults, faultsFrom } from '#domain/reading/checked.ts'
import { minute } from '#domain/time/durations.ts'
import { readersPlace, workPlace } from '#http/community/readers-community.ts'
import type { CWith, Env } from '#http/context.ts'
import { one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { holder, signedIn } from '#http/guards.ts'
import { qrPathOf } from '#http/qr-path.ts'
import { pageOf, show } from '#http/respond.tsx'
import { AccountPage, type AccountSaved } from '#views/account/account-page.tsx'
import { FactorPage, RecoveryPage } from '#views/account/factor-page.tsx'
import { SecurityPage } from '#views/account/security-page.tsx'

const eventsShown = 20
const eventsOfAll = 200
/** How long the page with the QR code may stay open. */
const scanWithin = 30 * minute

export const account = new Hono<Env>()

account.get('/account', signedIn, (c) => {
  const saved = c.req.query('saved')
  return showAccount(c, {}, isSaved(saved) ? saved : null)
})

account.post('/account/password', signedIn, async (c) => {
  const form = await readForm(c)
  const services = c.get('services')
  const person = c.get('person')
  const [present, next] = [one(form, 'present'), one(form, 'password')]
  const faults = faultsFrom({
    present: present === '' && 'required',
    password:
      (await newPasswordFault(next, await phoneOf(services.store.db, person.id))) ??
      (await ownPasswordFault(services.store.db, person.id, next)),
    again: next !== one(form, 'again') && 'same',
  })
  if (Object.keys(faults).length) return showAccount(c, faults)
  const token = c.get('session')?.token ?? ''
  const changed = await changePassword(services, { personId: person.id, present, next, token })
  if (changed === 'done') return c.redirect('/account?saved=password', 303)
  return showAccount(
    c,
    { present: changed === 'wrong' ? 'wrong-password' : 'too-many' },
    null,
    changed === 'wrong' ? 422 : 429,
  )
})

account.post('/account/devices/end', signedIn, async (c) => {
  const form = await readForm(c)
  await endDevice(c.get('services'), c.get('person').id, one(form, 'mark'))
  return c.redirect('/account?saved=device', 303)
})

account.get('/account/factor', signedIn, async (c) => {
  if (await hasFactor(c.get('services'), c.get('person').id)) return c.redirect('/account#factor', 303)
  return showFactor(c, newFactorSecret(), {})
})

account.post('/account/factor', signedIn, async (c) => {
  const form = await readForm(c)
  const services = c.get('services')
  const person = c.get('person')
  const secret = readSecret(
    await unseal(services.config.secret, 'new-factor', one(form, 'sealed')),
    person.id,
    services.now(),
  )
  if (!secret) return showFactor(c, newFactorSecret(), { code: 'expired' })
  const code = one(form, 'code')
  if (code.trim() === '') return showFactor(c, secret, { code: 'required' })
  const codes = await addFactor(services, { personId: person.id, secret, code })
  if (!codes) return showFactor(c, secret, { code: 'wrong' })
  const here = await hereOf(c)
  return show(c, here, here.text.account.factor.done, <RecoveryPage page={here} codes={codes} />)
})

account.post('/account/factor/end', signedIn, async (c) => {
  const form = await readForm(c)
  const services = c.get('services')
  const { id } = c.get('person')
  const code = one(form, 'code')
  if (code.trim() === '') return showAccount(c, { code: 'required' })
  const passed = await passFactor(services, id, code)
  if (passed !== 'passed')
    return showAccount(
      c,
      { code: passed === 'wrong' ? 'wrong-code' : 'too-many' },
      null,
      passed === 'wrong' ? 422 : 429,
    )
  await removeFactor(services, id)
  return c.redirect('/account?saved=removed', 303)
})

account.get('/security', holder('administrator'), async (c) => {
  const here = await hereOf(c)
  const rows = await securityEventsSeen(c.get('services').store.db, eventsOfAll)
  return show(c, here, here.text.account.security.title, <SecurityPage page={here} rows={rows} />)
})

const isSaved = (text: string | undefined): text is AccountSaved =>
  text === 'password' || text === 'device' || text === 'removed'

const hereOf = async (c: CWith<'person'>) => pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))

async function showAccount(
  c: CWith<'person'>,
  faults: Faults,
  saved: AccountSaved | null = null,
  status: 200 | 422 | 429 = Object.keys(faults).length ? 422 : 200,
) {
  const services = c.get('services')
  const { db } = services.store
  const { id } = c.get('person')
  const here = await hereOf(c)
  const mark = sha256(c.get('session')?.token ?? '').slice(0, 24)
  const devices = await devicesOf(db, id, services.now())
  const body = (
    <AccountPage
      page={here}
      devices={devices.map((device) => ({ ...device, isThis: device.mark === mark }))}
      events={await accountEventsOf(db, id, eventsShown)}
      factor={await factorOf(db, id)}
      faults={faults}
      saved={saved}
    />
  )
  return show(c, here, here.text.account.title, body, status)
}

/** The secret is stored nowhere until its first code was right; the form carries it, encrypted. */
async function showFactor(c: CWith<'person'>, secret: Uint8Array, faults: Faults) {
  const services = c.get('services')
  const person = c.get('person')
  const here = await hereOf(c)
  const until = services.now().getTime() + scanWithin
  const value = { personId: person.id, secret: Buffer.from(secret).toString('base64'), until }
  const sealed = await seal(services.config.secret, 'new-factor', value)
  const address = otpAddress({ secret, issuer: here.text.site.name, account: person.name })
  const grouped = (toBase32(secret).match(/.{1,4}/g) ?? []).join(' ')
  const body = <FactorPage page={here} qr={qrPathOf(address)} secret={grouped} sealed={sealed} faults={faults} />
  return show(c, here, here.text.account.factor.add, body, Object.keys(faults).length ? 422 : 200)
}

function readSecret(value: unknown, personId: string, now: Date): Uint8Array | null {
  const sealed = (value ?? {}) as { readonly personId?: unknown; readonly secret?: unknown; readonly until?: unknown }
  const isLive = sealed.personId === personId && typeof sealed.until === 'number' && now.getTime() < sealed.until
  return isLive && typeof sealed.secret === 'string' ? new Uint8Array(Buffer.from(sealed.secret, 'base64')) : null
}
