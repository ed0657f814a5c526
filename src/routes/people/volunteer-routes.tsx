import { Hono } from 'hono'
import { issueCode, issueCodes } from '#actions/people/access-codes.ts'
import { activateVolunteer, addPerson, chooseNamePublic } from '#actions/people/add-person.ts'
import { endRole } from '#actions/people/end-role.ts'
import { newId } from '#auth/hashing.ts'
import { pendingOf } from '#db/people/registration-rows.ts'
import {
  accountOf,
  gridWorkersOf,
  type VolunteerState,
  volunteerFile,
  volunteersPage,
} from '#db/people/volunteer-rows.ts'
import { addedRoles, type PersonForm, readPerson } from '#domain/people/volunteer.ts'
import type { Faults } from '#domain/reading/checked.ts'
import type { C, Env } from '#http/context.ts'
import { keyOf, many, one } from '#http/fields.ts'
import { secretaryHere, signedIn, staffHere } from '#http/guards.ts'
import { cutIn, readForm } from '#http/read-form.ts'
import { page, pageOf, refusalText, show } from '#http/respond.tsx'
import { samePath } from '#http/same-site.ts'
import type { WorkPlace } from '#http/work-place.ts'
import { ChooseCodesPage, CodesPage } from '#views/people/codes-page.tsx'
import { NewPersonPage } from '#views/people/new-person.tsx'
import { PendingPanel } from '#views/people/pending.tsx'
import { type Message, PersonPage } from '#views/people/person-page.tsx'
import { VolunteersPage } from '#views/people/volunteers-page.tsx'

export const volunteers = new Hono<Env>()

const states = ['active', 'inactive', 'left'] as const satisfies readonly VolunteerState[]
const pageSize = 50

volunteers.get('/volunteers', staffHere, async (c) => {
  const place = c.get('place')
  const { store, now } = c.get('services')
  const state = states.find((known) => known === c.req.query('state')) ?? null
  const after = c.req.query('after')
  const wanted = state ? [state] : (['active', 'inactive'] as const)
  const asked = { communityId: place.community.id, states: wanted, after, limit: pageSize }
  const { rows, next } = await volunteersPage(store.db, asked)
  const isFirst = after === undefined
  const gridWorkers = isFirst && !state ? await gridWorkersOf(store.db, place.community.id, now()) : []
  const here = pageOf(c, place.community)
  const { isSecretary, all: communities } = place
  const pending = isSecretary && isFirst && !state ? await pendingOf(store.db, place.community.id) : null
  const list = { gridWorkers, volunteers: rows, state, next, isFirst, isSecretary, communities }
  const body = (
    <VolunteersPage page={here} list={list}>
      {pending && <PendingPanel page={here} pending={pending} />}
    </VolunteersPage>
  )
  return show(c, here, here.text.people.volunteers.title, body)
})

const blank: PersonForm = {
  role: 'volunteer',
  name: '',
  phone: '',
  gridId: '',
  unit: '',
  branch: '',
  building: '',
  strengths: [],
  freeTimes: [],
}

volunteers.get('/volunteers/new', secretaryHere, async (c) => {
  return showForm(c, c.get('place'), blank, {}, newId())
})

volunteers.post('/volunteers', secretaryHere, async (c) => {
  const place = c.get('place')
  const form = await readForm(c)
  const key = keyOf(form)
  const text = (name: string) => one(form, name)
  const typed: PersonForm = {
    role: text('role'),
    name: text('name'),
    phone: text('phone'),
    gridId: text('gridId'),
    unit: text('unit'),
    branch: text('branch'),
    building: text('building'),
    strengths: many(form, 'strengths'),
    freeTimes: many(form, 'freeTimes'),
  }
  const gridIds = place.grids.map((grid) => grid.id)
  const read = readPerson(typed, gridIds)
  const faults = { ...(read.ok ? {} : read.faults), ...cutIn(typed) }
  if (!read.ok || Object.keys(faults).length) return showForm(c, place, typed, faults, key)
  const added = await addPerson(c.get('services'), c.get('person'), place.community, key, read.value)
  if (added === null) return page.notFound(c)
  if (added.ok) return c.redirect(fileAt(place, added.answer.personId, 'added'), 303)
  return added.why === 'faults'
    ? showForm(c, place, typed, added.faults, key)
    : showForm(c, place, typed, { key: added.why }, newId())
})

volunteers.get('/volunteers/codes', secretaryHere, async (c) => {
  return showChoice(c, c.get('place'), {})
})

volunteers.post('/volunteers/codes', secretaryHere, async (c) => {
  const place = c.get('place')
  const ids = many(await readForm(c), 'ids').slice(0, pageSize)
  if (!ids.length) return showChoice(c, place, { ids: 'choose-some' })
  const issues = await issueCodes(c.get('services'), c.get('actor'), ids)
  return showCodes(c, place, issues)
})

volunteers.get('/volunteers/:id', secretaryHere, async (c) => {
  const place = c.get('place')
  const { newPerson, person } = c.get('text').people
  const done = c.req.query('done')
  return showFile(c, place, ({ name }) => {
    if (done === 'added') return { tone: 'green', sentence: newPerson.added(name) }
    if (done === 'activated') return { tone: 'green', sentence: person.activated }
    return done === 'left' ? { tone: 'green', sentence: person.left } : null
  })
})

volunteers.post('/volunteers/:id/code', secretaryHere, async (c) => {
  const place = c.get('place')
  const issue = await issueCode(c.get('services'), c.get('actor'), c.req.param('id'))
  return issue ? showCodes(c, place, [issue]) : page.notFound(c)
})

volunteers.post('/volunteers/:id/activate', secretaryHere, async (c) => {
  const place = c.get('place')
  const id = c.req.param('id')
  if (!(await volunteerFile(c.get('services').store.db, place.community.id, id))) return page.notFound(c)
  await activateVolunteer(c.get('services'), c.get('person'), place.community.id, id)
  return c.redirect(fileAt(place, id, 'activated'), 303)
})

volunteers.post('/volunteers/:id/leave', secretaryHere, async (c) => {
  const place = c.get('place')
  const id = c.req.param('id')
  const form = await readForm(c)
  const role = addedRoles.find((known) => known === one(form, 'role'))
  const handover = one(form, 'handover').trim().slice(0, 500) || c.get('text').endings.leave.standard
  if (Object.keys(cutIn(form)).length)
    return showFile(c, place, () => ({ tone: 'red', sentence: c.get('text').faults['private-number'] ?? '' }), 422)
  const leaving = role && { personId: id, role, handover }
  const left = leaving && (await endRole(c.get('services'), c.get('person'), place.community, leaving))
  if (left && 'refusal' in left)
    return showFile(c, place, () => ({ tone: 'red', sentence: refusalText(c, left.refusal) }), 422)
  return left ? c.redirect(fileAt(place, id, 'left'), 303) : page.notFound(c)
})

volunteers.post('/me/name', signedIn, async (c) => {
  const form = await readForm(c)
  await chooseNamePublic(c.get('services'), c.get('person'), one(form, 'isPublic') === 'yes')
  return c.redirect(samePath(one(form, 'to')) ?? '/mine', 303)
})

const fileAt = ({ community }: WorkPlace, id: string, done: string) =>
  `/volunteers/${id}?c=${community.slug}&done=${done}`

function showForm(c: C, place: WorkPlace, typed: PersonForm, faults: Faults, key: string) {
  const here = pageOf(c, place.community)
  const body = <NewPersonPage page={here} typed={typed} faults={faults} grids={place.grids} formKey={key} />
  return show(c, here, here.text.people.newPerson.title, body, Object.keys(faults).length ? 422 : 200)
}

async function showChoice(c: C, { community }: WorkPlace, faults: Faults) {
  const asked = {
    communityId: community.id,
    states: ['inactive'] as const,
    after: c.req.query('after'),
    limit: pageSize,
  }
  const { rows, next } = await volunteersPage(c.get('services').store.db, asked)
  const here = pageOf(c, community)
  const body = <ChooseCodesPage page={here} people={rows} next={next} faults={faults} />
  return show(c, here, here.text.people.codes.title, body, Object.keys(faults).length ? 422 : 200)
}

function showCodes(c: C, { community }: WorkPlace, issues: Awaited<ReturnType<typeof issueCodes>>) {
  const here = pageOf(c, community)
  const issued = issues.flatMap((issue) => (issue.ok ? [issue.issued] : []))
  const refused = issues.flatMap((issue) => (issue.ok ? [] : [issue.name]))
  const body = <CodesPage page={here} issued={issued} refused={refused} />
  return show(c, here, here.text.people.codes.title, body, issued.length ? 200 : 409)
}

type MessageFor = (file: { readonly name: string }) => Message | null

async function showFile(c: C, place: WorkPlace, messageFor: MessageFor, status: 200 | 409 | 422 = 200) {
  const { store, now } = c.get('services')
  const id = c.req.param('id') ?? ''
  const volunteer = await volunteerFile(store.db, place.community.id, id)
  const grids = (await gridWorkersOf(store.db, place.community.id, now())).filter((one) => one.id === id)
  const account = volunteer || grids.length ? await accountOf(store.db, id) : null
  if (!account) return page.notFound(c)
  const { name, phone } = account
  const file = { id, name, phone, volunteer, grids: grids.map((one) => one.grid) }
  const here = pageOf(c, place.community)
  return show(c, here, name, <PersonPage page={here} file={file} told={messageFor(file)} />, status)
}
