import { Hono } from 'hono'
import { issueCode } from '#actions/people/access-codes.ts'
import { addStaff } from '#actions/people/grant-to.ts'
import { answerProposal, proposeSupervisor } from '#actions/people/propose-supervisor.ts'
import { newId } from '#auth/hashing.ts'
import { type AreaLine, areasAbove, areasWithin } from '#db/community/area-rows.ts'
import { readStaff, type StaffForm } from '#domain/people/new-staff.ts'
import { canBeHeldIn } from '#domain/people/role-areas.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { type RoleName, roleNames } from '#domain/vocabulary.ts'
import type { CWith, Env } from '#http/context.ts'
import { keyOf, one } from '#http/form/fields.ts'
import { cutIn, readForm } from '#http/form/read-form.ts'
import { holder, secretaryHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { StaffFormPage } from '#views/people/staff-form.tsx'
import { Message } from '#views/site/message.tsx'
import { showCodes } from './issued-codes.tsx'

export const staffPages = new Hono<Env>()

const administrator = holder('administrator')
const blank: StaffForm = { name: '', phone: '', role: '', areaId: '' }

staffPages.get('/people/staff/new', administrator, (c) => showNew(c, blank, {}, newId()))

/** The answer is the code to hand over, so that nothing else has to be pressed; a second press leads to the person. */
staffPages.post('/people/staff', administrator, async (c) => {
  const { typed, key, read, faults } = await readTyped(c, await administered(c), roleNames)
  if (!read.ok || Object.keys(faults).length) return showNew(c, typed, faults, key)
  const added = await addStaff(c.get('services'), c.get('person'), key, read.value)
  if (added === null) return page.notFound(c)
  if (!added.ok)
    return added.why === 'faults'
      ? showNew(c, typed, added.faults, key)
      : showNew(c, typed, { key: added.why }, added.freshKey)
  const { personId } = added.answer
  if (added.isAgain) return c.redirect(`/people/${personId}`, 303)
  const issue = await issueCode(c.get('services'), c.get('person'), personId)
  return issue ? showCodes(c, null, [issue]) : page.notFound(c)
})

staffPages.get('/people/proposals/new', secretaryHere, (c) => showPropose(c, blank, {}))

staffPages.post('/people/proposals', secretaryHere, async (c) => {
  const { community } = c.get('place')
  const areas = await areasAbove(c.get('services').store.db, community)
  const { typed, read, faults } = await readTyped(c, areas, ['supervisor'])
  if (!read.ok || Object.keys(faults).length) return showPropose(c, typed, faults)
  const isSent = await proposeSupervisor(c.get('services'), c.get('person'), community, read.value)
  if (!isSent) return page.notFound(c)
  const here = pageOf(c, community)
  const { propose } = here.text.people.staff
  return show(
    c,
    here,
    propose.title,
    <Message page={here} words={{ title: propose.title, body: propose.sent, way: here.text.people.codes.back }} />,
  )
})

for (const answer of ['accept', 'decline'] as const)
  staffPages.post(`/people/proposals/:id{[0-9a-f]{24}}/${answer}`, administrator, async (c) => {
    const services = c.get('services')
    const answered = await answerProposal(services, c.get('person'), c.req.param('id'), answer === 'accept')
    if (!answered) return page.notFound(c)
    const here = pageOf(c)
    const { waiting } = here.text.people.staff
    if (!answered.ok) {
      const words = { title: waiting.title(1), body: waiting.otherName, way: here.text.people.codes.back }
      return show(c, here, words.title, <Message page={here} words={words} />, 409)
    }
    const issue = answered.personId ? await issueCode(services, c.get('person'), answered.personId) : null
    return issue ? showCodes(c, null, [issue]) : c.redirect('/people', 303)
  })

async function readTyped(c: CWith<'person'>, areas: readonly AreaLine[], roles: readonly RoleName[]) {
  const form = await readForm(c)
  const typed: StaffForm = {
    name: one(form, 'name'),
    phone: one(form, 'phone'),
    role: one(form, 'role'),
    areaId: one(form, 'areaId'),
  }
  const read = readStaff(typed, (role, areaId) => {
    const area = areas.find(({ id }) => id === areaId)
    return roles.includes(role) && area !== undefined && canBeHeldIn(role, area.kind)
  })
  return { typed, key: keyOf(form), read, faults: { ...(read.ok ? {} : read.faults), ...cutIn(typed) } }
}

async function administered(c: CWith<'person'>): Promise<readonly AreaLine[]> {
  const paths = c.get('person').roles.flatMap(({ role, path }) => (role === 'administrator' ? [path] : []))
  return (await areasWithin(c.get('services').store.db, paths)).filter(({ isClosed }) => !isClosed)
}

async function showNew(c: CWith<'person'>, typed: StaffForm, faults: Faults, key: string) {
  const here = pageOf(c)
  const { staff, roles } = here.text.people
  const areas = await administered(c)
  const body = (
    <StaffFormPage
      page={here}
      typed={typed}
      faults={faults}
      areas={areas}
      roles={roleNames}
      formKey={key}
      action="/people/staff"
      words={{ title: staff.title, area: roles.area, button: staff.button }}
    />
  )
  return show(c, here, staff.title, body, Object.keys(faults).length ? 422 : 200)
}

async function showPropose(c: CWith<'person' | 'place'>, typed: StaffForm, faults: Faults) {
  const { community } = c.get('place')
  const here = pageOf(c, community)
  const { propose } = here.text.people.staff
  const areas = await areasAbove(c.get('services').store.db, community)
  const body = (
    <StaffFormPage
      page={here}
      typed={typed}
      faults={faults}
      areas={areas}
      roles={['supervisor']}
      formKey={newId()}
      action={`/people/proposals?c=${community.slug}`}
      words={propose}
    />
  )
  return show(c, here, propose.title, body, Object.keys(faults).length ? 422 : 200)
}
