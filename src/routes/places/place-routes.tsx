import { Hono } from 'hono'
import { editedBuildings, listBuildings } from '#actions/community/edit-buildings.ts'
import {
  addPart,
  amendCommunity,
  closeArea,
  moveResidents,
  renameArea,
  reorderArea,
} from '#actions/community/edit-places.ts'
import { newId } from '#auth/hashing.ts'
import {
  type AreaLine,
  areaById,
  areasWithin,
  type Community,
  communityById,
  gridsOf,
} from '#db/community/area-rows.ts'
import { buildingCounts, listedBuildings, residentsElsewhere } from '#db/community/building-rows.ts'
import { buildingsOf, peopleIn, residentsIn, wishesToMove } from '#db/community/place-rows.ts'
import { unmannedGrids } from '#db/community/unmanned-grids.ts'
import { versionNow } from '#db/store/version-of.ts'
import { isAreaName, readSettings, type SettingsForm } from '#domain/community-settings.ts'
import { isSecretaryOf } from '#domain/people/actor.ts'
import { mayMoveResidents, mayShape, partOf } from '#domain/people/role-areas.ts'
import { buildingLine, mostBuildings, readBuildings } from '#domain/places/grid-buildings.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { theirArea } from '#http/address-loaders.ts'
import { readersPlace, workPlace } from '#http/community/readers-community.ts'
import type { CWith, Env } from '#http/context.ts'
import { keyOf, many, one, versionOf } from '#http/form/fields.ts'
import { cutSentences, readForm, type Typed } from '#http/form/read-form.ts'
import { peopleManager } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { MovePage } from '#views/places/move-page.tsx'
import { PlacePage, type PlaceShown } from '#views/places/place-page.tsx'
import { PlacesPage } from '#views/places/places-page.tsx'

export const placePages = new Hono<Env>()

type Here = CWith<'person' | 'area'>

placePages.get('/places', peopleManager, async (c) => {
  const { store, now } = c.get('services')
  const person = c.get('person')
  const paths = person.roles.flatMap(({ role, path }) => (['administrator', 'secretary'].includes(role) ? [path] : []))
  const areas = await areasWithin(store.db, paths)
  const ids = areas.map(({ id }) => id)
  const unmanned = await unmannedGrids(
    store.db,
    areas.flatMap(({ kind, id }) => (kind === 'community' ? [id] : [])),
    now(),
  )
  const here = pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))
  const body = (
    <PlacesPage
      page={here}
      areas={areas}
      people={await peopleIn(store.db, ids, now())}
      residents={await residentsIn(store.db, ids)}
      unmanned={unmanned.map(({ id }) => id)}
      buildings={await buildingCounts(store.db, ids)}
    />
  )
  return show(c, here, here.text.places.title, body)
})

placePages.get('/places/:id', peopleManager, theirArea, (c) => {
  const { saved } = c.get('text').places
  const isSaved = c.req.query('done') === 'saved'
  return showArea(c, isSaved ? { told: { tone: 'green', sentences: [saved] } } : {})
})

placePages.post('/places/:id/name', peopleManager, theirArea, async (c) => {
  const form = await readForm(c)
  const name = one(form, 'name').trim()
  const { places } = c.get('text')
  const cut = cutSentences(c, { name })
  if (cut.name || !isAreaName(name)) return showArea(c, { name, errors: { name: cut.name ?? places.badName } }, 422)
  const area = c.get('area')
  const saved = await renameArea(c.get('services'), c.get('person'), area, { before: one(form, 'before'), name })
  if (!saved) return page.notFound(c)
  return saved === 'saved' ? done(c) : showArea(c, { name, errors: { name: places.changed } }, 409)
})

placePages.post('/places/:id/settings', peopleManager, theirArea, async (c) => {
  const form = await readForm(c)
  const typed = settingsIn(form)
  const before = readSettings(settingsIn(form, 'before-'))
  const read = readSettings(typed)
  const cut = cutSentences(c, typed)
  if (!read.ok || !before.ok || Object.keys(cut).length)
    return showArea(c, { settings: typed, errors: { ...sentencesOf(c, read.ok ? {} : read.faults), ...cut } }, 422)
  const saved = await amendCommunity(c.get('services'), c.get('person'), c.get('area'), before.value, read.value)
  const { places } = c.get('text')
  if (saved === null) return page.notFound(c)
  if (saved === 'slug-taken') return showArea(c, { settings: typed, errors: { slug: places.taken } }, 422)
  return saved === 'saved' ? done(c) : showArea(c, { settings: typed, errors: { phone: places.changed } }, 409)
})

placePages.post('/places/:id/parts', peopleManager, theirArea, async (c) => {
  const form = await readForm(c)
  const area = c.get('area')
  const name = one(form, 'name').trim()
  const settings = settingsIn(form)
  const read = partOf(area.kind) === 'community' ? readSettings(settings) : null
  const { places } = c.get('text')
  const part = { name, settings }
  const again = (errors: Readonly<Record<string, string | undefined>>) =>
    showArea(
      c,
      { part, errors: Object.fromEntries(Object.entries(errors).map(([field, said]) => [`part-${field}`, said])) },
      422,
    )
  const cut = cutSentences(c, { name, ...settings })
  if (Object.keys(cut).length) return again(cut)
  if (!isAreaName(name)) return again({ name: places.badName })
  if (read && !read.ok) return again(sentencesOf(c, read.faults))
  const input = { name, settings: read?.ok ? read.value : null }
  const added = await addPart(c.get('services'), c.get('person'), keyOf(form), area, input)
  if (!added) return page.notFound(c)
  if (added.ok) return c.redirect(`/places/${added.answer.areaId}?done=saved`, 303)
  if (added.why === 'slug-taken') return again({ slug: places.taken })
  return again({ name: added.why === 'name-taken' ? places.twin : c.get('text').people.keyReused })
})

placePages.post('/places/:id/buildings', peopleManager, theirArea, async (c) => {
  const form = await readForm(c)
  const version = versionOf(form)
  const typed = one(form, 'buildings')
  const { places } = c.get('text')
  const again = (buildings: string, status: 409 | 422 = 422) =>
    showArea(c, { buildings: typed, errors: { buildings } }, status)
  const cut = cutSentences(c, { buildings: typed })
  if (cut.buildings) return again(cut.buildings)
  const read = readBuildings(typed)
  if (!read.ok) return again(read.isTooMany ? places.tooManyBuildings(mostBuildings) : places.badBuildings(read.wrong))
  const listing = { buildings: read.value, version }
  const listed = await listBuildings(c.get('services'), c.get('person'), c.get('area'), listing)
  if (listed === null) return page.notFound(c)
  if (listed === 'saved') return done(c)
  if (listed === 'changed') return again(places.changed, 409)
  const grids = await gridsOf(c.get('services').store.db, c.get('area').communityId ?? '')
  const gridOf = new Map(grids.map(({ id, name }) => [id, name]))
  const taken = listed.taken.map((one) => ({ building: buildingLine(one), grid: gridOf.get(one.gridId) ?? '' }))
  return again(places.takenBuildings(taken))
})

/** One step up or down among the areas of the same parent. */
placePages.post('/places/:id/order', peopleManager, theirArea, async (c) => {
  const step = one(await readForm(c), 'step')
  if (step !== 'up' && step !== 'down') return page.notFound(c)
  const moved = await reorderArea(c.get('services'), c.get('person'), c.get('area'), step)
  return moved ? c.redirect('/places', 303) : page.notFound(c)
})

placePages.post('/places/:id/close', peopleManager, theirArea, async (c) => {
  const closed = await closeArea(c.get('services'), c.get('person'), c.get('area'))
  if (!closed) return page.notFound(c)
  const { left } = c.get('text').places
  if (!closed.left.length) return done(c)
  return showArea(c, { told: { tone: 'red', sentences: closed.left.map((what) => left[what]) } }, 409)
})

placePages.get('/places/:id/move', peopleManager, theirArea, (c) => (mayMove(c) ? showMove(c) : page.notFound(c)))

placePages.post('/places/:id/move', peopleManager, theirArea, async (c) => {
  if (!mayMove(c)) return page.notFound(c)
  const form = await readForm(c)
  const to = one(form, 'to')
  if (!to) return showMove(c, c.get('text').faults.choose)
  const moved = await moveResidents(c.get('services'), c.get('person'), c.get('area'), to, many(form, 'building'))
  if (!moved) return page.notFound(c)
  const sentence = c.get('text').places.moved(moved.moved, moved.stayed)
  return showArea(c, { told: { tone: 'green', sentences: [sentence] } })
})

/** What the form of a grid's buildings shows; null for areas and readers without one. */
async function buildingsShown(c: Here, area: AreaLine) {
  const { db } = c.get('services').store
  const { communityId } = area
  if (area.kind !== 'grid' || communityId === null || !mayList(c)) return null
  // The version is read before the list, so that a change in between counts as not seen.
  const version = await versionNow(db, editedBuildings(area))
  const listed = await listedBuildings(db, communityId)
  const grids = new Map((await gridsOf(db, communityId)).map(({ id, name }) => [id, name]))
  const elsewhere = await residentsElsewhere(db, communityId)
  return {
    version,
    lines: listed.flatMap((one) => (one.gridId === area.id ? buildingLine(one) : [])),
    from: sumBy(elsewhere.filter(({ listedIn }) => listedIn === area.id).map((one) => [one.gridId, one.count])),
    to: sumBy(elsewhere.filter(({ gridId }) => gridId === area.id).map((one) => [one.listedIn, one.count])),
  }

  function sumBy(rows: readonly (readonly [string, number])[]) {
    const groups = Map.groupBy(rows, ([id]) => id)
    return [...groups].map(([id, own]) => ({
      id,
      grid: grids.get(id) ?? '',
      count: own.reduce((sum, [, count]) => sum + count, 0),
    }))
  }
}

const mayMove = (c: Here): boolean => mayMoveResidents(c.get('person'), c.get('area'))

/** The secretary keeps the lists of buildings. */
const mayList = (c: Here): boolean => isSecretaryOf(c.get('person'), c.get('area').communityId ?? '')

const done = (c: Here) => c.redirect(`/places/${c.get('area').id}?done=saved`, 303)

function settingsIn(form: Typed, prefix = ''): SettingsForm {
  const text = (name: string) => one(form, `${prefix}${name}`)
  return {
    slug: text('slug'),
    phone: text('phone'),
    opens: text('opens'),
    closes: text('closes'),
    region: text('region'),
  }
}

function sentencesOf(c: Here, faults: Faults): Readonly<Record<string, string | undefined>> {
  const { faults: common, people, places } = c.get('text')
  const sentence = (code: string) => (code === 'slug' ? places.badSlug : (people.faults[code] ?? common[code]))
  return Object.fromEntries(Object.entries(faults).map(([name, code]) => [name, sentence(code)]))
}

const formOf = ({ slug, phone, opens, closes, region }: Community): SettingsForm => ({
  slug,
  phone,
  opens,
  closes,
  region: region ?? '',
})

async function showArea(c: Here, shown: PlaceShown, status: 200 | 409 | 422 = 200) {
  const { db } = c.get('services').store
  const person = c.get('person')
  const area = (await areaById(db, c.get('area').id)) ?? c.get('area')
  const community = area.communityId ? await communityById(db, area.communityId) : null
  const here = pageOf(c, community ?? (await readersPlace(c)))
  const part = partOf(area.kind)
  const body = (
    <PlacePage
      {...shown}
      page={here}
      area={area}
      stored={area.kind === 'community' && community ? formOf(community) : null}
      formKey={newId()}
      listed={await buildingsShown(c, area)}
      maySplit={mayMove(c)}
      mayOrder={mayShape(person, area.kind, area)}
      mayAdd={part !== null && mayShape(person, part, area)}
    />
  )
  return show(c, here, area.name, body, status)
}

async function showMove(c: Here, error?: string) {
  const { db } = c.get('services').store
  const area = c.get('area')
  const community = await communityById(db, area.communityId ?? '')
  const here = pageOf(c, community)
  const grids = (await gridsOf(db, area.communityId ?? '')).filter(({ id, isClosed }) => !isClosed && id !== area.id)
  const body = (
    <MovePage
      page={here}
      area={area}
      buildings={await buildingsOf(db, area.id)}
      wishes={await wishesToMove(db, area.id)}
      grids={grids}
      error={error}
    />
  )
  return show(c, here, area.name, body, error ? 422 : 200)
}
