import { Hono } from 'hono'
import { checkWordsNow } from '#actions/log/words-for-sheet.ts'
import { recordPrinted, stateMinutes } from '#actions/months/service-times.ts'
import { sha256 } from '#auth/hashing.ts'
import { lastPosition } from '#db/ledger/ledger-rows.ts'
import { serviceRecordOf } from '#db/people/service-record.ts'
import { readersPlace, workPlace } from '#http/community/readers-community.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { one, wholeNumber } from '#http/form/fields.ts'
import { digits, readForm } from '#http/form/read-form.ts'
import { secretaryHere, signedIn } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { exact } from '#text/days.ts'
import { RecordSheet } from '#views/sheets/record-sheet.tsx'
import { StateMinutes } from '#views/sheets/state-minutes.tsx'

export const records = new Hono<Env>()

const country = 'Asia/Shanghai'
/** How many of the newest deliveries can be given a time on the page. */
const asked = 20
const most = 720

records.get('/mine/record', signedIn, (c) => showOwn(c, null))

records.post('/mine/record', signedIn, async (c) => {
  const form = await readForm(c)
  const [claimId, value] = [one(form, 'claim'), one(form, 'minutes')]
  const minutes = wholeNumber(digits(value), 3)
  if (minutes === null || minutes < 1 || minutes > most) return showOwn(c, { claimId, value })
  const isOwn = await stateMinutes(c.get('services'), c.get('person'), claimId, minutes)
  return isOwn ? c.redirect('/mine/record?done=saved', 303) : page.notFound(c)
})

async function showOwn(c: CWith<'person'>, wrong: { readonly claimId: string; readonly value: string } | null) {
  const personId = c.get('person').id
  const record = await serviceRecordOf(c.get('services').store.db, personId, null)
  if (!record) return page.notFound(c)
  const here = pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))
  const words = here.text.sheets.record
  const recent = record.services.slice(0, asked)
  const shown = { record, zone: country, ...(await madeNow(c, country, personId)), printedBy: null }
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

/** For a volunteer who asks for it at the office; recorded before it is shown. */
records.post('/people/:id/record', secretaryHere, async (c) => {
  const { store } = c.get('services')
  const { community } = c.get('place')
  const id = c.req.param('id')
  const record = await serviceRecordOf(store.db, id, community.id)
  if (!record) return page.notFound(c)
  const actor = c.get('person')
  await recordPrinted(c.get('services'), actor, community.id, id)
  const here = pageOf(c, community)
  const words = here.text.sheets.record
  const made = await madeNow(c, community.zone, id)
  const printedBy = words.printedBy(actor.name, made.madeAt)
  const shown = { record, zone: community.zone, ...made, printedBy }
  const back = { href: `/people/${id}?c=${community.slug}`, label: words.backToPerson }
  return show(c, here, words.title, <RecordSheet page={here} {...shown} back={back} />)
})

/**
 * The number reveals no person: it consists of the day, the ledger's last event and a hash of the person's random id.
 */
async function madeNow(c: C, zone: string, personId: string) {
  const { store, now } = c.get('services')
  const [madeAt, lastEvent] = [exact(now(), zone), await lastPosition(store.db)]
  const number = `${madeAt.slice(0, 10).replaceAll('-', '')}-${lastEvent}-${sha256(personId).slice(0, 8)}`
  return { madeAt, lastEvent, number, check: await checkWordsNow(c.get('services')) }
}
