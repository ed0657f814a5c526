import { Hono } from 'hono'
import { addResident, amendResident, editedFile, openFile } from '#actions/residents/edit-resident.ts'
import { recordAsked } from '#actions/residents/record-asked.ts'
import { newId } from '#auth/hashing.ts'
import { type Community, communityById, gridsOf } from '#db/community/area-rows.ts'
import { listedBuildings } from '#db/community/building-rows.ts'
import { familyLinksOf } from '#db/receipts/family-rows.ts'
import { consentHistory } from '#db/residents/consent-rows.ts'
import { type Resident, residentOf, wishesOfResident } from '#db/residents/resident-rows.ts'
import { changesSince, versionNow } from '#db/store/version-of.ts'
import { purposesIn, type ResidentForm, readAsked, readResident } from '#domain/people/resident.ts'
import { gridAt } from '#domain/places/grid-buildings.ts'
import { addressFrom } from '#domain/reading/addresses.ts'
import { type Faults, faultsFrom } from '#domain/reading/checked.ts'
import { localDay } from '#domain/time/workdays.ts'
import { staffPlace } from '#http/community/staff-community.ts'
import type { WorkPlace } from '#http/community/work-place.ts'
import type { C, Env } from '#http/context.ts'
import { meanwhileOf } from '#http/form/changed-meanwhile.ts'
import { keyOf, many, one, versionOf } from '#http/form/fields.ts'
import { cutIn, readForm } from '#http/form/read-form.ts'
import { staff, staffHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import type { Meanwhile } from '#views/parts/form/meanwhile-banner.tsx'
import { ResidentFormPage, type ResidentFormProps } from '#views/residents/resident-form-view.tsx'
import { ResidentPage } from '#views/residents/resident-page.tsx'
import { blankResident, residentAs, typedResident } from './resident-form.ts'
import { showResidents } from './resident-list.tsx'
import { messageAbout } from './resident-message.ts'

export const residents = new Hono<Env>()

residents.get('/residents', staffHere, (c) => showResidents(c, ''))

/** A searched name must not be in an address, because browsers, proxies and logs store addresses. */
residents.post('/residents/search', staffHere, async (c) =>
  showResidents(
    c,
    one(await readForm(c), 'q')
      .trim()
      .slice(0, 60),
  ),
)
residents.get('/residents/search', staff, (c) => c.redirect('/residents', 303))

residents.get('/residents/new', staffHere, async (c) => {
  const place = c.get('place')
  const [only] = place.grids.length === 1 ? place.grids : []
  const gridId = place.grids.find((grid) => grid.id === c.req.query('grid'))?.id ?? only?.id ?? ''
  const consent = { agreed: [], method: '', day: todayOf(c, place.community) }
  return showNew(c, place, { typed: { ...blankResident, gridId }, consent, faults: {}, key: newId() })
})

residents.post('/residents', staffHere, async (c) => {
  const place = c.get('place')
  const form = await readForm(c)
  const key = keyOf(form)
  const typed = typedResident(form)
  const consent = { agreed: many(form, 'agreed'), method: one(form, 'method'), day: one(form, 'day') }
  const again = (faults: Faults, twinId: string | null = null, with_ = key) =>
    showNew(c, place, { typed, consent, faults, twinId, key: with_ })

  const gridIds = place.grids.map((grid) => grid.id)
  const { gridId, fault } = await gridMeant(c, place, typed)
  const read = readResident({ ...typed, gridId }, gridIds)
  const asked = readAsked(consent, todayOf(c, place.community))
  const agreed = purposesIn(consent.agreed)
  const cut = cutIn(typed)
  if (!read.ok || fault || !asked.ok || !agreed.includes('kept') || Object.keys(cut).length)
    return again({
      ...(read.ok ? {} : read.faults),
      ...faultsFrom({ gridId: fault }),
      ...(asked.ok ? {} : asked.faults),
      ...faultsFrom({ agreed: !agreed.includes('kept') && 'kept' }),
      ...cut,
    })
  const input = { communityId: place.community.id, fields: read.value, agreed, asked: asked.value }
  const added = await addResident(c.get('services'), c.get('person'), key, input)
  if (added === null) return page.notFound(c)
  if (added.ok) return c.redirect(`/residents/${added.answer.residentId}?done=added`, 303)
  return added.why === 'faults' ? again(added.faults, added.twinId) : again({ key: added.why }, null, newId())
})

residents.get('/residents/:id', staff, async (c) => {
  const file = await openFile(c.get('services'), c.get('person'), c.req.param('id'))
  return file ? showFile(c, file) : page.notFound(c)
})

residents.get('/residents/:id/edit', staff, async (c) => {
  const known = await openFile(c.get('services'), c.get('person'), c.req.param('id'))
  if (!known) return page.notFound(c)
  const { db } = c.get('services').store
  // The version is read before the file, so that a change in between counts as not seen.
  const version = await versionNow(db, editedFile(known))
  const file = (await residentOf(db, known.id)) ?? known
  return showEdit(c, file, { typed: residentAs(file), version })
})

residents.post('/residents/:id/edit', staff, async (c) => {
  const actor = c.get('person')
  const file = await openFile(c.get('services'), actor, c.req.param('id'))
  const place = file && (await placeOfFile(c, file))
  if (!file || !place) return page.notFound(c)
  const form = await readForm(c)
  const [version, typed] = [versionOf(form), typedResident(form)]
  const gridIds = place.grids.map((grid) => grid.id)
  // A chosen grid is not refused here: while a wish is under way the file stays in its grid, also at a new address.
  const { gridId, fault } = typed.gridId ? { ...typed, fault: null } : await gridMeant(c, place, typed)
  const read = readResident({ ...typed, gridId }, gridIds)
  const faults = { ...(read.ok ? {} : read.faults), ...faultsFrom({ gridId: fault }), ...cutIn(typed) }
  if (!read.ok || Object.keys(faults).length) return showEdit(c, file, { typed, version, faults })
  const amended = await amendResident(c.get('services'), actor, file, { fields: read.value, version })
  if (amended.ok) return c.redirect(`/residents/${file.id}?done=saved`, 303)
  if (amended.why === 'changed') return showChanged(c, file, place, typed, version)
  return showEdit(c, file, { typed, version, faults: amended.faults, twinId: amended.twinId })
})

/**
 * Someone else has saved it meanwhile: shows the form as typed, for the present version, with its values next to the
 * fields.
 */
async function showChanged(c: C, { id }: Resident, { community }: WorkPlace, typed: ResidentForm, seen: number) {
  const { db } = c.get('services').store
  const edited = editedFile({ id, communityId: community.id })
  const version = await versionNow(db, edited)
  const file = await residentOf(db, id)
  if (!file) return page.notFound(c)
  const phones = ['phone1', 'phone2', 'phone3']
  const compared = { typed, recorded: typedResident(residentAs(file)), fieldsOf: { phones } }
  const meanwhile = await meanwhileOf(c, community, await changesSince(db, edited, seen), compared)
  return showEdit(c, file, { typed, version, meanwhile })
}

/** Records a visit or call after which nothing is needed. */
residents.post('/residents/:id/asked', staff, async (c) => {
  const actor = c.get('person')
  const file = await openFile(c.get('services'), actor, c.req.param('id'))
  if (!file) return page.notFound(c)
  await recordAsked(c.get('services'), actor, file)
  return c.redirect('/desk#exceptions', 303)
})

/**
 * The grid of the address by the lists of the grids, and what is wrong with the chosen one. Where no list has the
 * building the form asks for the grid.
 */
async function gridMeant(c: C, { community, grids }: WorkPlace, typed: ResidentForm) {
  const listed = await listedBuildings(c.get('services').store.db, community.id)
  const gridId = gridAt(listed, addressFrom(typed, typed.place))
  if (gridId === null) return { gridId: typed.gridId, fault: !typed.gridId && listed.length ? 'grid' : null }
  const isOther = typed.gridId !== '' && typed.gridId !== gridId
  return { gridId, fault: isOther || !grids.some(({ id }) => id === gridId) ? 'other-grid' : null }
}

const todayOf = (c: C, { zone }: Community): string => localDay(c.get('services').now(), zone)

async function placeOfFile(c: C, file: Resident): Promise<WorkPlace | null> {
  const community = await communityById(c.get('services').store.db, file.communityId)
  return community && staffPlace(c, community.slug)
}

const hasLists = async (c: C, { id }: Community): Promise<boolean> =>
  (await listedBuildings(c.get('services').store.db, id)).length > 0

type Shown = Pick<ResidentFormProps, 'typed' | 'faults'> & {
  readonly consent: { readonly agreed: readonly string[]; readonly method: string; readonly day: string }
  readonly twinId?: string | null
  readonly key: string
}

async function showNew(c: C, { community, grids }: WorkPlace, { typed, faults, consent, key, twinId = null }: Shown) {
  const here = pageOf(c, community)
  const fresh = { key, consent, today: todayOf(c, community) }
  const place = `/residents?c=${community.slug}`
  const isByAddress = await hasLists(c, community)
  const props = {
    page: here,
    typed,
    faults,
    grids,
    isByAddress,
    twinId,
    fresh,
    editing: null,
    action: place,
    back: place,
  }
  const title = here.text.people.residents.form.newTitle
  return show(c, here, title, <ResidentFormPage {...props} />, Object.keys(faults).length ? 422 : 200)
}

type Editing = {
  readonly typed: ResidentForm
  readonly version: number
  readonly faults?: Faults
  readonly twinId?: string | null
  readonly meanwhile?: Meanwhile
}

async function showEdit(c: C, file: Resident, { typed, version, faults = {}, twinId = null, meanwhile }: Editing) {
  const place = await placeOfFile(c, file)
  if (!place) return page.notFound(c)
  const here = pageOf(c, place.community)
  const [back, action] = [`/residents/${file.id}`, `/residents/${file.id}/edit`]
  const editing = { version, meanwhile: meanwhile ?? null }
  const isByAddress = await hasLists(c, place.community)
  const { grids } = place
  const props = { page: here, typed, faults, grids, isByAddress, twinId, fresh: null, editing, action, back }
  const title = here.text.people.residents.form.editTitle
  const status = meanwhile ? 409 : Object.keys(faults).length ? 422 : 200
  return show(c, here, title, <ResidentFormPage {...props} />, status)
}

/** The name of the grid that lists the building of the file, where it is another one; null if none does. */
async function otherGridOf(c: C, file: Resident): Promise<string | null> {
  const { db } = c.get('services').store
  const gridId = gridAt(await listedBuildings(db, file.communityId), file)
  if (gridId === null || gridId === file.gridId || file.endedAt) return null
  return (await gridsOf(db, file.communityId)).find(({ id }) => id === gridId)?.name ?? null
}

async function showFile(c: C, file: Resident) {
  const { db } = c.get('services').store
  const place = await placeOfFile(c, file)
  if (!place) return page.notFound(c)
  const here = pageOf(c, place.community)
  const seen = {
    ...file,
    grid: place.grids.find((grid) => grid.id === file.gridId)?.name ?? '',
    otherGrid: await otherGridOf(c, file),
    consents: await consentHistory(db, file.id),
    links: await familyLinksOf(db, file.id, c.get('services').now()),
    wishes: await wishesOfResident(db, file.id),
  }
  const form = { key: newId(), today: todayOf(c, place.community) }
  const body = <ResidentPage page={here} file={seen} told={messageAbout(c, here.text)} form={form} />
  return show(c, here, file.name || here.text.endings.erasedFile, body)
}
