import type { AtDoor } from '#actions/wishes/post-at-door.ts'
import { listedBuildings } from '#db/community/building-rows.ts'
import { gridsOfBuilding, namesakesOf, type Resident, residentOf } from '#db/residents/resident-rows.ts'
import { detailsOf, loadWish } from '#db/wishes/wish-rows.ts'
import { isStaffOf } from '#domain/people/actor.ts'
import { purposesIn, type ResidentForm, readAsked, readResident } from '#domain/people/resident.ts'
import { gridAt } from '#domain/places/grid-buildings.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { localDay } from '#domain/time/workdays.ts'
import { ageBands } from '#domain/vocabulary.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import type { WorkPlace } from '#http/community/work-place.ts'
import type { C } from '#http/context.ts'
import { many, one, wholeNumber } from '#http/form/fields.ts'
import type { Typed } from '#http/form/read-form.ts'
import { typedResident } from '#routes/residents/resident-form.ts'

type ReadWhose =
  | { readonly ok: true; readonly whose: AtDoor }
  | { readonly ok: false; readonly faults: Faults | 'not-theirs' }

/** A resident of a place where the actor works; null for any other, as if they did not exist. */
export async function ownResident(c: C, id: string): Promise<Resident | null> {
  const resident = await residentOf(c.get('services').store.db, id)
  return resident && isStaffOf(c.get('actor'), resident) ? resident : null
}

/**
 * `?of=1234-5674`: for the resident of that wish, so that the address names no person. Null if there is no wish in it.
 */
export async function residentOfWish(c: C): Promise<string | null> {
  const code = c.req.query('of')
  if (code === undefined) return null
  const { db } = c.get('services').store
  const wish = await loadWish(db, readWishCode(code) ?? '')
  const details = wish && (await detailsOf(db, wish.id))
  // An id that no resident has, so the page answers as for any unknown one.
  return details?.residentId ?? 'unknown'
}

/** The resident of the wish: one who was chosen, or one typed in the same form. */
export async function readWhose(c: C, form: Typed, place: WorkPlace): Promise<ReadWhose> {
  const id = one(form, 'resident')
  if (id === '') return { ok: false, faults: { resident: 'whose' } }
  if (id !== 'new') {
    const resident = await ownResident(c, id)
    return resident ? { ok: true, whose: { kind: 'listed', resident } } : { ok: false, faults: 'not-theirs' }
  }
  return readNew(c, form, place)
}

/**
 * Without a signal the form asks whether the resident is on the list. About a new resident it asks everything, as with a
 * signal. About a resident on the list it only asks for name, address and phone: the grid follows from them. If no such file
 * is found, the form comes back with the questions for a new resident, so that no file is made without consent.
 */
async function readNew(c: C, form: Typed, { community, grids }: WorkPlace): Promise<ReadWhose> {
  const today = localDay(c.get('services').now(), community.zone)
  const isUnseen = one(form, 'unseen') === '1'
  const typed = typedResident(form)
  const gridIds = grids.map((grid) => grid.id)
  const isSaidListed = isUnseen && one(form, 'listed') !== 'no'
  // Who is meant does not depend on the age.
  const withAge = { ...typed, ageBand: typed.ageBand || ageBands[0] }
  const isKnown = isSaidListed && (await isOnList(c, withAge, gridIds))
  const lacksAge = isKnown && typed.ageBand === ''
  const onlyGrid = gridIds.length === 1 ? (gridIds[0] ?? '') : ''
  const gridId = typed.gridId || onlyGrid || (await gridMeant(c, community.id, withAge, { gridIds, isUnseen }))
  const read = readResident({ ...(isKnown ? withAge : typed), gridId }, gridIds)
  const agreed = purposesIn(many(form, 'agreed'))
  const isAsked = !isKnown || agreed.length > 0
  const day = one(form, 'day') || dayTyped(form, community.zone, today)
  const asked = readAsked({ method: one(form, 'method'), day }, today)
  const faults = {
    ...(isSaidListed && !isKnown && agreed.length === 0 ? { name: 'not-on-list' } : {}),
    ...(read.ok ? {} : read.faults),
    ...(isUnseen && !gridId ? { gridId: 'grid' } : {}),
    ...(isAsked && !asked.ok ? asked.faults : {}),
    ...(isAsked && !agreed.includes('kept') ? { agreed: 'kept' } : {}),
  }
  if (!read.ok || Object.keys(faults).length) return { ok: false, faults }
  const fields = { ...read.value, ageBand: lacksAge ? null : read.value.ageBand }
  const consent = isAsked && asked.ok ? asked.value : null
  const file = { communityId: community.id, fields, agreed, asked: consent, isUnseen, gridIds }
  return { ok: true, whose: { kind: 'new', file } }
}

/** Without a signal consent is asked on the day on which the form is filled in; a phone's clock may be ahead of time. */
function dayTyped(form: Typed, zone: string, today: string): string {
  const at = wholeNumber(one(form, 'typedAt'), 11)
  const day = at === null ? today : localDay(new Date(at * 1000), zone)
  return day < today ? day : today
}

/** Also true while name or address cannot be read: then these are asked for first. */
async function isOnList(c: C, typed: ResidentForm, gridIds: readonly string[]): Promise<boolean> {
  const read = readResident({ ...typed, gridId: gridIds[0] ?? '' }, gridIds)
  return !read.ok || (await namesakesOf(c.get('services').store.db, gridIds, read.value)).length > 0
}

type Meant = { readonly gridIds: readonly string[]; readonly isUnseen: boolean }

/**
 * The grid that lists the building. For a form filled in without a signal first the grid of the resident who is meant,
 * and last the only one with files in that building; '' if unclear.
 */
async function gridMeant(c: C, communityId: string, typed: ResidentForm, { gridIds, isUnseen }: Meant) {
  const read = readResident({ ...typed, gridId: gridIds[0] ?? '' }, gridIds)
  if (!read.ok) return ''
  const { db } = c.get('services').store
  const [known] = isUnseen ? await namesakesOf(db, gridIds, read.value) : []
  if (known) return (await residentOf(db, known))?.gridId ?? ''
  const listed = gridAt(await listedBuildings(db, communityId), read.value)
  if (listed !== null) return gridIds.includes(listed) ? listed : ''
  if (!isUnseen) return ''
  const [only = '', ...others] = await gridsOfBuilding(db, gridIds, read.value.building)
  return others.length ? '' : only
}
