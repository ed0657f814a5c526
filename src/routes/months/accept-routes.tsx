import { Hono } from 'hono'
import { acceptMonth, changesOf, markOfChanges } from '#actions/months/accept-month.ts'
import { newId } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { type SignedMonth, signedMonth } from '#db/months/month-rows.ts'
import { correctionReasons } from '#domain/vocabulary.ts'
import type { CWith, Env } from '#http/context.ts'
import { keyOf, one } from '#http/form/fields.ts'
import { privateIn } from '#http/form/private-asked.ts'
import { cutSentences, readForm } from '#http/form/read-form.ts'
import { secretaryHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { shortDay } from '#text/days.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'
import { type Accepting, AcceptMonth, usualReason } from '#views/months/accept-page.tsx'

export const monthAccept = new Hono<Env>()

monthAccept.get('/reports/:month/accept', secretaryHere, async (c) => {
  const place = await signedPlace(c)
  if (!place) return page.notFound(c)
  const { accept } = c.get('text').months
  const day = shortDay[c.get('lang')](c.get('services').now(), place.community.zone)
  const reason = accept.usual(day)
  return showAccept(c, place, { typed: { why: usualReason, reason, needed: '' }, key: newId() })
})

monthAccept.post('/reports/:month/accept', secretaryHere, async (c) => {
  const place = await signedPlace(c)
  if (!place) return page.notFound(c)
  const form = await readForm(c)
  const key = keyOf(form)
  const reason = one(form, 'reason').trim().slice(0, 300)
  const typed = { why: one(form, 'why'), reason, needed: one(form, 'needed') }
  const publicReason = correctionReasons.find((known) => known === typed.why)
  const { accept, correct } = c.get('text').months
  const asked = privateIn(c, form, ['reason'])
  const errors = {
    ...(publicReason ? {} : { why: correct.faults.why }),
    ...(reason ? {} : { reason: correct.faults.reason }),
    ...asked.errors,
    ...cutSentences(c, form),
  }
  if (!publicReason || Object.keys(errors).length)
    return showAccept(c, place, { typed, errors, key, needed: asked.needed }, 422)

  const { community } = place
  const accepting = { month: c.req.param('month'), seen: one(form, 'mark'), reason, publicReason }
  const accepted = await acceptMonth(c.get('services'), c.get('person'), community, key, accepting)
  if (!accepted) return page.notFound(c)
  if (accepted.ok) return c.redirect(`/reports/${accepting.month}?c=${community.slug}&done=accepted`, 303)
  return showAccept(c, place, { typed, key: newId(), refused: accept.faults[accepted.why] }, 409)
})

type Place = { readonly community: Community; readonly signed: SignedMonth }

/** Null for a month that is not signed: it has nothing to correct, and no such page. */
async function signedPlace(c: CWith<'place'>): Promise<Place | null> {
  const { community } = c.get('place')
  const signed = await signedMonth(c.get('services').store.db, community.id, c.req.param('month') ?? '')
  return signed && { community, signed }
}

type Shown = Pick<Accepting, 'typed' | 'key'> & Partial<Accepting>

/** The changes are counted again each time, so that the page never offers old ones. */
async function showAccept(
  c: CWith<'place'>,
  { community, signed }: Place,
  shown: Shown,
  status: 200 | 409 | 422 = 200,
) {
  const changes = await changesOf(c.get('services'), community, signed)
  const here = pageOf(c, community)
  const { accept } = here.text.months
  const refused = changes.length ? null : accept.faults.same
  const mark = markOfChanges(changes)
  const accepting = { errors: {}, refused, ...shown, signed, slug: community.slug, changes, mark }
  const title = accept.title(monthName(signed.month, here.text))
  return show(c, here, title, <AcceptMonth page={here} accepting={accepting} />, status)
}
