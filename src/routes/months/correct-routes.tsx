import { Hono } from 'hono'
import { type CorrectionRefused, correctMonth, whyNotCorrected } from '#actions/months/sign-month.ts'
import { newId } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { type SignedMonth, signedMonth } from '#db/months/month-rows.ts'
import { isFigureOf, readValue } from '#domain/month/correcting.ts'
import { type CorrectionReason, correctionReasons } from '#domain/vocabulary.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { keyOf, one, wholeNumber } from '#http/form/fields.ts'
import { privateIn } from '#http/form/private-asked.ts'
import { cutSentences, readForm } from '#http/form/read-form.ts'
import { secretaryHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { monthName } from '#views/ledger/ledger-spans.ts'
import { ConfirmCorrection } from '#views/months/confirm.tsx'
import { Correct, type Correcting } from '#views/months/correct.tsx'
import { factName, factValue } from '#views/months/facts.ts'

export const monthCorrect = new Hono<Env>()

monthCorrect.get('/reports/:month/correct', secretaryHere, async (c) => {
  const place = await signedPlace(c)
  if (!place) return page.notFound(c)
  const figure = c.req.query('figure') ?? ''
  const isKnown = figure === '' || isFigureOf(figure, place.signed.snapshot.facts, place.signed.names)
  const errors: Correcting['errors'] = isKnown ? {} : { figure: c.get('text').months.correct.faults.unknown }
  return showCorrect(c, place, { typed: { figure, value: '', why: '', reason: '', needed: '' }, errors, key: newId() })
})

/** A correction is permanent, so it takes two steps: the first response shows it, and only the second makes it. */
monthCorrect.post('/reports/:month/correct', secretaryHere, async (c) => {
  const place = await signedPlace(c)
  if (!place) return page.notFound(c)
  const form = await readForm(c)
  const key = keyOf(form)
  const reason = one(form, 'reason').trim().slice(0, 300)
  const needed = one(form, 'needed')
  const typed = { figure: one(form, 'figure'), value: one(form, 'value'), why: one(form, 'why'), reason, needed }
  const publicReason = correctionReasons.find((known) => known === typed.why)
  if (one(form, 'step') === 'back') return showCorrect(c, place, { typed, errors: {}, key })
  const { faults } = c.get('text').months.correct
  const asked = privateIn(c, form, ['reason'])
  const newValue = readValue(typed.figure, typed.value)
  const errors = {
    ...(newValue === null ? { value: faults.value } : {}),
    ...(publicReason ? {} : { why: faults.why }),
    ...(reason ? {} : { reason: faults.reason }),
    ...asked.errors,
    ...cutSentences(c, form),
  }
  if (newValue === null || !publicReason || Object.keys(errors).length)
    return showCorrect(c, place, { typed, errors, key, needed: asked.needed })

  const month = c.req.param('month')
  const oldValue = wholeNumber(one(form, 'held'), 12)
  const correcting = { month, figure: typed.figure, oldValue, newValue, reason, publicReason }
  if (one(form, 'step') !== 'sure') {
    const refused = whyNotCorrected(place.signed, correcting)
    return refused ? showRefused(c, place, typed, refused) : showConfirm(c, place, { ...correcting, typed, key })
  }
  const corrected = await correctMonth(c.get('services'), c.get('person'), place.community, key, correcting)
  if (!corrected) return page.notFound(c)
  if (corrected.ok) return c.redirect(`/reports/${month}?c=${place.community.slug}&done=corrected`, 303)
  return showRefused(c, place, typed, corrected)
})

type Place = { readonly community: Community; readonly signed: SignedMonth }

/** Null for a month that is not signed: it has nothing to correct, and no such page. */
async function signedPlace(c: CWith<'place'>): Promise<Place | null> {
  const { community } = c.get('place')
  const signed = await signedMonth(c.get('services').store.db, community.id, c.req.param('month') ?? '')
  return signed && { community, signed }
}

type Typed = Correcting['typed']

/**
 * Shows the sentence at the field and the form as typed. The present value is read again, because someone may just have
 * corrected it.
 */
async function showRefused(
  c: CWith<'place'>,
  place: Place,
  typed: Typed,
  refused: CorrectionRefused | { readonly why: 'key-reused' },
) {
  const text = c.get('text')
  const { faults, clashes } = text.months.correct
  const sentence =
    refused.why === 'clash'
      ? clashes[refused.clash.why](
          factName(refused.clash.key, place.signed.names, text),
          factValue(refused.clash.key, refused.clash.value, text),
        )
      : faults[refused.why]
  const errors = { [refused.why === 'unknown' ? 'figure' : 'value']: sentence }
  const fresh = (await signedPlace(c)) ?? place
  return showCorrect(c, fresh, { typed, errors, key: newId() }, refused.why === 'moved' ? 409 : 422)
}

function showCorrect(c: C, place: Place, shown: Omit<Correcting, 'signed' | 'slug'>, refused: 409 | 422 = 422) {
  const { community, signed } = place
  const here = pageOf(c, community)
  const title = here.text.months.correct.title(monthName(signed.month, here.text))
  const correcting = { ...shown, signed, slug: community.slug }
  const status = Object.keys(shown.errors).length ? refused : 200
  return show(c, here, title, <Correct page={here} correcting={correcting} />, status)
}

type Confirming = {
  readonly oldValue: number | null
  readonly newValue: number
  readonly publicReason: CorrectionReason
  readonly typed: Typed
  readonly key: string
}

function showConfirm(c: C, { community, signed }: Place, confirming: Confirming) {
  const here = pageOf(c, community)
  const shown = { ...confirming, signed, slug: community.slug }
  return show(c, here, here.text.months.correct.sure.title, <ConfirmCorrection page={here} {...shown} />)
}
