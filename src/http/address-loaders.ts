import { createMiddleware } from 'hono/factory'
import { areaById, communityByOldSlug } from '#db/community/area-rows.ts'
import { volunteerOf } from '#db/people/people-rows.ts'
import { personFile } from '#db/people/person-file.ts'
import { batchById } from '#db/units/batch-rows.ts'
import { type Unit, unitById } from '#db/units/unit-rows.ts'
import { loadWish } from '#db/wishes/wish-rows.ts'
import { isSecretaryOf, isStaffOf, isVolunteerOf, workedIn } from '#domain/people/actor.ts'
import { looksAfter } from '#domain/people/role-areas.ts'
import type { UnitTie } from '#domain/units/batch.ts'
import { isPublic } from '#domain/wish/lifecycle.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import { placeOf } from '#http/community/readers-community.ts'
import type { C, CWith, With } from './context.ts'
import { page } from './respond.tsx'

// A loader follows the guard of a route: it loads what the address names, or answers 404.

/** The community of a public page: the one in the address, otherwise the reader's only one. */
export const theCommunity = community((c) => page.notFound(c))
/** The same, but if the address names no community, the reader is asked to choose one. */
export const communityOrChoose = community((c) =>
  c.req.param('slug') === undefined ? c.redirect('/', 303) : page.notFound(c),
)

/** The wish at `:code`, for every reader. The lifecycle decides what they may do with it. */
export const anyWish = wish(() => true)
/** The wish at `:code`, for those who may read its page. */
export const readableWish = wish((c, found) => isPublic(found) || isStaffOf(c.get('actor'), found))
/** The wish at `:code`, for those who work in its grid or its community. */
export const staffWish = wish((c, found) => isStaffOf(c.get('actor'), found))

/** The person at `:id`, as far as the reader looks after them; 404 if not at all. Comes after `peopleManager`. */
export const theirPerson = createMiddleware<With<'person' | 'file'>>(async (c, next) => {
  const { store, now } = c.get('services')
  const found = await personFile(store.db, c.get('person'), c.req.param('id') ?? '', now())
  if (!found) return page.notFound(c)
  c.set('file', found)
  return next()
})

/** The area at `:id`, for the secretary or administrator who looks after it. Comes after `peopleManager`. */
export const theirArea = createMiddleware<With<'person' | 'area'>>(async (c, next) => {
  const found = await areaById(c.get('services').store.db, c.req.param('id') ?? '')
  if (!found || !looksAfter(c.get('person'), found)) return page.notFound(c)
  c.set('area', found)
  return next()
})

/** The work unit at `:id`, for staff of its community and for its active members. Comes after `signedIn`. */
export const theirUnit = createMiddleware<With<'person' | 'unit' | 'tie'>>(async (c, next) => {
  const found = await unitById(c.get('services').store.db, c.req.param('id') ?? '')
  const tie = found && (await tieOf(c, found))
  if (!found || !tie) return page.notFound(c)
  c.set('unit', found)
  c.set('tie', tie)
  return next()
})

/** The batch at `:id` with its unit, for the same readers. */
export const theirBatch = createMiddleware<With<'person' | 'unit' | 'tie' | 'batch'>>(async (c, next) => {
  const { db } = c.get('services').store
  const batch = await batchById(db, c.req.param('id') ?? '')
  const found = batch && (await unitById(db, batch.unitId))
  const tie = found && (await tieOf(c, found))
  if (!batch || !found || !tie) return page.notFound(c)
  c.set('unit', found)
  c.set('tie', tie)
  c.set('batch', batch)
  return next()
})

async function tieOf(c: CWith<'person'>, { id, communityId, contactId }: Unit): Promise<UnitTie | null> {
  const person = c.get('person')
  if (isSecretaryOf(person, communityId)) return 'secretary'
  if (workedIn(person).includes(communityId)) return 'staff'
  if (contactId === person.id && isVolunteerOf(person, communityId)) return 'contact'
  const own = await volunteerOf(c.get('services').store.db, person.id, communityId)
  return own?.isActive && own.unitId === id && isVolunteerOf(person, communityId) ? 'member' : null
}

function community(otherwise: (c: C) => Response | Promise<Response>) {
  return createMiddleware<With<'community'>>(async (c, next) => {
    const found = await placeOf(c)
    if (!found) return (await leadsOn(c)) ?? otherwise(c)
    c.set('community', found)
    return next()
  })
}

function wish(isTheirs: (c: C, wish: Wish) => boolean) {
  return createMiddleware<With<'wish'>>(async (c, next) => {
    const found = await wishIn(c)
    if (!found || !isTheirs(c, found)) return page.notFound(c)
    c.set('wish', found)
    return next()
  })
}

/** An address that the community had before leads to the same page at its present one. */
async function leadsOn(c: C): Promise<Response | null> {
  const slug = c.req.param('slug')
  if (slug === undefined || c.req.method !== 'GET') return null
  const moved = await communityByOldSlug(c.get('services').store.db, slug)
  if (!moved) return null
  const { pathname, search } = new URL(c.req.url)
  return c.redirect(`/c/${moved.slug}${pathname.slice(`/c/${slug}`.length)}${search}`, 302)
}

/** The wish as it is now, for a handler that has to load it again; null if the address contains no wish's code. */
export async function wishIn(c: C): Promise<Wish | null> {
  const code = readWishCode(c.req.param('code') ?? '')
  return code ? loadWish(c.get('services').store.db, code) : null
}
