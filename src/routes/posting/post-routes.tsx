import { Hono } from 'hono'
import { once } from '#actions/once.ts'
import { prepareAtDoor } from '#actions/wishes/post-at-door.ts'
import { deviceMark } from '#auth/device-mark.ts'
import { newId } from '#auth/hashing.ts'
import { communityById } from '#db/community/area-rows.ts'
import { findResidents } from '#db/residents/resident-search.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { readCame } from '#domain/wish/arrival.ts'
import { statusOf } from '#domain/wish/refusals.ts'
import { staffPlace } from '#http/community/staff-community.ts'
import type { WorkPlace } from '#http/community/work-place.ts'
import type { C, Env } from '#http/context.ts'
import { many, one } from '#http/form/fields.ts'
import { cutIn, readForm, type Typed } from '#http/form/read-form.ts'
import { anyoneMay, staff, staffHere } from '#http/guards.ts'
import { fragment, page, pageOf, refusalText } from '#http/respond.tsx'
import { blankResident, typedResident } from '#routes/residents/resident-form.ts'
import { Found } from '#views/posting/whose.tsx'
import { flat, outOfScopeAt, privateNoteAt, readPosting, reasonAt } from './wish-form.ts'
import { type Shown, showBlankForm, showWishForm } from './wish-form-page.tsx'
import { offersFor, wereSeen } from './wish-offers.tsx'
import { openingOf } from './wish-opening.ts'
import { ownResident, readWhose, residentOfWish } from './wish-whose.ts'

export const wishPosts = new Hono<Env>()

wishPosts.get('/wishes/new', staff, async (c) => {
  const id = (await residentOfWish(c)) ?? c.req.query('resident') ?? ''
  const chosen = id ? await ownResident(c, id) : null
  const community = chosen && (await communityById(c.get('services').store.db, chosen.communityId))
  const place = await staffPlace(c, community?.slug ?? c.req.query('c'))
  if (!place || (id && !chosen)) return page.notFound(c)
  return showNew(c, place, {}, { typed: { resident: id, ...openingOf(c) } })
})

/** sw.js caches this page on every phone for use without a signal: an empty form without anyone's data. */
wishPosts.get('/wishes/blank', anyoneMay, showBlankForm)

/** Possible residents while a name is being typed: the rows of the list. */
wishPosts.post('/wishes/new/residents', staff, async (c) => {
  const here = pageOf(c)
  const words = wordsIn(one(await readForm(c), 'q'))
  const found = await findResidents(c.get('services').store.db, c.get('actor'), { words, limit: shownAtOnce })
  return fragment(c, <Found page={here} found={found} chosen="" isSearch={words !== ''} />)
})

wishPosts.post('/wishes/new', staffHere, async (c) => {
  const services = c.get('services')
  const actor = c.get('person')
  const form = await readForm(c)
  const typed = flat(form)
  const place = c.get('place')
  const offers = typed.item === 'other' || typed.check ? await offersFor(c, place, typed.words ?? '') : undefined
  const again = (shown: Partial<Shown>, ids?: readonly string[]) =>
    showNew(c, place, form, { typed, ...(offers ? { offers } : {}), ...shown }, ids)
  if (typed.mark && typed.mark !== deviceMark(services.config.secret, actor.id))
    return again({ sentence: c.get('text').form.otherPerson, status: 403 })
  // Buttons for browsers without scripts: they show the residents or the answers, and the form stays as typed.
  if (typed.find || typed.check) return again({ status: 200 })

  const [read, whose, came] = [readPosting(typed), await readWhose(c, form, place), cameIn(c, typed, place)]
  if (!whose.ok && whose.faults === 'not-theirs') return page.notFound(c)
  const cut = cutIn(form)
  if (!read.ok || !whose.ok || !came.ok || Object.keys(cut).length) {
    const faults = { ...(whose.ok ? {} : (whose.faults as Faults)), ...(came.ok ? {} : came.faults) }
    return again({ faults: { ...faults, ...(read.ok ? {} : read.faults), ...cut } })
  }
  // No one reads the answers if the phone sends the form by itself.
  if (offers && typed.unseen !== '1' && !wereSeen(offers, typed.seen)) return again({ faults: { words: 'known' } })

  const { key, ...body } = form
  // How and when it was sent is not part of the request: the phone may send the same posting again.
  for (const name of ['q', 'mark', 'call', 'by', 'seen', 'unseen', 'typedAt']) delete body[name]
  const posted = await once(services, actor, { key: typed.key || newId(), action: 'post', body }, async () => {
    const prepared = await prepareAtDoor(services, actor, whose.whose, { ...read.posting, came: came.value })
    return prepared.ok ? { ...prepared, answer: prepared.wish.code } : prepared
  })
  if (posted.ok) {
    const to = `/wishes/${posted.answer}`
    return c.req.header('x-from-phone') ? c.json({ to }, 201) : c.redirect(to, 303)
  }
  if ('refusal' in posted) {
    const sentence = refusalText(c, posted.refusal)
    if (posted.refusal.why === 'out-of-scope') return again(outOfScopeAt(typed, posted.refusal, sentence))
    if (posted.refusal.why === 'private-note') return again(privateNoteAt(posted.refusal, sentence))
    const status = statusOf[posted.refusal.why] as Shown['status']
    return again({
      ...(status ? { status } : {}),
      ...reasonAt(posted.refusal, sentence),
    })
  }
  if (posted.why === 'not-on-list') return again({ faults: { name: 'not-on-list' }, status: 422 })
  if (posted.why === 'twins') return again({ faults: { resident: 'twins' }, status: 422 }, posted.ids)
  return again({ typed: { ...typed, key: posted.freshKey }, sentence: c.get('text').form.keyReused })
})

const cameIn = (c: C, { source = '', received = '', workOrder = '' }: Shown['typed'], { community }: WorkPlace) =>
  readCame({ source, received, workOrder }, c.get('services').now(), community.zone)

const shownAtOnce = 8
/** Before anything is typed. The list is for finding a person, not for reading. */
const shownAtFirst = 3
const wordsIn = (typed: string | undefined): string => (typed ?? '').trim().slice(0, 40)

/**
 * The rows shown are residents similar to the one typed, otherwise the chosen one, otherwise the results of the search.
 */
async function showNew(c: C, place: WorkPlace, form: Typed, shown: Shown, ids?: readonly string[]) {
  const { db } = c.get('services').store
  const { resident = '', q = '', find } = shown.typed
  const chosen = !find && resident && resident !== 'new' && (await ownResident(c, resident)) ? [resident] : undefined
  const only = ids ?? chosen
  const asked = only ? { ids: only, limit: shownAtOnce } : { words: wordsIn(q), limit: q ? shownAtOnce : shownAtFirst }
  const found = await findResidents(db, c.get('actor'), asked)
  const [grid] = place.grids.length === 1 ? place.grids : []
  const typed = Object.keys(form).length ? typedResident(form) : { ...blankResident, gridId: grid?.id ?? '' }
  const consent = { agreed: many(form, 'agreed'), method: shown.typed.method ?? '', day: shown.typed.day ?? '' }
  const listed = shown.typed.listed ?? ''
  const fresh = { typed, faults: shown.faults ?? {}, consent, listed, grids: place.grids }
  return showWishForm(c, { community: place.community, whose: { found, fresh } }, shown)
}
