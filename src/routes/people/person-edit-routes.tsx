import { Hono } from 'hono'
import { mayOpen } from '#actions/people/access-codes.ts'
import { amendPerson } from '#actions/people/amend-person.ts'
import { askForPhone } from '#actions/people/change-phone.ts'
import { communityById } from '#db/community/area-rows.ts'
import type { Membership, PersonFile } from '#db/people/person-file.ts'
import { rolesHeld } from '#db/people/volunteer-rows.ts'
import { type DetailsForm, readDetails } from '#domain/people/person-details.ts'
import { readMobile } from '#domain/people/volunteer.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { theirPerson } from '#http/address-loaders.ts'
import { readersPlace, workPlace } from '#http/community/readers-community.ts'
import type { CWith, Env } from '#http/context.ts'
import { one, versionOf } from '#http/form/fields.ts'
import { cutIn, readForm } from '#http/form/read-form.ts'
import { peopleManager } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import type { Meanwhile } from '#views/parts/form/meanwhile-banner.tsx'
import { DetailsFormPage } from '#views/people/details-form.tsx'
import { PhoneAskedPage } from '#views/people/phone-asked-page.tsx'
import { detailsTyped, differing, formOf } from './details-fields.ts'
import { showPerson } from './person-routes.tsx'

export const personEdits = new Hono<Env>()

type Here = CWith<'person' | 'file'>

const at = '/people/:id{[0-9a-f]{24}}'

personEdits.get(`${at}/edit`, peopleManager, theirPerson, (c) => {
  const file = c.get('file')
  const typed = formOf(file.name, membershipIn(c))
  return showEdit(c, typed, { faults: {}, version: file.version, meanwhile: null })
})

personEdits.post(`${at}/edit`, peopleManager, theirPerson, async (c) => {
  const file = c.get('file')
  const membership = membershipIn(c)
  const form = await readForm(c)
  const version = versionOf(form)
  const typed = detailsTyped(form, (await mayRename(c)) ? one(form, 'name') : file.name)
  const read = readDetails(typed)
  const faults = { ...(read.ok ? {} : read.faults), ...cutIn(typed) }
  if (!read.ok || Object.keys(faults).length) return showEdit(c, typed, { faults, version, meanwhile: null })
  const before = readDetails(formOf(file.name, membership))
  if (!before.ok) return page.notFound(c)
  const saved = await amendPerson(c.get('services'), c.get('person'), {
    personId: file.id,
    placeId: membership?.communityId ?? placeOf(file),
    communityId: membership?.communityId ?? null,
    before: before.value,
    after: read.value,
    version,
  })
  if (saved === 'saved') return c.redirect(`/people/${file.id}?done=saved`, 303)
  const meanwhile = { changes: [], now: differing(formOf(file.name, membership), typed) }
  return showEdit(c, typed, { faults: {}, version: file.version, meanwhile })
})

personEdits.post(`${at}/phone`, peopleManager, theirPerson, async (c) => {
  const file = c.get('file')
  const typed = one(await readForm(c), 'phone')
  const phone = readMobile(typed)
  const { faults, people: words } = c.get('text')
  if (phone === null) return showPerson(c, { phone: { typed, error: faults.mobile ?? '' } }, 422)
  const asked = await askForPhone(c.get('services'), c.get('person'), file.id, placeOf(file), phone)
  if (!asked) return page.notFound(c)
  if (!asked.ok) return showPerson(c, { phone: { typed, error: words.phone.refused[asked.why](file.name) } }, 422)
  if (asked.code === null) return c.redirect(`/people/${file.id}?done=saved`, 303)
  const here = pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))
  const body = <PhoneAskedPage page={here} personId={file.id} name={file.name} phone={phone} code={asked.code} />
  return show(c, here, words.phone.title, body)
})

/** The details that `?in=` names, or the only ones. */
function membershipIn(c: Here): Membership | null {
  const { memberships } = c.get('file')
  return memberships.find(({ communityId }) => communityId === c.req.query('in')) ?? memberships[0] ?? null
}

/** A name belongs to the account: those who may not open it cannot change it. */
const mayRename = async (c: Here): Promise<boolean> => {
  const { store, now } = c.get('services')
  return mayOpen(c.get('person'), await rolesHeld(store.db, c.get('file').id, now()))
}

/** In whose register a change appears: the community of the person's latest role, or its area. */
function placeOf({ roles }: PersonFile): string {
  const last = roles.at(-1)?.area
  return last?.communityId ?? last?.id ?? '*'
}

type Shown = { readonly faults: Faults; readonly version: number; readonly meanwhile: Meanwhile | null }

async function showEdit(c: Here, typed: DetailsForm, { faults, version, meanwhile }: Shown) {
  const { id, name } = c.get('file')
  const membership = membershipIn(c)
  const { db } = c.get('services').store
  const community = membership ? await communityById(db, membership.communityId) : null
  const here = pageOf(c, community ?? (await workPlace(c)) ?? (await readersPlace(c)))
  const body = (
    <DetailsFormPage
      page={here}
      title={here.text.people.person.edit(name)}
      typed={typed}
      faults={faults}
      version={version}
      meanwhile={meanwhile}
      hasName={await mayRename(c)}
      isVolunteer={membership !== null}
      action={`/people/${id}/edit${membership ? `?in=${membership.communityId}` : ''}`}
      back={`/people/${id}`}
    />
  )
  return show(c, here, name, body, meanwhile ? 409 : Object.keys(faults).length ? 422 : 200)
}
