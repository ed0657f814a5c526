import { Hono } from 'hono'
import { activate } from '#actions/activate.ts'
import { signIn, type TooMany } from '#actions/sign-in.ts'
import { sessionsOf } from '#auth/sessions.ts'
import { communityBySlug } from '#db/areas.ts'
import type { Faults } from '#domain/checked.ts'
import { faultsFrom } from '#domain/checked.ts'
import { passwordFault } from '#domain/password.ts'
import { readMobile } from '#domain/volunteer.ts'
import { clientAddress } from '#http/address.ts'
import { pageOf, show } from '#http/answers.tsx'
import { keepChoice } from '#http/choice.ts'
import type { C, Env } from '#http/context.ts'
import { one } from '#http/fields.ts'
import { readForm } from '#http/form.ts'
import { anyoneMay } from '#http/guard.ts'
import { placeOf } from '#http/place.ts'
import { samePath } from '#http/same-site.ts'
import { isLang } from '#text/text.ts'
import { Message } from '#views/errors/message.tsx'
import { ActivatePage, LoginPage } from '#views/people/login.tsx'

export const login = new Hono<Env>()

login.get('/login', anyoneMay, async (c) => {
  const to = samePath(c.req.query('to')) ?? ''
  if (c.get('actor').kind === 'person') return c.redirect(to || '/', 303)
  return showLogin(c, { phone: '', to }, {})
})

login.post('/login', anyoneMay, async (c) => {
  const form = await readForm(c)
  const [phone, password, to] = [one(form, 'phone'), one(form, 'password'), samePath(one(form, 'to')) ?? '']
  const faults = faultsFrom({
    phone: phone.trim() === '' && 'required',
    password: password === '' && 'required',
  })
  if (Object.keys(faults).length) return showLogin(c, { phone, to }, faults)
  const tried = await signIn(c.get('services'), { phone, password, address: clientAddress(c) })
  if (tried.ok) return begin(c, tried.personId, to)
  return tried.why === 'too-many' ? showTooMany(c, tried) : showLogin(c, { phone, to }, { phone: 'wrong' })
})

login.get('/activate', anyoneMay, (c) => showActivate(c, { phone: '', code: '' }, {}))

login.post('/activate', anyoneMay, async (c) => {
  const form = await readForm(c)
  const [phone, code, password] = [one(form, 'phone'), one(form, 'code'), one(form, 'password')]
  const mobile = readMobile(phone)
  const faults = faultsFrom({
    phone: mobile === null && 'mobile',
    code: code.trim() === '' && 'required',
    password: passwordFault(password, mobile ?? ''),
    again: password !== one(form, 'again') && 'same',
  })
  if (Object.keys(faults).length) return showActivate(c, { phone, code }, faults)
  const tried = await activate(c.get('services'), { phone, code, password, address: clientAddress(c) })
  if (tried.ok) return begin(c, tried.personId, '')
  return tried.why === 'too-many' ? showTooMany(c, tried) : showActivate(c, { phone, code }, { code: 'wrong' })
})

login.post('/logout', anyoneMay, async (c) => {
  const session = c.get('session')
  if (session) c.header('set-cookie', await sessionsOf(c.get('services')).end(session.token), { append: true })
  return c.redirect('/', 303)
})

login.post('/language', anyoneMay, (c) => keepChoice(c, 'lang', isLang))

/** A new token at every sign-in, so that one planted before it is worth nothing; the old one ends. */
async function begin(c: C, personId: string, to: string): Promise<Response> {
  const sessions = sessionsOf(c.get('services'))
  const old = c.get('session')
  if (old) await sessions.end(old.token)
  c.header('set-cookie', await sessions.begin(personId), { append: true })
  c.header('cache-control', 'private, no-store')
  return c.redirect(to || '/', 303)
}

async function showLogin(c: C, typed: { readonly phone: string; readonly to: string }, faults: Faults) {
  c.header('cache-control', 'private, no-store')
  const slug = /^\/c\/([^/?#]+)/.exec(typed.to)?.[1]
  const community = slug ? await communityBySlug(c.get('services').store.db, slug) : await placeOf(c)
  const here = pageOf(c, community)
  const body = <LoginPage page={here} typed={typed} faults={faults} />
  return show(c, here, here.text.people.login.title, body, Object.keys(faults).length ? 422 : 200)
}

async function showActivate(c: C, typed: { readonly phone: string; readonly code: string }, faults: Faults) {
  c.header('cache-control', 'private, no-store')
  const here = pageOf(c, await placeOf(c))
  const body = <ActivatePage page={here} typed={typed} faults={faults} />
  return show(c, here, here.text.people.activate.title, body, Object.keys(faults).length ? 422 : 200)
}

async function showTooMany(c: C, { until }: TooMany) {
  const seconds = Math.max(1, Math.ceil((until.getTime() - c.get('services').now().getTime()) / 1000))
  const here = pageOf(c, await placeOf(c))
  const words = here.text.errors.tooMany(Math.ceil(seconds / 60))
  c.header('retry-after', String(seconds))
  c.header('cache-control', 'private, no-store')
  return show(c, here, words.title, <Message page={here} words={words} />, 429)
}
