import { Hono } from 'hono'
import { once } from '#actions/once.ts'
import { amendWish, preparePost } from '#actions/post-wish.ts'
import { newId } from '#auth/hashing.ts'
import { communityById } from '#db/areas.ts'
import { findResidents } from '#db/resident-search.ts'
import { type Resident, residentOf } from '#db/residents.ts'
import { rulesToday } from '#db/rules.ts'
import { notesOf } from '#db/wish-page.ts'
import { detailsOf, loadWish } from '#db/wishes.ts'
import { isStaffOf, type Person } from '#domain/actor.ts'
import { transition } from '#domain/lifecycle.ts'
import { type Refusal, statusOf } from '#domain/refusals.ts'
import type { Wish } from '#domain/wish.ts'
import { readWishCode } from '#domain/wish-code.ts'
import { page, pageOf, refusalText, show } from '#http/answers.tsx'
import type { C, Env } from '#http/context.ts'
import { readForm } from '#http/form.ts'
import { holder } from '#http/guard.ts'
import { workPlace } from '#http/place.ts'
import { WishForm } from '#views/wishes/form.tsx'
import { Whose } from '#views/wishes/whose.tsx'
import { readPosting } from './wish-form.ts'
import { showWish } from './wish-view.tsx'

export const wishPosts = new Hono<Env>()
const staff = holder('gridWorker', 'secretary')

wishPosts.get('/wishes/new', staff, async (c) => {
  const { db } = c.get('services').store
  const id = c.req.query('resident')
  if (id !== undefined) {
    const resident = await ownResident(c, id)
    return resident ? showForm(c, resident, null, { typed: {} }) : page.notFound(c)
  }
  const words = (c.req.query('q') ?? '').trim().slice(0, 40)
  const here = pageOf(c, await workPlace(c))
  const found = await findResidents(db, c.get('actor'), words)
  return show(c, here, here.text.form.title, <Whose page={here} words={words} found={found} />)
})

wishPosts.post('/wishes/new', staff, async (c) => {
  const services = c.get('services')
  const typed = flat(await readForm(c))
  const resident = await ownResident(c, typed.resident ?? '')
  if (!resident) return page.notFound(c)
  const read = readPosting(typed)
  if (!read.ok) return showForm(c, resident, null, { typed, faults: read.faults })

  const actor = c.get('actor') as Person
  const { key, ...body } = typed
  const posted = await once(services, actor, { key: key || newId(), action: 'post', body }, async () => {
    const prepared = await preparePost(services, actor, resident, read.posting)
    return prepared.ok ? { ...prepared, answer: prepared.wish.code } : prepared
  })
  if (posted.ok) return c.redirect(`/wishes/${posted.answer}`, 303)
  if ('why' in posted) return showForm(c, resident, null, { typed, sentence: c.get('text').form.keyReused })
  const isRepeat = posted.refusal.why === 'repeat'
  const sentence = refusalText(c, posted.refusal)
  return showForm(c, resident, null, {
    typed,
    status: statusOf[posted.refusal.why],
    ...(isRepeat ? { repeat: sentence } : { sentence }),
  })
})

wishPosts.get('/wishes/:code{[0-9-]+}/edit', staff, async (c) => {
  const own = await ownWish(c)
  if (!own) return page.notFound(c)
  const { wish, resident, words, specification } = own
  if (!transition('amend').from.includes(wish.state)) return showMoved(c, wish, amendingOver(wish))
  const { claimer = '', repeat = '' } = await notesOf(c.get('services').store.db, wish.id)
  const typed = {
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
    // A returned draft is posted again: its reason is not asked twice.
    ...(wish.state === 'draft' && repeat ? { repeat } : {}),
  }
  return showForm(c, resident, wish, { typed })
})

wishPosts.post('/wishes/:code{[0-9-]+}/edit', staff, async (c) => {
  const own = await ownWish(c)
  if (!own) return page.notFound(c)
  const { wish, resident } = own
  const typed = flat(await readForm(c))
  // A published wish keeps its thing: what people saw and may be buying does not change under them.
  const thing = wish.publishedAt
    ? {
        item: wish.itemId ?? 'other',
        ...(wish.itemId ? {} : { words: own.words, category: wish.category, measure: wish.measure }),
      }
    : {}
  const read = readPosting({ ...typed, ...thing })
  if (!read.ok) return showForm(c, resident, wish, { typed, faults: read.faults })
  const moved = await amendWish(c.get('services'), c.get('actor'), wish.code, read.posting)
  if (!moved) return page.notFound(c)
  if (moved.ok) return c.redirect(`/wishes/${wish.code}`, 303)
  if (statusOf[moved.refusal.why] !== 422) return showMoved(c, wish, moved.refusal)
  const sentence = refusalText(c, moved.refusal)
  return showForm(c, resident, wish, {
    typed,
    ...(moved.refusal.why === 'repeat' ? { repeat: sentence } : { sentence }),
  })
})

const amendingOver = ({ state }: Wish): Refusal => ({ why: 'wrong-state', action: 'amend', state })

/** It can no longer be amended: the fresh wish, and why. */
const showMoved = (c: C, wish: Wish, refusal: Refusal) =>
  showWish(c, wish.code, {
    status: statusOf[refusal.why],
    said: { sentence: refusalText(c, refusal), isRefusal: true, action: 'amend', typed: {} },
  })

type Shown = {
  readonly typed: Readonly<Record<string, string>>
  readonly faults?: Readonly<Record<string, string>>
  /** A refusal of the whole form. */
  readonly sentence?: string
  /** The same thing stood there lately: a reason is asked for. */
  readonly repeat?: string
  readonly status?: 403 | 409 | 422 | 429
}

async function showForm(c: C, resident: Resident, wish: Wish | null, shown: Shown) {
  const { store, now } = c.get('services')
  const community = await communityById(store.db, resident.communityId)
  if (!community) return page.notFound(c)
  const here = pageOf(c, community)
  const { form, card, faults } = here.text
  const { rules } = await rulesToday(store.db, community, now())
  const atFields = Object.entries(shown.faults ?? {}).map(([name, code]) => [
    name,
    faults[code] ?? faults.required ?? code,
  ])
  const errors = {
    ...Object.fromEntries(atFields),
    ...(shown.repeat ? { repeat: shown.repeat } : {}),
    ...(shown.sentence ? { item: shown.sentence } : {}),
  }
  const title = wish ? form.editTitle : form.title
  const place = card.addressOf(resident.building, resident.unit, resident.door)
  return show(
    c,
    here,
    title,
    <WishForm
      page={here}
      action={wish ? `/wishes/${wish.code}/edit` : '/wishes/new'}
      title={title}
      button={wish ? form.saveChanges : form.submit}
      who={{ id: resident.id, name: resident.name, place, mayChange: !wish }}
      keyOfForm={shown.typed.key ?? newId()}
      typed={shown.typed}
      errors={errors}
      asksRepeat={Boolean(shown.repeat ?? shown.typed.repeat)}
      limitYuan={String(rules.valueLimitFen / 100)}
      within={rules.deliverWithin}
      isThingFixed={Boolean(wish?.publishedAt)}
    />,
    Object.keys(errors).length ? (shown.status ?? 422) : 200,
  )
}

/** A resident of a place where the actor works; otherwise as if there were none. */
async function ownResident(c: C, id: string): Promise<Resident | null> {
  const resident = await residentOf(c.get('services').store.db, id)
  return resident && isStaffOf(c.get('actor'), resident) ? resident : null
}

async function ownWish(c: C) {
  const { db } = c.get('services').store
  const code = readWishCode(c.req.param('code') ?? '')
  const wish = code ? await loadWish(db, code) : null
  const details = wish && isStaffOf(c.get('actor'), wish) ? await detailsOf(db, wish.id) : null
  const resident = details ? await residentOf(db, details.residentId) : null
  return wish && details && resident
    ? { wish, resident, words: details.words, specification: details.specification }
    : null
}

const flat = (form: Readonly<Record<string, string | readonly string[]>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value : (value[0] ?? '')]),
  )
