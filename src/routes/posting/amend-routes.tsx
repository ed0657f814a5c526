import { Hono } from 'hono'
import { amendWish } from '#actions/wishes/post-wish.ts'
import { communityById } from '#db/community/area-rows.ts'
import { residentOf } from '#db/residents/resident-rows.ts'
import { changesSince } from '#db/store/version-of.ts'
import { notesOf } from '#db/wishes/wish-history.ts'
import { detailsOf } from '#db/wishes/wish-rows.ts'
import { transition } from '#domain/wish/lifecycle.ts'
import { type Refusal, statusOf } from '#domain/wish/refusals.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { staffWish, wishIn } from '#http/address-loaders.ts'
import type { C, Env } from '#http/context.ts'
import { meanwhileOf } from '#http/form/changed-meanwhile.ts'
import { versionOf } from '#http/form/fields.ts'
import { cutIn, readForm } from '#http/form/read-form.ts'
import { staff } from '#http/guards.ts'
import { page, refusalText } from '#http/respond.tsx'
import { showWish } from '#routes/wishes/wish-view.tsx'
import { flat, outOfScopeAt, privateNoteAt, readPosting, reasonAt } from './wish-form.ts'
import { type Shown, showWishForm } from './wish-form-page.tsx'

export const wishEdits = new Hono<Env>()

wishEdits.get('/wishes/:code{[0-9-]+}/edit', staff, staffWish, async (c) => {
  const wish = c.get('wish')
  const own = await withResident(c, wish)
  if (!own) return page.notFound(c)
  if (!transition('amend').from.includes(wish.state)) return showMoved(c, wish, amendingOver(wish))
  return showOwn(c, own, { typed: await recordedIn(c, own) }, wish.seq)
})

wishEdits.post('/wishes/:code{[0-9-]+}/edit', staff, staffWish, async (c) => {
  const wish = c.get('wish')
  const own = await withResident(c, wish)
  if (!own) return page.notFound(c)
  const form = await readForm(c)
  const [version, typed] = [versionOf(form), flat(form)]
  // A published wish keeps its item: it must not change while people see it and may already be buying it.
  const thing = wish.publishedAt
    ? {
        item: wish.itemId ?? 'other',
        ...(wish.itemId ? {} : { words: own.words, category: wish.category, measure: wish.measure }),
      }
    : {}
  const read = readPosting({ ...typed, ...thing })
  const faults = { ...(read.ok ? {} : read.faults), ...cutIn(form) }
  if (!read.ok || Object.keys(faults).length) return showOwn(c, own, { typed, faults }, version)
  const moved = await amendWish(c.get('services'), c.get('actor'), wish.code, read.posting, version)
  if (!moved) return page.notFound(c)
  if (moved.ok) return c.redirect(`/wishes/${wish.code}`, 303)
  if (moved.refusal.why === 'overtaken' && transition('amend').from.includes(moved.wish.state))
    return showChanged(c, typed, version)
  if (statusOf[moved.refusal.why] !== 422) return showMoved(c, wish, moved.refusal)
  const sentence = refusalText(c, moved.refusal)
  if (moved.refusal.why === 'out-of-scope')
    return showOwn(c, own, { typed, ...outOfScopeAt(typed, moved.refusal, sentence) }, version)
  if (moved.refusal.why === 'private-note')
    return showOwn(c, own, { typed, ...privateNoteAt(moved.refusal, sentence) }, version)
  return showOwn(c, own, { typed, ...reasonAt(moved.refusal, sentence) }, version)
})

/**
 * Someone else has changed it meanwhile: shows the form as typed, for the present wish, with its values next to the
 * fields.
 */
async function showChanged(c: C, typed: Shown['typed'], seen: number) {
  const fresh = await wishIn(c)
  const own = fresh && (await withResident(c, fresh))
  const { db } = c.get('services').store
  const community = own && (await communityById(db, own.resident.communityId))
  if (!own || !community) return page.notFound(c)
  const edited = { stream: own.wish.id, actions: ['post', 'amend', 'publish', 'return'] }
  const { repeat: _, ...recorded } = await recordedIn(c, own)
  const compared = { typed, recorded, fieldsOf: { itemId: ['item'], valueFen: ['value'] } }
  const meanwhile = await meanwhileOf(c, community, await changesSince(db, edited, seen), compared)
  return showOwn(c, own, { typed, meanwhile, status: 409 }, own.wish.seq)
}

/** The wish in the form of its fields. */
async function recordedIn(c: C, { wish, words, specification }: Own): Promise<Readonly<Record<string, string>>> {
  const { claimer = '', repeat = '' } = await notesOf(c.get('services').store.db, wish.id)
  return {
    item: wish.itemId ?? 'other',
    words,
    category: wish.category,
    measure: wish.measure,
    quantity: String(wish.quantity),
    specification,
    value: wish.valueFen === null ? '' : String(wish.valueFen / 100),
    urgency: wish.urgency,
    source: wish.source,
    note: claimer,
    every: wish.every ?? '',
    // A returned draft is posted again, without asking for its reason a second time.
    ...(wish.state === 'draft' && repeat ? { repeat } : {}),
  }
}

const amendingOver = ({ state }: Wish): Refusal => ({ why: 'wrong-state', action: 'amend', state })

/** It can no longer be amended: shows the fresh wish, and why. */
const showMoved = (c: C, wish: Wish, refusal: Refusal) =>
  showWish(c, wish.code, {
    status: statusOf[refusal.why],
    said: { sentence: refusalText(c, refusal), isRefusal: true, action: 'amend', typed: {} },
  })

type Own = NonNullable<Awaited<ReturnType<typeof withResident>>>

async function showOwn(c: C, { wish, resident }: Own, shown: Shown, version: number) {
  const community = await communityById(c.get('services').store.db, resident.communityId)
  if (!community) return page.notFound(c)
  const place = c.get('text').card.addressOf(resident)
  return showWishForm(c, { community, whose: { wish, version, name: resident.name, place } }, shown)
}

async function withResident(c: C, wish: Wish) {
  const { db } = c.get('services').store
  const details = await detailsOf(db, wish.id)
  const resident = details && (await residentOf(db, details.residentId))
  return details && resident ? { wish, resident, words: details.words, specification: details.specification } : null
}
