import { Hono } from 'hono'
import { recordPrinted, stateMinutes } from '#actions/service-times.ts'
import { mostServices, serviceRecordOf } from '#db/service-record.ts'
import type { Person } from '#domain/actor.ts'
import { page, pageOf, show } from '#http/answers.tsx'
import type { C, Env } from '#http/context.ts'
import { one } from '#http/fields.ts'
import { digits, readForm } from '#http/form.ts'
import { holder, signedIn } from '#http/guard.ts'
import { readersPlace, workPlace } from '#http/place.ts'
import { staffPlace } from '#http/staff.ts'
import { exact } from '#text/days.ts'
import { RecordSheet } from '#views/sheets/record.tsx'
import { StateMinutes } from '#views/sheets/state-minutes.tsx'

export const records = new Hono<Env>()

const country = 'Asia/Shanghai'
/** So many of the newest deliveries can be given a time on the page. */
const asked = 20
const most = 720

records.get('/mine/record', signedIn, (c) => showOwn(c, null))

records.post('/mine/record', signedIn, async (c) => {
  const form = await readForm(c)
  const [claimId, value] = [one(form, 'claim'), one(form, 'minutes')]
  const minutes = Number(digits(value))
  const isTime = /^\d{1,3}$/.test(digits(value)) && minutes >= 1 && minutes <= most
  if (!isTime) return showOwn(c, { claimId, value })
  const isOwn = await stateMinutes(c.get('services'), c.get('actor') as Person, claimId, minutes)
  return isOwn ? c.redirect('/mine/record?done=saved', 303) : page.notFound(c)
})

async function showOwn(c: C, wrong: { readonly claimId: string; readonly value: string } | null) {
  const { store, now } = c.get('services')
  const record = await serviceRecordOf(store.db, (c.get('actor') as Person).id, null)
  if (!record) return page.notFound(c)
  const here = pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))
  const words = here.text.sheets.record
  const recent = record.services.slice(0, asked)
  const shown = { record, zone: country, madeAt: exact(now(), country), printedBy: null, most: mostServices }
  return show(
    c,
    here,
    words.title,
    <>
      {recent.length > 0 && (
        <StateMinutes page={here} services={recent} wrong={wrong} isSaved={c.req.query('done') === 'saved'} />
      )}
      <RecordSheet page={here} {...shown} back={{ href: '/mine', label: words.backToMine }} />
    </>,
    wrong ? 422 : 200,
  )
}

/** For a volunteer who asks for it at the office; it is written down before it is shown. */
records.post('/volunteers/:id/record', holder('secretary'), async (c) => {
  const { store, now } = c.get('services')
  const place = await staffPlace(c)
  const id = c.req.param('id')
  const record = place?.isSecretary ? await serviceRecordOf(store.db, id, place.community.id) : null
  if (!place || !record) return page.notFound(c)
  const actor = c.get('actor') as Person
  const { community } = place
  await recordPrinted(c.get('services'), actor, community.id, id)
  const here = pageOf(c, community)
  const words = here.text.sheets.record
  const madeAt = exact(now(), community.zone)
  const shown = {
    record,
    zone: community.zone,
    madeAt,
    printedBy: words.printedBy(actor.name, madeAt),
    most: mostServices,
  }
  const back = { href: `/volunteers/${id}?c=${community.slug}`, label: words.backToPerson }
  return show(c, here, words.title, <RecordSheet page={here} {...shown} back={back} />)
})
