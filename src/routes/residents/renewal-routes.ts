import { Hono } from 'hono'
import { openFile } from '#actions/residents/edit-resident.ts'
import { recordRenewal } from '#actions/residents/record-renewal.ts'
import { communityById } from '#db/community/area-rows.ts'
import { localDay } from '#domain/time/workdays.ts'
import { askedMethods } from '#domain/vocabulary.ts'
import type { Env } from '#http/context.ts'
import { keyOf, one } from '#http/fields.ts'
import { staff } from '#http/guards.ts'
import { readForm } from '#http/read-form.ts'
import { page } from '#http/respond.tsx'

export const kept = new Hono<Env>()

/** The resident was asked again and wants to stay on the list. A second press finds the answer and records nothing. */
kept.post('/residents/:id/kept', staff, async (c) => {
  const actor = c.get('person')
  const services = c.get('services')
  const file = await openFile(services, actor, c.req.param('id'))
  const community = file && (await communityById(services.store.db, file.communityId))
  if (!file || !community) return page.notFound(c)
  const form = await readForm(c)
  const method = askedMethods.find((known) => known === one(form, 'method'))
  if (!method) return c.redirect(`/residents/${file.id}#kept`, 303)
  if (file.endedAt) return c.redirect(`/residents/${file.id}`, 303)
  if (file.renewalDueAt) {
    const today = localDay(services.now(), community.zone)
    await recordRenewal(services, actor, keyOf(form), file, { method, today })
  }
  return c.redirect(`/residents/${file.id}?done=renewed#consent`, 303)
})
