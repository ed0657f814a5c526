import { Hono } from 'hono'
import { recordConsents } from '#actions/residents/record-consent.ts'
import { newId } from '#auth/hashing.ts'
import { givenConsents, waitingForConsent } from '#db/residents/consent-rows.ts'
import { firstPurposes, purposesIn, readAsked } from '#domain/people/resident.ts'
import { type Faults, faultsFrom } from '#domain/reading/checked.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { WorkPlace } from '#http/community/work-place.ts'
import type { C, Env } from '#http/context.ts'
import { keyOf, many, one, wholeNumber } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { staffHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { type ManyForm, WaitingPage } from '#views/residents/waiting-consents.tsx'

/** The page for recording a consent of many residents at once. */
export const consents = new Hono<Env>()

const pageSize = 50

consents.get('/residents/consents', staffHere, async (c) => {
  const place = c.get('place')
  const recorded = wholeNumber(c.req.query('recorded'), 3)
  const typed = { ids: [], purposes: [], method: '', day: todayOf(c, place) }
  return showWaiting(c, place, typed, {}, { recorded })
})

consents.post('/residents/consents', staffHere, async (c) => {
  const place = c.get('place')
  const form = await readForm(c)
  const key = keyOf(form)
  const ids = [...new Set(many(form, 'ids'))].slice(0, pageSize)
  const typed = { ids, purposes: many(form, 'purposes'), method: one(form, 'method'), day: one(form, 'day') }
  const purposes = purposesIn(typed.purposes)
  const asked = readAsked(typed, todayOf(c, place))
  const faults = {
    ...faultsFrom({ ids: !ids.length && 'choose-some', purposes: !purposes.length && 'choose-some' }),
    ...(asked.ok ? {} : asked.faults),
  }
  if (!asked.ok || Object.keys(faults).length) return showWaiting(c, place, typed, faults, { key })
  const answers = { residentIds: ids, purposes, ...asked.value }
  const recorded = await recordConsents(c.get('services'), c.get('person'), key, place.community.id, answers)
  if (recorded === null) return page.notFound(c)
  if (!recorded.ok) return showWaiting(c, place, typed, { key: recorded.why })
  return c.redirect(`/residents/consents?c=${place.community.slug}&recorded=${recorded.answer}`, 303)
})

const todayOf = (c: C, { community }: WorkPlace): string => localDay(c.get('services').now(), community.zone)

type Result = { readonly key?: string; readonly recorded?: number | null }

async function showWaiting(c: C, place: WorkPlace, typed: ManyForm, faults: Faults, result: Result = {}) {
  const { db } = c.get('services').store
  const gridIds = place.grids.map((grid) => grid.id)
  const { rows, hasMore } = await waitingForConsent(db, place.community.id, gridIds, pageSize)
  const ids = rows.map((row) => row.id)
  const consents = await givenConsents(db, ids)
  const lines = rows.map((row) => {
    const given = consents.get(row.id)?.given ?? []
    return { ...row, missing: firstPurposes.filter((purpose) => !given.includes(purpose)) }
  })
  const here = pageOf(c, place.community)
  const { key = newId(), recorded = null } = result
  const today = todayOf(c, place)
  const props = { page: here, rows: lines, hasMore, typed, faults, recorded, formKey: key, today }
  const title = here.text.people.residents.many.title
  return show(c, here, title, <WaitingPage {...props} />, Object.keys(faults).length ? 422 : 200)
}
