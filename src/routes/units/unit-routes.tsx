import { Hono } from 'hono'
import { adoptBatch, claimNamed, mayAdopt, nameContact } from '#actions/units/adopt-batch.ts'
import { newId } from '#auth/hashing.ts'
import { communityById } from '#db/community/area-rows.ts'
import { calendarFor } from '#db/community/calendar-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { batchById, batchesOf, batchesSince, partsOf } from '#db/units/batch-rows.ts'
import { membersOf, unitsWithMembers } from '#db/units/unit-rows.ts'
import { boardOf } from '#db/wishes/board-rows.ts'
import { unitSlotsOf } from '#db/wishes/wish-rows.ts'
import { isStaffOf } from '#domain/people/actor.ts'
import { day } from '#domain/time/durations.ts'
import { localMonth } from '#domain/time/workdays.ts'
import { mostInBatch } from '#domain/units/batch.ts'
import { theirUnit } from '#http/address-loaders.ts'
import type { CWith, Env } from '#http/context.ts'
import { keyOf, many, one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { signedIn, staffHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { AdoptPage, type AdoptTyped } from '#views/units/adopt-page.tsx'
import { UnitPage } from '#views/units/unit-page.tsx'
import { UnitsPage } from '#views/units/units-page.tsx'
import { showBatch } from './batch-shown.tsx'

export const unitPages = new Hono<Env>()

type Here = CWith<'person' | 'unit' | 'tie'>

/** Batches that were adopted longer ago are on the pages of their units only. */
const recent = 60 * day
/** The open wishes to choose from: as many as a person would look through. */
const mostOffered = 100

unitPages.get('/units', staffHere, async (c) => {
  const { store, now } = c.get('services')
  const { community, all } = c.get('place')
  const here = pageOf(c, community)
  const batches = await batchesSince(store.db, [community.id], new Date(now().getTime() - recent))
  const parts = await partsOf(
    store.db,
    batches.map(({ id }) => id),
  )
  const units = await unitsWithMembers(store.db, community.id)
  const body = <UnitsPage page={here} units={units} batches={batches} parts={parts} communities={all} />
  return show(c, here, here.text.units.title, body)
})

unitPages.get('/units/:id', signedIn, theirUnit, (c) => showUnit(c, c.req.query('done') === 'saved'))

unitPages.post('/units/:id/contact', signedIn, theirUnit, async (c) => {
  const contact = one(await readForm(c), 'contact')
  const named = await nameContact(c.get('services'), c.get('person'), c.get('unit'), contact || null)
  return named ? c.redirect(`/units/${c.get('unit').id}?done=saved`, 303) : page.notFound(c)
})

unitPages.get('/units/:id/adopt', signedIn, theirUnit, (c) => {
  if (!mayAdopt(c.get('person'), c.get('unit'))) return page.notFound(c)
  return showAdopt(c, { item: c.req.query('item') ?? '', chosen: [], members: new Map(), hasAgreed: false })
})

unitPages.post('/units/:id/batches', signedIn, theirUnit, async (c) => {
  const [unit, person] = [c.get('unit'), c.get('person')]
  if (!mayAdopt(person, unit)) return page.notFound(c)
  const form = await readForm(c)
  const words = c.get('text').units
  const chosen = [...new Set(many(form, 'wish'))]
  const members = new Map(chosen.map((code) => [code, one(form, `member-${code}`)]))
  const hasAgreed = one(form, 'agreed') === 'yes'
  const typed = { item: one(form, 'item'), chosen, members, hasAgreed }
  const isForOthers = [...members.values()].some((id) => id !== '' && id !== person.id)
  if (!chosen.length) return showAdopt(c, { ...typed, error: words.noneChosen })
  if (chosen.length > mostInBatch) return showAdopt(c, { ...typed, error: words.tooMany(mostInBatch) })
  if (isForOthers && !hasAgreed) return showAdopt(c, { ...typed, agreedError: words.notAgreed })
  const list = chosen.map((code) => ({ code, personId: members.get(code) || null }))
  const services = c.get('services')
  const adopted = await adoptBatch(services, person, keyOf(form), unit, list)
  if (adopted === null) return page.notFound(c)
  if (!adopted.ok) {
    const sentence = adopted.why === 'none' ? words.allTaken : c.get('text').people.keyReused
    return showAdopt(c, { ...typed, error: sentence })
  }
  const batch = await batchById(services.store.db, adopted.answer.batchId)
  if (!batch) return page.notFound(c)
  const claimed = await claimNamed(services, person, batch, { approves: false })
  const parts = await partsOf(services.store.db, [batch.id])
  const gone = chosen.filter((code) => !parts.some((part) => part.code === code))
  return showBatch(c, batch, { claimed, gone })
})
unitPages.get('/units/:id/batches', signedIn, theirUnit, (c) => c.redirect(`/units/${c.get('unit').id}`, 303))

async function showUnit(c: Here, isSaved: boolean) {
  const { db } = c.get('services').store
  const [unit, tie] = [c.get('unit'), c.get('tie')]
  const here = pageOf(c, await communityById(db, unit.communityId))
  const batches = await batchesOf(db, unit.id)
  const parts = await partsOf(
    db,
    batches.map(({ id }) => id),
  )
  const members = await membersOf(db, unit)
  const body = (
    <UnitPage
      page={here}
      unit={unit}
      tie={tie}
      members={tie === 'member' ? [] : members}
      memberCount={members.length}
      batches={batches}
      parts={parts}
      mayAdopt={mayAdopt(c.get('person'), unit)}
      isSaved={isSaved}
    />
  )
  return show(c, here, unit.name, body)
}

/** What can be adopted: for the contact the whole board, for grid workers their grids. */
async function showAdopt(c: Here, typed: AdoptTyped) {
  const { store, now } = c.get('services')
  const { db } = store
  const [unit, tie] = [c.get('unit'), c.get('tie')]
  const community = await communityById(db, unit.communityId)
  if (!community) return page.notFound(c)
  const here = pageOf(c, community)
  const { cards } = await boardOf(db, community.id, {}, null, mostOffered)
  const isTheirs = (card: { readonly gridId: string }) =>
    tie !== 'staff' || isStaffOf(c.get('person'), { communityId: community.id, gridId: card.gridId })
  const offered = cards.filter(isTheirs)
  const { rules } = await rulesToday(db, community, now())
  const calendar = await calendarFor(db, community)
  const taken = await unitSlotsOf(db, unit.id, localMonth(now(), calendar.zone))
  const body = (
    <AdoptPage
      page={here}
      unit={unit}
      typed={typed}
      cards={typed.item ? offered.filter(({ itemId }) => itemId === typed.item) : offered}
      items={itemsOf(offered)}
      members={await membersOf(db, unit)}
      limits={{ perMember: rules.openClaimsPerVolunteer, left: Math.max(0, rules.claimsPerUnitMonth - taken.length) }}
      formKey={newId()}
    />
  )
  return show(c, here, here.text.units.adopt, body, typed.error || typed.agreedError ? 422 : 200)
}

/** The items that several open wishes ask for, most first. */
function itemsOf(cards: readonly { readonly itemId: string | null }[]) {
  const groups = Map.groupBy(cards, ({ itemId }) => itemId ?? '')
  return [...groups]
    .flatMap(([itemId, own]) => (itemId && own.length > 1 ? [{ itemId, count: own.length }] : []))
    .toSorted((a, b) => b.count - a.count)
}
