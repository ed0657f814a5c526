import { Hono } from 'hono'
import { openFile } from '#actions/residents/edit-resident.ts'
import { type Ended, endFile, endingsOf, reopenFile, seenOf } from '#actions/residents/end-file.ts'
import { communityById } from '#db/community/area-rows.ts'
import { rulesOf } from '#db/community/rule-rows.ts'
import { namesOf } from '#db/people/people-rows.ts'
import { endedFiles } from '#db/residents/ended-files.ts'
import { erasuresOf } from '#db/residents/erasures.ts'
import type { Resident } from '#db/residents/resident-rows.ts'
import { readAsked } from '#domain/people/resident.ts'
import { type Faults, faultsFrom } from '#domain/reading/checked.ts'
import { ruleVersionOn } from '#domain/rules.ts'
import { localDay } from '#domain/time/workdays.ts'
import { endReasons } from '#domain/vocabulary.ts'
import type { C, Env } from '#http/context.ts'
import { one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { secretary, staff, staffHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { EndPage, type EndTyped } from '#views/residents/end-file-page.tsx'
import { EndedPage } from '#views/residents/ended-page.tsx'
import { openedFile } from './opened-file.ts'

export const endings = new Hono<Env>()

endings.get('/residents/ended', staffHere, async (c) => {
  const { community, grids, isSecretary } = c.get('place')
  const { db } = c.get('services').store
  const files = await endedFiles(
    db,
    community.id,
    grids.map((grid) => grid.id),
  )
  const certificates = isSecretary ? await erasuresOf(db, community.id) : null
  const here = pageOf(c, community)
  const body = <EndedPage page={here} files={files} certificates={certificates} zone={community.zone} />
  return show(c, here, here.text.endings.list, body)
})

endings.get('/residents/:id/end', staff, async (c) => {
  const file = await openFile(c.get('services'), c.get('person'), c.req.param('id'))
  if (!file) return page.notFound(c)
  if (file.endedAt) return c.redirect(`/residents/${file.id}`, 303)
  const [reason = '', method = '', day = ''] = ['reason', 'method', 'day'].map((name) => c.req.query(name) ?? '')
  return showEnd(c, file, { reason, method, day }, {}, null, 200)
})

endings.post('/residents/:id/end', staff, async (c) => {
  const actor = c.get('person')
  const services = c.get('services')
  const opened = await openedFile(c)
  if (!opened) return page.notFound(c)
  const { file, community } = opened
  const form = await readForm(c)
  const typed = { reason: one(form, 'reason'), method: one(form, 'method'), day: one(form, 'day') }
  const reason = endReasons.find((known) => known === typed.reason)
  const asked = readAsked(typed, localDay(services.now(), community.zone))
  const faults = { ...faultsFrom({ reason: !reason && 'choose' }), ...(asked.ok ? {} : asked.faults) }
  if (!reason || !asked.ok) return showEnd(c, file, typed, faults, null, 422)
  const ended = await endFile(services, actor, file.id, { reason, asked: asked.value, seen: one(form, 'seen') })
  if (!ended) return page.notFound(c)
  if (ended.ok) return c.redirect(`/residents/${file.id}?done=ended`, 303)
  return showEnd(c, file, typed, {}, c.get('text').endings[ended.why], ended.why === 'changed' ? 409 : 403)
})

endings.post('/residents/:id/reopen', secretary, async (c) => {
  const actor = c.get('person')
  const services = c.get('services')
  const opened = await openedFile(c)
  if (!opened) return page.notFound(c)
  const { file, community } = opened
  const form = await readForm(c)
  const typed = { method: one(form, 'method'), day: one(form, 'day') }
  const asked = readAsked(typed, localDay(services.now(), community.zone))
  if (!asked.ok) return c.redirect(`/residents/${file.id}?done=ask-again`, 303)
  const reopened = await reopenFile(services, actor, file, asked.value)
  if (!reopened) return page.notFound(c)
  return c.redirect(reopened.ok ? `/residents/${file.id}?done=reopened` : `/residents/${reopened.twinId}`, 303)
})

async function showEnd(
  c: C,
  file: Resident,
  typed: EndTyped,
  faults: Faults,
  said: string | null,
  status: 200 | 403 | 409 | 422,
) {
  const services = c.get('services')
  const { db } = services.store
  const community = await communityById(db, file.communityId)
  if (!community) return page.notFound(c)
  const today = localDay(services.now(), community.zone)
  const ended = await endingsOf(services, file.id)
  const names = await namesOf(
    db,
    ended.flatMap(({ wish }) => informedOf(wish)),
  )
  const lines = ended.map(({ wish, details, ending }) => ({
    wish,
    ending,
    title: details.publicText || details.words,
    told: informedOf(wish).flatMap((id) => names.get(id) ?? []),
  }))
  const days = ruleVersionOn(await rulesOf(db, community.id), today).rules.endedFileDays
  const here = pageOf(c, community)
  const form = { typed: { ...typed, day: typed.day || today }, faults, said, seen: seenOf(ended), today, days }
  const props = { page: here, file, lines, form, zone: community.zone }
  return show(c, here, here.text.endings.title, <EndPage {...props} />, status)
}

const informedOf = ({ claimantId, joiners }: Ended['wish']): readonly string[] => [
  ...(claimantId ? [claimantId] : []),
  ...joiners.map((one) => one.personId),
]
