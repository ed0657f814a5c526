import { Hono } from 'hono'
import { hasFactor, passFactor } from '#actions/account/second-factor.ts'
import { activate } from '#actions/people/activate.ts'
import { newPasswordFault } from '#actions/people/password-faults.ts'
import { signIn, type TooMany } from '#actions/people/sign-in.ts'
import { seal, unseal } from '#auth/sealed.ts'
import { sessionsOf } from '#auth/sessions.ts'
import { readAccessCode } from '#domain/people/access-code.ts'
import { readMobile } from '#domain/people/volunteer.ts'
import { type Faults, faultsFrom } from '#domain/reading/checked.ts'
import { minute } from '#domain/time/durations.ts'
import { placeOf, readersPlace, workPlace } from '#http/community/readers-community.ts'
import type { C, Env } from '#http/context.ts'
import { many, one } from '#http/form/fields.ts'
import { giveBack } from '#http/form/give-back.tsx'
import { showLogin } from '#http/form/login-again.tsx'
import { readForm } from '#http/form/read-form.ts'
import { isBy, unsealed, unsentField } from '#http/form/unsent-form.ts'
import { anyoneMay, signedIn } from '#http/guards.ts'
import { keepChoice } from '#http/reading-choice.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { clientAddress } from '#http/security/client-address.ts'
import { samePath } from '#http/security/same-site.ts'
import { wereHere } from '#http/security/signed-in-here.ts'
import { isLang } from '#text/text.ts'
import { SecondStepPage } from '#views/account/second-step-page.tsx'
import { SignOutPage } from '#views/account/sign-out-page.tsx'
import { WelcomePage } from '#views/account/welcome-page.tsx'
import { ActivatePage } from '#views/people/login-page.tsx'
import { Message } from '#views/site/message.tsx'
import { beginSession, deviceHere, homeOf } from './begin-session.ts'

export const login = new Hono<Env>()

login.get('/login', anyoneMay, async (c) => {
  const to = samePath(c.req.query('to')) ?? ''
  if (c.get('actor').kind === 'person') return c.redirect(to || '/', 303)
  return showLogin(c, { phone: '', to, unsent: [] })
})

login.post('/login', anyoneMay, async (c) => {
  const form = await readForm(c)
  const [phone, password, to] = [one(form, 'phone'), one(form, 'password'), samePath(one(form, 'to')) ?? '']
  const typed = { phone, to, unsent: many(form, unsentField) }
  const faults = faultsFrom({
    phone: phone.trim() === '' && 'required',
    password: password === '' && 'required',
  })
  if (Object.keys(faults).length) return showLogin(c, typed, { faults })
  const tried = await signIn(c.get('services'), {
    phone,
    password,
    address: clientAddress(c),
    wasHere: (personId) => wereHere(c, [personId]),
    device: deviceHere(c),
  })
  if (!tried.ok) {
    if (tried.why !== 'too-many') return showLogin(c, typed, { faults: { phone: 'wrong' } })
    return typed.unsent.length ? showLogin(c, typed, tooMany(c, tried)) : showTooMany(c, tried)
  }
  if (await hasFactor(c.get('services'), tried.personId)) {
    const { secret } = c.get('services').config
    const until = c.get('services').now().getTime() + secondStepWithin
    const ticket = await seal(secret, 'second-step', { personId: tried.personId, until })
    return showSecondStep(c, { ticket, to, unsent: typed.unsent })
  }
  return goOn(c, tried.personId, typed)
})

/** After the password, for those with an authenticator app. The ticket says for how long the password counts as entered. */
login.post('/login/code', anyoneMay, async (c) => {
  const form = await readForm(c)
  const [ticket, code] = [one(form, 'ticket'), one(form, 'code')]
  const typed = { ticket, to: samePath(one(form, 'to')) ?? '', unsent: many(form, unsentField) }
  const services = c.get('services')
  const personId = readTicket(await unseal(services.config.secret, 'second-step', ticket), services.now())
  if (personId === null) return showLogin(c, { ...typed, phone: '' }, { faults: { phone: 'expired' } })
  if (code.trim() === '') return showSecondStep(c, typed, { faults: { code: 'required' } })
  const passed = await passFactor(services, personId, code)
  if (passed === 'passed') return goOn(c, personId, typed)
  if (passed === 'wrong') return showSecondStep(c, typed, { faults: { code: 'wrong' } })
  return showSecondStep(c, typed, { status: 429 })
})

const secondStepWithin = 10 * minute

function readTicket(value: unknown, now: Date): string | null {
  const { personId, until } = (value ?? {}) as { readonly personId?: unknown; readonly until?: unknown }
  return typeof personId === 'string' && typeof until === 'number' && now.getTime() < until ? personId : null
}

type SecondStep = { readonly ticket: string; readonly to: string; readonly unsent: readonly string[] }

async function showSecondStep(
  c: C,
  typed: SecondStep,
  { faults = {}, status = Object.keys(faults).length ? 422 : 200 }: { faults?: Faults; status?: 200 | 422 | 429 } = {},
) {
  c.header('cache-control', 'private, no-store')
  const here = pageOf(c, await placeOf(c))
  const words = here.text.account.secondStep
  const sentence = status === 429 ? words.tooMany : ''
  return show(
    c,
    here,
    words.title,
    <SecondStepPage page={here} typed={typed} faults={faults} sentence={sentence} />,
    status,
  )
}

/** Signed in: back to where the person was, or to the form whose session had ended. */
async function goOn(c: C, personId: string, { to, unsent: parts }: Omit<SecondStep, 'ticket'>) {
  const unsent = await unsealed(c, parts)
  const cookie = await beginSession(c, personId)
  if (!unsent) return c.redirect(to || (await homeOf(c, personId)), 303)
  return isBy(c, unsent, personId) ? giveBack(c, unsent, cookie) : page.otherPerson(c)
}

login.get('/activate', anyoneMay, (c) => showActivate(c, { phone: '', code: '' }, {}))

login.post('/activate', anyoneMay, async (c) => {
  const form = await readForm(c)
  const [phone, code, password] = [one(form, 'phone'), one(form, 'code'), one(form, 'password')]
  const mobile = readMobile(phone)
  const faults = faultsFrom({
    phone: mobile === null && 'mobile',
    // A code that cannot be one is no try.
    code: code.trim() === '' ? 'required' : readAccessCode(code) === null && 'malformed',
    password: await newPasswordFault(password, mobile ?? ''),
    again: password !== one(form, 'again') && 'same',
  })
  if (Object.keys(faults).length) return showActivate(c, { phone, code }, faults)
  const tried = await activate(c.get('services'), { phone, code, password, address: clientAddress(c) })
  if (tried.ok) {
    await beginSession(c, tried.personId)
    return c.redirect('/welcome', 303)
  }
  if (tried.why === 'too-many') return showTooMany(c, tried)
  const fault: Faults = tried.why === 'wrong' ? { code: 'wrong' } : { password: tried.why }
  return showActivate(c, { phone, code }, fault)
})

/** After the first password: a greeting by name, and what to do now. */
login.get('/welcome', signedIn, async (c) => {
  const here = pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))
  const home = await homeOf(c, c.get('person').id)
  // The desk greets its people by name, too, and says what to do first.
  if (home === '/desk') return c.redirect('/desk', 303)
  return show(c, here, here.text.people.welcome.title, <WelcomePage page={here} person={c.get('person')} home={home} />)
})

/** Asks once; the header leads here, so that a slip of the thumb signs no one out. */
login.get('/logout', anyoneMay, async (c) => {
  if (c.get('actor').kind !== 'person') return c.redirect('/', 303)
  const here = pageOf(c, await placeOf(c))
  return show(c, here, here.text.site.signOutAsk.title, <SignOutPage page={here} />)
})

login.post('/logout', anyoneMay, async (c) => {
  const session = c.get('session')
  if (session) c.header('set-cookie', await sessionsOf(c.get('services')).end(session.token), { append: true })
  return c.redirect('/', 303)
})

login.post('/language', anyoneMay, (c) => keepChoice(c, 'lang', isLang))

async function showActivate(c: C, typed: { readonly phone: string; readonly code: string }, faults: Faults) {
  c.header('cache-control', 'private, no-store')
  const here = pageOf(c, await placeOf(c))
  const body = <ActivatePage page={here} typed={typed} faults={faults} />
  return show(c, here, here.text.people.activate.title, body, Object.keys(faults).length ? 422 : 200)
}

/** The same for the log-in page itself, which still carries what was typed. */
const tooMany = (c: C, tried: TooMany) => ({ sentence: waitFor(c, tried).body, status: 429 as const })

function waitFor(c: C, { until }: TooMany) {
  const seconds = Math.max(1, Math.ceil((until.getTime() - c.get('services').now().getTime()) / 1000))
  c.header('retry-after', String(seconds))
  return c.get('text').errors.tooMany(Math.ceil(seconds / 60))
}

async function showTooMany(c: C, tried: TooMany) {
  const here = pageOf(c, await placeOf(c))
  const words = waitFor(c, tried)
  c.header('cache-control', 'private, no-store')
  return show(c, here, words.title, <Message page={here} words={words} />, 429)
}
