import { Hono } from 'hono'
import { recordConsents } from '#actions/residents/record-consent.ts'
import { recordLook } from '#actions/residents/record-look.ts'
import { newId } from '#auth/hashing.ts'
import { givenConsents } from '#db/residents/consent-rows.ts'
import { residentOf } from '#db/residents/resident-rows.ts'
import { tickedRows } from '#db/table/table-rows.ts'
import { isStaffOf } from '#domain/people/actor.ts'
import { firstPurposes, purposesIn } from '#domain/people/resident.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { CWith, Env } from '#http/context.ts'
import { keyOf, many, one, wholeNumber } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { staff, staffHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { ConsentCallPage, ConsentCallsDone } from '#views/table/consent-call-page.tsx'
import { tablePlace } from './table-place.ts'
import { mostTicked } from './ticked.ts'

/** Asking one resident after the other by telephone. Who is still to be asked is in the form, and in no address. */
export const consentCalls = new Hono<Env>()

type Here = CWith<'person' | 'place'>

/** The residents of the ticked wishes, in the order of their doors; those who have agreed to everything are left out. */
consentCalls.post('/wishes/consents', staffHere, async (c) => {
  const place = c.get('place')
  const codes = [...new Set(many(await readForm(c), 'wish'))].slice(0, mostTicked)
  const { db } = c.get('services').store
  const rows = await tickedRows(db, tablePlace(place), codes)
  if (!rows.length) return c.redirect(`/wishes?c=${place.community.slug}&none=yes`, 303)
  const ids = [...new Set(rows.flatMap(({ residentId }) => residentId ?? []))]
  const consents = await givenConsents(db, ids)
  const left = ids.filter((id) => firstPurposes.some((purpose) => !consents.get(id)?.given.includes(purpose)))
  return showNext(c, { left, recorded: 0, skipped: [] })
})

/** Records the answer of the first resident, or that there was none; then shows the next one. */
consentCalls.post('/wishes/consents/next', staffHere, async (c) => {
  const { community } = c.get('place')
  const form = await readForm(c)
  const [id = '', ...others] = many(form, 'left').slice(0, mostTicked)
  const skipped = many(form, 'skipped').slice(0, mostTicked)
  const row = { recorded: wholeNumber(one(form, 'recorded'), 3) ?? 0, skipped }
  if (one(form, 'do') === 'skip') return showNext(c, { ...row, left: others, skipped: [...skipped, id] })
  const purposes = purposesIn(many(form, 'purposes'))
  if (!purposes.length) return showNext(c, { ...row, left: [id, ...others], isMissing: true })
  const day = localDay(c.get('services').now(), community.zone)
  const answers = { residentIds: [id], purposes, method: 'phone' as const, day }
  const done = await recordConsents(c.get('services'), c.get('person'), keyOf(form), community.id, answers)
  if (done === null) return page.notFound(c)
  return showNext(c, { ...row, left: others, recorded: row.recorded + 1 })
})
consentCalls.get('/wishes/consents', staff, (c) => c.redirect('/wishes?state=submitted', 303))
consentCalls.get('/wishes/consents/next', staff, (c) => c.redirect('/wishes?state=submitted', 303))

type Row = {
  readonly left: readonly string[]
  readonly recorded: number
  readonly skipped: readonly string[]
  readonly isMissing?: boolean
}

async function showNext(c: Here, { left, recorded, skipped, isMissing = false }: Row) {
  const services = c.get('services')
  const { community } = c.get('place')
  const here = pageOf(c, community)
  const { title } = here.text.table.consents
  const [id] = left
  if (!id) {
    const missed = await Promise.all(skipped.map((one) => fileOf(c, one)))
    const files = missed.flatMap((file) => (file ? [file] : []))
    return show(c, here, title, <ConsentCallsDone page={here} recorded={recorded} skipped={files} />)
  }
  const resident = await fileOf(c, id)
  if (!resident) return page.notFound(c)
  await recordLook(services, c.get('person'), { page: 'call', residentId: id })
  const given = (await givenConsents(services.store.db, [id])).get(id)?.given ?? []
  const body = (
    <ConsentCallPage
      page={here}
      resident={resident}
      missing={firstPurposes.filter((purpose) => !given.includes(purpose))}
      left={left}
      recorded={recorded}
      skipped={skipped}
      isMissing={isMissing}
      formKey={newId()}
    />
  )
  return show(c, here, title, body, isMissing ? 422 : 200)
}

async function fileOf(c: Here, id: string) {
  const file = await residentOf(c.get('services').store.db, id)
  return file && file.communityId === c.get('place').community.id && isStaffOf(c.get('person'), file) ? file : null
}
