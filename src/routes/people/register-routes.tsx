import { Hono } from 'hono'
import { issueCode } from '#actions/people/access-codes.ts'
import { acceptRegistration, declineRegistration, register as keep } from '#actions/people/answer-registration.ts'
import { allCommunities, type Community } from '#db/community/area-rows.ts'
import { pendingOf, registrationOf } from '#db/people/registration-rows.ts'
import { declineReasons, type RegistrationForm, readRegistration } from '#domain/people/registration.ts'
import { type Faults, faultsFrom, lineOf } from '#domain/reading/checked.ts'
import { theCommunity } from '#http/address-loaders.ts'
import { placeOf } from '#http/community/readers-community.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { many, one } from '#http/form/fields.ts'
import { privateIn } from '#http/form/private-asked.ts'
import { cutIn, readForm } from '#http/form/read-form.ts'
import { anyoneMay, secretaryHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { clientAddress } from '#http/security/client-address.ts'
import { faultAt } from '#views/people/faults.ts'
import { AnswerPage, type Declined } from '#views/people/pending.tsx'
import { RegisterPage, RegisterWhere, ThanksPage } from '#views/people/register-form.tsx'
import { Message } from '#views/site/message.tsx'
import { showCodes } from './issued-codes.tsx'

export const register = new Hono<Env>()

const blank: RegistrationForm = {
  name: '',
  phone: '',
  unit: '',
  branch: '',
  building: '',
  consent: '',
  strengths: [],
  freeTimes: [],
}

register.get('/register', anyoneMay, async (c) => {
  const community = await placeOf(c)
  if (community) return showForm(c, community, blank, {})
  const here = pageOf(c)
  const communities = await allCommunities(c.get('services').store.db)
  return show(c, here, here.text.register.title, <RegisterWhere page={here} communities={communities} />)
})

register.get('/c/:slug/register', anyoneMay, theCommunity, (c) => showForm(c, c.get('community'), blank, {}))

register.post('/register', anyoneMay, theCommunity, take)
register.post('/c/:slug/register', anyoneMay, theCommunity, take)

register.get('/c/:slug/register/thanks', anyoneMay, theCommunity, (c) => {
  const community = c.get('community')
  const here = pageOf(c, community)
  return show(c, here, here.text.register.thanksTitle, <ThanksPage page={here} community={community} />)
})

/**
 * Everyone gets the same thanks, whether they are known here or not, and whether it is their first registration or not.
 */
async function take(c: CWith<'community'>): Promise<Response> {
  const community = c.get('community')
  const form = await readForm(c)
  const text = (name: string) => one(form, name)
  const typed: RegistrationForm = {
    name: text('name'),
    phone: text('phone'),
    unit: text('unit'),
    branch: text('branch'),
    building: text('building'),
    consent: text('consent'),
    strengths: many(form, 'strengths'),
    freeTimes: many(form, 'freeTimes'),
  }
  const read = readRegistration(typed)
  const faults = { ...(read.ok ? {} : read.faults), ...cutIn(typed) }
  if (!read.ok || Object.keys(faults).length) return showForm(c, community, typed, faults)
  const registered = await keep(c.get('services'), community, read.value, clientAddress(c))
  if (registered.ok) return c.redirect(`/c/${community.slug}/register/thanks`, 303)
  const seconds = Math.max(1, Math.ceil((registered.until.getTime() - c.get('services').now().getTime()) / 1000))
  const here = pageOf(c, community)
  const words = here.text.register.tooMany(Math.ceil(seconds / 60))
  c.header('retry-after', String(seconds))
  return show(c, here, words.title, <Message page={here} words={words} />, 429)
}

register.post('/people/registrations/:id{[0-9a-f]+}/accept', secretaryHere, async (c) => {
  const community = await ownPlace(c)
  if (!community) return page.notFound(c)
  const services = c.get('services')
  const accepted = await acceptRegistration(services, c.get('person'), community, c.req.param('id'))
  const { text } = pageOf(c)
  if (!accepted) return showRefused(c, community, text.register.pending.decided)
  if (!accepted.ok) {
    const [field] = Object.keys(accepted.faults)
    return showRefused(c, community, faultAt(text, accepted.faults, field ?? '') ?? text.register.pending.notDone)
  }
  if (accepted.isAgain) return c.redirect(`/people/${accepted.personId}`, 303)
  const issue = await issueCode(services, c.get('actor'), accepted.personId)
  return showCodes(c, community, issue ? [issue] : [])
})

register.post('/people/registrations/:id{[0-9a-f]+}/decline', secretaryHere, async (c) => {
  const community = await ownPlace(c)
  if (!community) return page.notFound(c)
  const form = await readForm(c)
  const { text } = pageOf(c)
  const reason = declineReasons.find((known) => known === one(form, 'reason'))
  const note = lineOf(one(form, 'note'))
  const faults = faultsFrom({ reason: !reason && 'choose', note: note.length > 500 && 'too-long', ...cutIn(form) })
  const asked = privateIn(c, form, ['note'])
  if (!reason || Object.keys(faults).length || asked.needed) {
    const told = { noteSaid: asked.errors.note, needed: asked.needed, confirmed: one(form, 'needed') }
    const declined = { id: c.req.param('id'), reason: reason ?? '', note, faults, ...told }
    const atNote = asked.errors.note ?? text.faults[faults.note ?? 'too-long'] ?? ''
    const sentence = reason ? atNote : text.moves.chooseReason
    return showRefused(c, community, sentence, declined)
  }
  const answer = { reason, note }
  const isDone = await declineRegistration(c.get('services'), c.get('person'), community, c.req.param('id'), answer)
  return isDone
    ? c.redirect(`/people?c=${community.slug}`, 303)
    : showRefused(c, community, text.register.pending.decided)
})

/** The secretary's community, if the registration belongs to it; null if it is not theirs. */
async function ownPlace(c: CWith<'place'>): Promise<Community | null> {
  const { community } = c.get('place')
  const registration = await registrationOf(c.get('services').store.db, community.id, c.req.param('id') ?? '')
  return registration ? community : null
}

async function showRefused(c: C, community: Community, sentence: string, declined?: Declined) {
  const here = pageOf(c, community)
  const pending = await pendingOf(c.get('services').store.db, community.id)
  const body = <AnswerPage page={here} pending={pending} sentence={sentence} declined={declined} />
  return show(c, here, here.text.register.pending.notDone, body, declined ? 422 : 409)
}

function showForm(c: C, community: Community, typed: RegistrationForm, faults: Faults) {
  const here = pageOf(c, community)
  const body = <RegisterPage page={here} community={community} typed={typed} faults={faults} />
  return show(c, here, here.text.register.title, body, Object.keys(faults).length ? 422 : 200)
}
