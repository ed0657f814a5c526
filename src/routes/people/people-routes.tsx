import { Hono } from 'hono'
import { issueCode, issueCodes } from '#actions/people/access-codes.ts'
import { addPerson, chooseNamePublic } from '#actions/people/add-person.ts'
import { newId } from '#auth/hashing.ts'
import { peoplePage } from '#db/people/people-list.ts'
import { proposalsFor } from '#db/people/proposal-rows.ts'
import { pendingOf } from '#db/people/registration-rows.ts'
import { accountOf } from '#db/people/volunteer-rows.ts'
import { type PersonForm, readPerson } from '#domain/people/volunteer.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { roleNames } from '#domain/vocabulary.ts'
import type { WorkPlace } from '#http/community/work-place.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { keyOf, many, one } from '#http/form/fields.ts'
import { cutIn, readForm } from '#http/form/read-form.ts'
import { holder, secretaryHere, signedIn } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { samePath } from '#http/security/same-site.ts'
import { ChooseCodesPage } from '#views/people/codes-page.tsx'
import { NewPersonPage } from '#views/people/new-person.tsx'
import { PendingPanel } from '#views/people/pending.tsx'
import { PeoplePage } from '#views/people/people-page.tsx'
import { ProposalsPanel } from '#views/people/proposals-panel.tsx'
import { showCodes } from './issued-codes.tsx'
import { peopleScope } from './people-scope.ts'

export const people = new Hono<Env>()

const states = ['active', 'inactive', 'left'] as const
const pageSize = 20
/** As many codes as fit on five sheets of four. */
const mostCodes = 20

const reader = holder('gridWorker', 'secretary', 'administrator')

people.get('/people', reader, (c) => showPeople(c, ''))

/** A searched name must not be in an address, because browsers, proxies and logs store addresses. */
people.post('/people/search', reader, async (c) =>
  showPeople(
    c,
    one(await readForm(c), 'q')
      .trim()
      .slice(0, 60),
  ),
)
people.get('/people/search', reader, (c) => c.redirect('/people', 303))

async function showPeople(c: CWith<'person'>, search: string) {
  const scope = await peopleScope(c)
  if (!scope) return page.notFound(c)
  const { store, now } = c.get('services')
  const { community, areas, isSecretary, mayOpen, communities } = scope
  const filter = {
    role: roleNames.find((known) => known === c.req.query('role')) ?? null,
    state: states.find((known) => known === c.req.query('state')) ?? null,
    areaId: areas.find(({ id }) => id === c.req.query('area'))?.id ?? '',
  }
  const after = search ? undefined : c.req.query('after')
  const chosen = areas.find(({ id }) => id === filter.areaId)
  const areaIds = areas.filter(({ path }) => path.startsWith(chosen?.path ?? '')).map(({ id }) => id)
  const asked = { ...filter, areaIds, search, after, now: now(), limit: pageSize }
  const { rows, next } = await peoplePage(store.db, asked)
  const isFirst = after === undefined
  const isPlain = isFirst && !search && !filter.state && !filter.role
  const pending = isSecretary && community && isPlain ? await pendingOf(store.db, community.id) : null
  const isAbove = !community && isPlain
  const proposals = isAbove
    ? await proposalsFor(
        store.db,
        areas.map(({ id }) => id),
      )
    : []
  const here = pageOf(c, community)
  const body = (
    <PeoplePage
      page={here}
      list={{
        rows,
        next,
        isFirst,
        search,
        filter,
        mayOpen,
        isSecretary,
        roles: community ? (['gridWorker', 'volunteer', 'secretary'] as const) : roleNames,
        areas: areas.filter(({ kind }) => !community || kind === 'grid'),
        communities,
      }}
    >
      {pending && <PendingPanel page={here} pending={pending} />}
      {proposals.length > 0 && <ProposalsPanel page={here} proposals={proposals} />}
    </PeoplePage>
  )
  return show(c, here, here.text.people.list.title, body)
}

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

people.get('/people/new', secretaryHere, async (c) => {
  return showForm(c, c.get('place'), blank, {}, newId())
})

people.post('/people', secretaryHere, async (c) => {
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
  if (added.ok) {
    const { personId } = added.answer
    // A person who has a password already needs no code; a second press leads to the person.
    const account = added.isAgain ? null : await accountOf(c.get('services').store.db, personId)
    const isNew = account !== null && account.passwordHash === null
    const issue = isNew ? await issueCode(c.get('services'), c.get('person'), personId) : null
    return issue?.ok ? showCodes(c, place.community, [issue]) : c.redirect(`/people/${personId}?done=added`, 303)
  }
  return added.why === 'faults'
    ? showForm(c, place, typed, added.faults, key)
    : showForm(c, place, typed, { key: added.why }, newId())
})

people.get('/people/codes', secretaryHere, async (c) => {
  return showChoice(c, c.get('place'), {})
})

people.post('/people/codes', secretaryHere, async (c) => {
  const place = c.get('place')
  const ids = many(await readForm(c), 'ids').slice(0, mostCodes)
  if (!ids.length) return showChoice(c, place, { ids: 'choose-some' })
  const issues = await issueCodes(c.get('services'), c.get('actor'), ids)
  return showCodes(c, place.community, issues)
})

people.post('/me/name', signedIn, async (c) => {
  const form = await readForm(c)
  await chooseNamePublic(c.get('services'), c.get('person'), one(form, 'isPublic') === 'yes')
  return c.redirect(samePath(one(form, 'to')) ?? '/mine', 303)
})

function showForm(c: C, place: WorkPlace, typed: PersonForm, faults: Faults, key: string) {
  const here = pageOf(c, place.community)
  const body = <NewPersonPage page={here} typed={typed} faults={faults} grids={place.grids} formKey={key} />
  return show(c, here, here.text.people.newPerson.title, body, Object.keys(faults).length ? 422 : 200)
}

async function showChoice(c: CWith<'place'>, { community, grids }: WorkPlace, faults: Faults) {
  const { store, now } = c.get('services')
  const areaIds = [community.id, ...grids.map(({ id }) => id)]
  const asked = { areaIds, role: null, state: 'inactive' as const, search: '', after: c.req.query('after') }
  const { rows, next } = await peoplePage(store.db, { ...asked, now: now(), limit: pageSize })
  const here = pageOf(c, community)
  const isAll = c.req.query('all') === '1'
  const at = `/people/codes?${new URLSearchParams({ c: community.slug, ...(asked.after && { after: asked.after }) })}`
  const body = <ChooseCodesPage page={here} people={rows} next={next} here={at} isAll={isAll} faults={faults} />
  return show(c, here, here.text.people.codes.title, body, Object.keys(faults).length ? 422 : 200)
}
