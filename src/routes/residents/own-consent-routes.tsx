import { Hono } from 'hono'
import { openFile } from '#actions/residents/edit-resident.ts'
import { recordConsent } from '#actions/residents/record-consent.ts'
import { newId } from '#auth/hashing.ts'
import { communityById } from '#db/community/area-rows.ts'
import { editionsNaming } from '#db/doors/naming-editions.ts'
import { consentHistory } from '#db/residents/consent-rows.ts'
import type { Resident } from '#db/residents/resident-rows.ts'
import { recallable } from '#domain/doors/edition.ts'
import { purposesIn, readAsked } from '#domain/people/resident.ts'
import { faultsFrom } from '#domain/reading/checked.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { C, Env } from '#http/context.ts'
import { keyOf, one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { staff } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { ConsentsPage } from '#views/residents/consents-page.tsx'
import type { Answering } from '#views/residents/resident-file.ts'
import { openedFile } from './opened-file.ts'
import { messageAbout } from './resident-message.ts'

/** The consents of one resident, each as a switch. */
export const ownConsents = new Hono<Env>()

ownConsents.get('/residents/:id/consents', staff, async (c) => {
  const file = await openFile(c.get('services'), c.get('person'), c.req.param('id'))
  return file ? showConsents(c, file) : page.notFound(c)
})

ownConsents.post('/residents/:id/consents', staff, async (c) => {
  const opened = await openedFile(c)
  if (!opened) return page.notFound(c)
  const { file, community } = opened
  const services = c.get('services')
  const form = await readForm(c)
  const key = keyOf(form)
  const typed = {
    purpose: one(form, 'purpose'),
    given: one(form, 'given'),
    method: one(form, 'method'),
    day: one(form, 'day'),
  }
  const { given, method, day } = typed
  const [purpose] = purposesIn([typed.purpose])
  const asked = readAsked(typed, localDay(services.now(), community.zone))
  const faults = {
    ...faultsFrom({ purpose: !purpose && 'choose', given: given !== 'yes' && given !== 'no' && 'choose' }),
    ...(asked.ok ? {} : asked.faults),
  }
  if (!purpose || !asked.ok || Object.keys(faults).length) return showConsents(c, file, { key, typed, faults })
  if (file.endedAt) return c.redirect(`/residents/${file.id}`, 303)
  // Not wanting to stay on the list ends the file; the page first shows what that does.
  if (purpose === 'kept' && given === 'no')
    return c.redirect(`/residents/${file.id}/end?${new URLSearchParams({ reason: 'asked', method, day })}`, 303)
  const answer = { purpose, given: given === 'yes', ...asked.value }
  const recorded = await recordConsent(services, c.get('person'), key, file, answer)
  if (!recorded.ok)
    return showConsents(c, file, {
      key: newId(),
      typed,
      faults: recorded.why === 'elsewhere' ? { purpose: 'elsewhere' } : { key: recorded.why },
    })
  const gone = recorded.answer.withdrawn.length
  return c.redirect(`/residents/${file.id}/consents?done=recorded${gone ? `&withdrawn=${gone}` : ''}`, 303)
})

async function showConsents(c: C, file: Resident, answered?: Omit<Answering, 'today'>) {
  const { store, now } = c.get('services')
  const community = await communityById(store.db, file.communityId)
  if (!community) return page.notFound(c)
  const here = pageOf(c, community)
  const today = localDay(now(), community.zone)
  const blank = { key: newId(), typed: { purpose: '', given: '', method: '', day: today }, faults: {} }
  const body = (
    <ConsentsPage
      page={here}
      file={{ ...file, consents: await consentHistory(store.db, file.id) }}
      naming={await editionsNaming(store.db, file.id, new Date(now().getTime() - recallable))}
      zone={community.zone}
      told={messageAbout(c, here.text)}
      answering={{ ...(answered ?? blank), today }}
    />
  )
  return show(c, here, here.text.people.residents.consent.title, body, answered ? 422 : 200)
}
