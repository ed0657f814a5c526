import { Hono } from 'hono'
import { markOf, signMonth, whyUnsigned } from '#actions/months/sign-month.ts'
import { newId } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { stillOpenOf } from '#db/months/month-open.ts'
import { countMonth } from '#db/months/month-rows.ts'
import { type Period, periodOf } from '#domain/month/figures.ts'
import { type NotSigned, phaseOf } from '#domain/month/month-facts.ts'
import { openGroups } from '#domain/month/still-open.ts'
import type { C, Env } from '#http/context.ts'
import { keyOf, one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { secretaryHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { monthName } from '#views/ledger/ledger-spans.ts'
import { Sign } from '#views/months/sign-page.tsx'
import { signingAdvice } from './sign-advice.ts'

export const monthSign = new Hono<Env>()

monthSign.get('/reports/:month/sign', secretaryHere, async (c) => {
  return showSign(c, c.get('place').community, null, null, newId())
})

monthSign.post('/reports/:month/sign', secretaryHere, async (c) => {
  const { community } = c.get('place')
  const form = await readForm(c)
  const key = keyOf(form)
  const { faults } = c.get('text').months.sign
  if (one(form, 'checked') !== 'yes') return showSign(c, community, null, faults.tick, key)
  const month = c.req.param('month')
  const signing = { month, seen: one(form, 'mark') }
  const signed = await signMonth(c.get('services'), c.get('person'), community, key, signing)
  if (!signed) return page.notFound(c)
  if (signed.ok) return c.redirect(`/reports/${month}?c=${community.slug}&done=signed`, 303)
  if (signed.why === 'key-reused') return showSign(c, community, null, faults['key-reused'], newId())
  return showSign(c, community, signed.why, null, newId())
})

/** The page, or the reason why the month cannot be signed, without a button. */
async function showSign(c: C, community: Community, refused: NotSigned | null, fault: string | null, key: string) {
  const services = c.get('services')
  const month = c.req.param('month') ?? ''
  if (phaseOf(month, community.zone, services.now()) === 'none') return page.notFound(c)
  const why = refused === 'moved' ? refused : await whyUnsigned(services, community, month)
  const isOpen = why === null || why === 'moved'
  const here = pageOf(c, community)
  const signing = {
    month,
    slug: community.slug,
    zone: community.zone,
    refused: why,
    fault,
    check: isOpen ? await checkOf(c, community, month, key) : null,
  }
  const status = fault ? 422 : why ? 409 : 200
  const title = here.text.months.sign.title(monthName(month, here.text))
  return show(c, here, title, <Sign page={here} signing={signing} />, status)
}

async function checkOf(c: C, community: Community, month: string, key: string) {
  const { store, now } = c.get('services')
  const period = periodOf(month, community.zone, now()) as Period
  const { facts, grids, units } = await countMonth(store.db, community, period, now())
  const whole = openGroups.find((group) => group === c.req.query('all')) ?? null
  const open = await stillOpenOf(store.db, community.id, period, whole)
  const advice = await signingAdvice(c, community, period)
  return { open, facts, names: { grids, units }, mark: markOf(facts), key, advice }
}
