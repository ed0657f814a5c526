import { Hono } from 'hono'
import { activateByLink, type Invited, openActivation } from '#actions/people/activation-link.ts'
import { newPasswordFault, ownPasswordFault } from '#actions/people/password-faults.ts'
import { type Faults, faultsFrom } from '#domain/reading/checked.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { C, Env } from '#http/context.ts'
import { one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { anyoneMay } from '#http/guards.ts'
import { page, pageOf, secretPage, show } from '#http/respond.tsx'
import { clientAddress } from '#http/security/client-address.ts'
import { secretive } from '#http/security/secret-address.ts'
import { ChoosePasswordPage } from '#views/account/choose-password.tsx'
import { Message } from '#views/site/message.tsx'
import { beginSession } from './begin-session.ts'

export const activationLinks = new Hono<Env>()

const at = '/a/:token{[A-Za-z0-9_-]{22}}'

activationLinks.get(at, anyoneMay, secretive, async (c) => {
  const person = await invited(c)
  return person instanceof Response ? person : showChoose(c, person, {})
})

activationLinks.post(at, anyoneMay, secretive, async (c) => {
  const person = await invited(c)
  if (person instanceof Response) return person
  const form = await readForm(c)
  const password = one(form, 'password')
  const faults = faultsFrom({
    password:
      (await newPasswordFault(password, person.phone)) ??
      (await ownPasswordFault(c.get('services').store.db, person.id, password)),
    again: password !== one(form, 'again') && 'same',
  })
  if (Object.keys(faults).length) return showChoose(c, person, faults)
  const activated = await activateByLink(c.get('services'), person, c.req.param('token'), password)
  if (!activated.ok) return showOver(c)
  await beginSession(c, person.id)
  return c.redirect('/welcome', 303)
})

/** For whom the link is, or the page that says it no longer works. */
async function invited(c: C): Promise<Invited | Response> {
  const services = c.get('services')
  const opened = await openActivation(services, c.req.param('token') ?? '', clientAddress(c))
  if (opened.ok) return opened.person
  if (opened.why === 'unknown') return showOver(c)
  const seconds = Math.max(1, Math.ceil((opened.until.getTime() - services.now().getTime()) / 1000))
  c.header('retry-after', String(seconds))
  return page.tooMany(c, Math.ceil(seconds / 60))
}

async function showChoose(c: C, person: Invited, faults: Faults) {
  const here = { ...pageOf(c, await readersPlace(c)), ...secretPage }
  const action = `/a/${c.req.param('token')}`
  const body = <ChoosePasswordPage page={here} person={person} action={action} faults={faults} />
  return show(c, here, here.text.people.activate.title, body, Object.keys(faults).length ? 422 : 200)
}

async function showOver(c: C) {
  const here = { ...pageOf(c, await readersPlace(c)), ...secretPage }
  const { over } = here.text.people.activate
  return show(c, here, over.title, <Message page={here} words={over} />, 404)
}
