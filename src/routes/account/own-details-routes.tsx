import { Hono } from 'hono'
import { amendPerson } from '#actions/people/amend-person.ts'
import { confirmPhone, waitingPhone } from '#actions/people/change-phone.ts'
import { type Community, communityById } from '#db/community/area-rows.ts'
import { accountOf, volunteerFile } from '#db/people/volunteer-rows.ts'
import { areasOf } from '#domain/people/actor.ts'
import { type DetailsForm, readDetails } from '#domain/people/person-details.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { readersPlace, workPlace } from '#http/community/readers-community.ts'
import type { CWith, Env } from '#http/context.ts'
import { one, versionOf } from '#http/form/fields.ts'
import { cutIn, readForm } from '#http/form/read-form.ts'
import { holder, signedIn } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { detailsTyped, differing, formOf } from '#routes/people/details-fields.ts'
import { OwnPhonePage } from '#views/account/own-phone-page.tsx'
import type { Meanwhile } from '#views/parts/form/meanwhile-banner.tsx'
import { DetailsFormPage } from '#views/people/details-form.tsx'

export const ownDetails = new Hono<Env>()

type Here = CWith<'person'>

/** A volunteer's own unit, branch, building, strengths and free hours. */
ownDetails.get('/mine/details', holder('volunteer'), async (c) => {
  const own = await ownFile(c)
  return own ? showOwn(c, own, own.stored, { faults: {}, version: own.version, meanwhile: null }) : page.notFound(c)
})

ownDetails.post('/mine/details', holder('volunteer'), async (c) => {
  const own = await ownFile(c)
  if (!own) return page.notFound(c)
  const form = await readForm(c)
  const version = versionOf(form)
  const typed = detailsTyped(form, own.stored.name)
  const [before, read] = [readDetails(own.stored), readDetails(typed)]
  const faults = { ...(read.ok ? {} : read.faults), ...cutIn(typed) }
  if (!read.ok || !before.ok || Object.keys(faults).length)
    return showOwn(c, own, typed, { faults, version, meanwhile: null })
  const saved = await amendPerson(c.get('services'), c.get('person'), {
    personId: c.get('person').id,
    placeId: own.community.id,
    communityId: own.community.id,
    before: before.value,
    after: read.value,
    version,
  })
  if (saved === 'saved') return c.redirect('/mine', 303)
  const meanwhile = { changes: [], now: differing(own.stored, typed) }
  return showOwn(c, own, typed, { faults: {}, version: own.version, meanwhile })
})

ownDetails.get('/mine/phone', signedIn, (c) => showPhone(c))

ownDetails.post('/mine/phone', signedIn, async (c) => {
  const form = await readForm(c)
  const services = c.get('services')
  const person = c.get('person')
  const placeId = person.roles[0]?.communityId ?? person.roles[0]?.areaId ?? '*'
  const confirmed = await confirmPhone(services, person, placeId, one(form, 'code'))
  if (confirmed.ok) return c.redirect('/mine', 303)
  if (confirmed.why === 'too-many') {
    const seconds = Math.max(1, Math.ceil((confirmed.until.getTime() - services.now().getTime()) / 1000))
    c.header('retry-after', String(seconds))
    return page.tooMany(c, Math.ceil(seconds / 60))
  }
  return showPhone(c, confirmed.why === 'none' ? undefined : c.get('text').people.phone.wrong[confirmed.why])
})

async function showPhone(c: Here, error?: string) {
  const here = pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))
  const waiting = await waitingPhone(c.get('services'), c.get('person').id)
  const body = <OwnPhonePage page={here} waiting={waiting?.phone ?? null} error={error} />
  return show(c, here, here.text.people.phone.own, body, error ? 422 : 200)
}

type Own = { readonly community: Community; readonly stored: DetailsForm; readonly version: number }

/** In the community that `?c=` names, or the first in which the reader volunteers. */
async function ownFile(c: Here): Promise<Own | null> {
  const { db } = c.get('services').store
  const { id } = c.get('person')
  for (const communityId of areasOf(c.get('person'), 'volunteer')) {
    const community = await communityById(db, communityId)
    const slug = c.req.query('c')
    if (!community || (slug !== undefined && community.slug !== slug)) continue
    const account = await accountOf(db, id)
    const stored = await volunteerFile(db, communityId, id)
    return account && stored ? { community, stored: formOf(account.name, stored), version: account.version } : null
  }
  return null
}

type Shown = { readonly faults: Faults; readonly version: number; readonly meanwhile: Meanwhile | null }

function showOwn(c: Here, { community }: Own, typed: DetailsForm, { faults, version, meanwhile }: Shown) {
  const here = pageOf(c, community)
  const { own, ownLead } = here.text.people.person
  const body = (
    <DetailsFormPage
      page={here}
      title={own}
      lead={ownLead}
      typed={typed}
      faults={faults}
      version={version}
      meanwhile={meanwhile}
      hasName={false}
      isVolunteer
      action={`/mine/details?c=${community.slug}`}
      back="/mine"
    />
  )
  return show(c, here, own, body, meanwhile ? 409 : Object.keys(faults).length ? 422 : 200)
}
