import { Hono } from 'hono'
import { sessionsOf } from '#auth/sessions.ts'
import { rehearsedSince } from '#db/community/rehearsed.ts'
import { lastPosition } from '#db/ledger/ledger-rows.ts'
import { jumps } from '#domain/jump.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { C, Env } from '#http/context.ts'
import { one, wholeNumber } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { anyoneMay } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { samePath } from '#http/security/same-site.ts'
import { rememberHere } from '#http/security/signed-in-here.ts'
import { RehearsalPage } from '#views/site/rehearsal-page.tsx'

/**
 * Moves the demo's clock, and lets a visitor become any of its people without a password, which the demo gives away
 * anyway. Open to everyone, so that each of these people can return here; the app mounts it only if it is given such a
 * clock.
 */
export const rehearsal = new Hono<Env>()

rehearsal.get('/rehearsal', anyoneMay, async (c) => {
  const { store, rehearsal: demo } = c.get('services')
  const since = wholeNumber(c.req.query('since'), 12)
  const done = since === null ? null : await rehearsedSince(store.db, since)
  const here = pageOf(c, await readersPlace(c))
  const shown = { people: (await demo?.people()) ?? [], done, isLively: c.req.query('alone') === undefined }
  return show(c, here, here.text.rehearsal.title, <RehearsalPage page={here} {...shown} />)
})

rehearsal.post('/rehearsal', anyoneMay, async (c: C) => {
  const form = await readForm(c)
  const jump = jumps.find((known) => known === one(form, 'jump'))
  const isLively = one(form, 'lively') === 'yes'
  const { store, rehearsal: demo } = c.get('services')
  if (!jump || !demo) return page.malformed(c)
  const before = await lastPosition(store.db)
  await demo.forward(jump, { isLively })
  return c.redirect(`/rehearsal?since=${before}${isLively ? '' : '&alone'}`, 303)
})

rehearsal.post('/rehearsal/as', anyoneMay, async (c: C) => {
  const form = await readForm(c)
  const services = c.get('services')
  const found = (await services.rehearsal?.people())?.find(({ who }) => who === one(form, 'who'))
  if (!found) return page.malformed(c)
  const sessions = sessionsOf(services)
  const old = c.get('session')
  if (old) await sessions.end(old.token)
  rememberHere(c, found.id)
  c.header('set-cookie', await sessions.begin(found.id), { append: true })
  c.header('cache-control', 'private, no-store')
  return c.redirect(samePath(one(form, 'to')) ?? '/', 303)
})
